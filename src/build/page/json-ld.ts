import { placeHash } from '../../embed/frame-address.ts'
import type { PlaceGeometry, Position } from '../../story/geometry.ts'
import type { Place, Story } from '../../story/story.ts'
import { mostRows } from '../../view/place-list.ts'

/** A value of JSON-LD. Undefined members are not written. */
export type JsonLd = string | number | readonly JsonLd[] | { readonly [key: string]: JsonLd | undefined }

/** What a page's JSON-LD is about. */
export interface JsonLdSource {
  readonly story: Story
  /** The story's page, absolute. */
  readonly pageUrl: string
  /** `Map of the places in: HEADLINE`, in the story's language. */
  readonly title: string
  /** A picture of the map, absolute. */
  readonly imageUrl?: string
}

/**
 * Describes a page in the vocabulary of https://schema.org: an article, its places, and a map of them. The page is the
 * map, and does not claim to be the article. Of a large story it names the places that the page lists.
 */
export function createJsonLd({ story, pageUrl, title, imageUrl }: JsonLdSource): JsonLd {
  const { headline, datePublished, inLanguage, url, publisher } = story.article
  const article = url ?? `${pageUrl}#article`
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': article,
        headline,
        datePublished,
        inLanguage,
        url,
        publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
        contentLocation: story.places.slice(0, mostRows).map((place) => createPlace(place, pageUrl)),
      },
      {
        '@type': 'Map',
        '@id': pageUrl,
        name: title,
        url: pageUrl,
        inLanguage,
        image: imageUrl,
        isBasedOn: { '@id': article },
      },
    ],
  }
}

/** Writes JSON-LD for a `<script type="application/ld+json">`: nothing in it ends the script. */
export function serializeJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function createPlace({ id, name, localName, aliases, ...place }: Place, pageUrl: string): JsonLd {
  const url = pageUrl + placeHash(id)
  const names: JsonLd[] = [...aliases]
  if (localName) names.push({ '@value': localName.value, '@language': localName.lang })
  const shapes = createShapes(place.geometry)
  const point = createCoordinates(place.position)
  return {
    '@type': 'Place',
    '@id': url,
    url,
    name,
    alternateName: names.length > 0 ? names : undefined,
    geo: shapes.length > 0 ? [point, ...shapes] : point,
    geoWithin: createSurroundings(place),
  }
}

/** The circle in which a position lies that is not exact: a point alone would claim too much. */
function createSurroundings({ precision, accuracy, position }: Pick<Place, 'precision' | 'accuracy' | 'position'>) {
  if (precision === 'exact' || accuracy === undefined) return undefined
  const circle = { '@type': 'GeoCircle', geoMidpoint: createCoordinates(position), geoRadius: accuracy }
  return { '@type': 'Place', geo: circle }
}

function createCoordinates([longitude, latitude]: Position): JsonLd {
  return { '@type': 'GeoCoordinates', latitude, longitude }
}

/** Lines, and the outer rings of areas, since schema.org has no holes. Points have no shape. */
function createShapes(geometry: PlaceGeometry): JsonLd[] {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return []
    case 'LineString':
      return [{ '@type': 'GeoShape', line: writePath(geometry.coordinates) }]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => ({ '@type': 'GeoShape', line: writePath(line) }))
    case 'Polygon':
      return geometry.coordinates.slice(0, 1).map((ring) => ({ '@type': 'GeoShape', polygon: writePath(ring) }))
    case 'MultiPolygon':
      return geometry.coordinates.map(([ring]) => ({ '@type': 'GeoShape', polygon: writePath(ring) }))
  }
}

/** schema.org's order is latitude, then longitude. */
function writePath(path: readonly Position[]): string {
  return path.map(([longitude, latitude]) => `${latitude} ${longitude}`).join(' ')
}
