import type { Bounds } from '../../cartography/basemap.ts'
import type { LabelFile } from '../../cartography/basemap-file.ts'
import { readLayer } from '../world/pack.ts'
import { townsOf } from '../world/towns.ts'
import { createDetail } from './detail.ts'
import type { Extent } from './extent.ts'
import { kmBetween, kmPerDegree, kmPerPixel } from './kilometres.ts'
import { chooseName, townNames, townPopulation } from './town-names.ts'

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

/** Towns farther apart than this, north or south, are not compared, in kilometres. */
const neighbourhood = 6 * kmPerDegree

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

/** A town with the name of a place is another only if it is farther from all of them than this, in kilometres. */
const sameName = 60

/** What the labels of towns depend on besides the extent. */
export interface TownOptions {
  /** Names that the story itself shows, in lower case. */
  readonly taken: ReadonlySet<string>
  /** The most towns. */
  readonly most: number
  /** The story's country, ISO 3166-1 alpha-2, whose towns come before those across the border. */
  readonly home: string | undefined
  /** The story's language, then others of which the map has the names. */
  readonly languages: readonly string[]
}

/**
 * Creates the labels of the towns that help to find one's way: large ones, and near the places small ones.
 * @throws {SourceError} if the world pack is not there
 */
export function createTownLabels(extent: Extent, { taken, most, home, languages }: TownOptions): LabelFile[] {
  const { distance, reaches } = createDetail(extent)
  const isWanted = ({ position: [x, y], importance }: ReturnType<typeof readTowns>[number]): boolean => {
    const within = reach * kmPerPixel(zoomOfImportance(importance) - landmarkLevels, [0, 0])
    return reaches([x, y, x, y], within) && distance([x, y]) < within
  }
  const towns = readTowns(extent.bounds, home)
    .filter(isWanted)
    .map((town) => ({ ...town, distance: distance(town.position) }))
    .sort((a, b) => b.importance - a.importance)
  const spaced: ((typeof towns)[number] & { minZoom: number })[] = []
  for (const town of towns) {
    const wanted = zoomOfImportance(town.importance)
    let apart = Infinity
    for (const { position } of spaced) {
      // Nor are those that are farther in this direction alone than another town in all.
      if (Math.abs(position[1] - town.position[1]) * kmPerDegree > Math.min(apart, neighbourhood)) continue
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
    .flatMap((town) => {
      const shown = nameBeside(taken, town, languages)
      return town.distance > samePlace && shown !== undefined ? [{ ...town, ...shown }] : []
    })
    .sort((a, b) => a.distance / kmPerPixel(a.minZoom, a.position) - b.distance / kmPerPixel(b.minZoom, b.position))
    .slice(0, most)
    .sort((a, b) => a.minZoom - b.minZoom || b.importance - a.importance)
    .map(({ kind, position: [longitude, latitude], name, names, minZoom }): LabelFile => {
      const zoom = Math.round(minZoom * 2) / 2
      const row = [kind, longitude, latitude, name, zoom] as const
      return Object.keys(names).length > 0 ? [...row, { names }] : row
    })
}

/** A town's name beside those of the story; undefined if it is one of its places. Vienna beside Vienne in France is Wien. */
function nameBeside(
  taken: ReadonlySet<string>,
  { local, names, distance }: ReturnType<typeof readTowns>[number] & { readonly distance: number },
  languages: readonly string[],
) {
  const isTaken = (name: string): boolean => taken.has(name.toLowerCase())
  if (distance < sameName && [local, ...Object.values(names)].some(isTaken)) return undefined
  const shown = chooseName(local, names, languages)
  return [shown, { name: local, names: {} }].find(({ name }) => !isTaken(name))
}

function readTowns(bounds: Bounds, home: string | undefined) {
  const [west, south, east, north] = bounds
  return readLayer('towns', bounds)
    .flatMap(townsOf)
    .flatMap((town) => {
      const [local, country, code, population, x, latitude] = town
      const longitude = x + 360 * Math.ceil((west - x) / 360)
      const weight = weights[code]
      if (weight === undefined || longitude > east || latitude < south || latitude > north) return []
      const position = [roundOff(longitude), roundOff(latitude)] as const
      const known = population > 0 ? population : townPopulation(town)
      const kind = code === 'PPLC' && !disputed.has(local) ? ('capital' as const) : ('town' as const)
      const inhabitants =
        (known ?? (code === 'PPL' ? 0 : unknownPopulation)) * weight * (country === home ? homeWeight : 1)
      const importance = kind === 'capital' ? Math.max(inhabitants, leastOfCapital) : inhabitants
      return importance > 0 ? [{ kind, position, importance, local, names: townNames(town) }] : []
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
