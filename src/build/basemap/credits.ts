import type { Credit } from '../../cartography/basemap.ts'

/** The credits of the sources. Every map that is made from them shows them. */
export const sourceCredits = {
  countries: { text: 'Natural Earth', url: 'https://www.naturalearthdata.com/', license: 'Public domain' },
  riversAndIslands: { text: 'GSHHG', url: 'https://www.soest.hawaii.edu/pwessel/gshhg/', license: 'LGPL-3.0-or-later' },
  lakes: { text: '© OpenStreetMap contributors', url: 'https://www.openstreetmap.org/copyright', license: 'ODbL-1.0' },
  towns: { text: 'GeoNames', url: 'https://www.geonames.org/', license: 'CC-BY-4.0' },
} as const satisfies Record<string, Credit>
