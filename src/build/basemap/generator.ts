import { gzipSync } from 'node:zlib'
import type { Position } from 'geojson'
import type { BasemapFile, LabelFile } from '../../cartography/basemap-file.ts'
import type { Story } from '../../story/story.ts'
import { createArcSet, type SourceLine } from './arc-set.ts'
import { type Country, readCountries, type Scale } from './countries.ts'
import { createCountryLabels } from './country-labels.ts'
import { CREDITS } from './credits.ts'
import { createDetail, type Detail, distanceBetween } from './detail.ts'
import { createExtent, type Extent, WORLD } from './extent.ts'
import { readLakes, selectLakes } from './lakes.ts'
import { contains } from './rings.ts'
import { readRivers, selectRivers } from './rivers.ts'
import { createShapes, splitAtEdges } from './shapes.ts'
import { simplifyArcs } from './simplification.ts'
import { createTownLabels } from './towns.ts'
import { createWaterLabels } from './waters.ts'

/** What a story's basemap may weigh, in bytes of gzip: it is a part of the page. */
export const BUDGET = 16_000

/** What the world may weigh, which stories without a basemap of their own fall back to. */
export const WORLD_BUDGET = 10_000

/** The world is not made to be looked at from closer than this: what would be named there is left out. */
const WORLD_ZOOM = 4

/** From this width on, in degrees, Natural Earth's finest borders have more than can be seen. */
const WIDE = 100

/** How far from the places names are wanted, in pixels at the zoom from which on they show, and how many at the most. */
const LABEL_REACH = 900
const MOST_NAMES = 110

/** Towns in a basemap at the most: about 2 kB. */
const MOST_TOWNS = 120

/** How far off Natural Earth's shore a place may lie and still be on land, in kilometres. */
const OFF_SHORE = 10

/** Kilometres that may be off for each kilometre of distance from the places: at 1/700, nothing is off by a pixel at the opening view. */
const FINEST_GROWTH = 1 / 700

/** How much coarser each try is than the one before, at the least. */
const COARSER = 1.1

/**
 * The basemap of a story, as detailed as its budget allows.
 * @throws Error when a source is not installed
 */
export function createBasemapFile(story: Story): BasemapFile {
  const extent = createExtent(story.places)
  const taken = new Set(
    story.places.flatMap(({ name, localName, aliases }) =>
      [name, localName?.value ?? name, ...aliases].map((text) => text.toLowerCase()),
    ),
  )
  const [west, , east] = extent.bounds
  const sources = readSources(extent, east - west > WIDE ? '50m' : '10m')
  const home = sources.countries[homeOf(sources.countries, extent.positions)]
  const labels = createLandLabels(extent, sources, createTownLabels(extent, taken, MOST_TOWNS, home?.code))
  return fit(BUDGET, (growth) => {
    const detail = createDetail(extent, growth)
    return generate(extent, sources, detail, labels)
  })
}

/** The small map of the world that ships with the project. */
export function createWorldFile(): BasemapFile {
  // Whole classes of rivers would be most of so small a map.
  const sources = { ...readSources(WORLD, '110m'), rivers: [] }
  const labels = createLandLabels(WORLD, sources, [])
  return fit(WORLD_BUDGET, (growth) => {
    const detail = createDetail(WORLD, growth)
    const file = generate(WORLD, sources, detail, labels)
    return { ...file, labels: file.labels.filter(([, , , , , zoom]) => zoom <= WORLD_ZOOM) }
  })
}

/** Bytes of a basemap as it is sent. */
export function gzipSize(file: BasemapFile): number {
  return gzipSync(JSON.stringify(file), { level: 9 }).length
}

/** Makes a basemap coarser until it fits its budget. */
function fit(budget: number, create: (growth: number) => BasemapFile): BasemapFile {
  for (let growth = FINEST_GROWTH; ;) {
    const file = create(growth)
    const excess = gzipSize(file) / budget
    if (excess <= 1) return file
    if (growth > 1) throw new Error(`The basemap is ${excess.toFixed(1)} times its budget, however coarse.`)
    growth *= Math.max(COARSER, excess)
  }
}

function readSources({ bounds }: Extent, scale: Scale) {
  return { countries: readCountries(bounds, scale), rivers: readRivers(bounds), lakes: readLakes(bounds) }
}

/** The labels that are the same at any detail. */
interface LandLabels {
  readonly countries: readonly LabelFile[]
  readonly towns: readonly LabelFile[]
}

function createLandLabels(
  extent: Extent,
  { countries, rivers, lakes }: Sources,
  towns: readonly LabelFile[],
): LandLabels {
  const waters = createWaterLabels(extent, rivers, lakes, [])
  return { countries: createCountryLabels(countries, extent, [...waters, ...towns]), towns }
}

type Sources = ReturnType<typeof readSources>

function generate(extent: Extent, { countries, ...sources }: Sources, detail: Detail, labels: LandLabels): BasemapFile {
  const { bounds, positions } = extent
  const rivers = selectRivers(sources.rivers, detail)
  const lakes = selectLakes(sources.lakes, rivers, detail)
  const lines: SourceLine[] = [
    ...countries.flatMap(({ rings }, owner) =>
      rings.map((ring) => ({ kind: 'country' as const, owner, positions: ring })),
    ),
    ...lakes.flatMap(({ rings }, owner) => rings.map((ring) => ({ kind: 'lake' as const, owner, positions: ring }))),
    ...rivers.map(({ line }, owner) => ({ kind: 'river' as const, owner, positions: line })),
  ]
  const arcs = simplifyArcs(splitAtEdges(createArcSet(lines), bounds), bounds, detail)
  const waters = createWaterLabels(
    extent,
    rivers,
    lakes,
    countries.flatMap(({ rings }) => rings),
  )
  const ranks = rivers.map(({ rank }) => rank)
  return {
    bounds,
    ...createShapes(arcs, bounds, homeOf(countries, positions), ranks),
    labels: [...selectNames([...labels.countries, ...waters], detail), ...labels.towns],
    credits: [
      CREDITS.countries,
      ...(rivers.length > 0 ? [CREDITS.rivers] : []),
      ...(lakes.length > 0 ? [CREDITS.lakes] : []),
      ...(labels.towns.length > 0 ? [CREDITS.towns] : []),
    ],
  }
}

/** Names that only show when one zooms in are for the surroundings of the places: those that are too far away, or too many, are left out. */
function selectNames(names: readonly LabelFile[], { distance }: Detail): readonly LabelFile[] {
  const pixels = ([, longitude, latitude, , , minZoom]: LabelFile): number =>
    (distance([longitude, latitude]) * 2 ** minZoom) / 156
  // Without places all are equally far away.
  if (distance([0, 0]) === Infinity) return names
  const most = names.map(pixels).sort((a, b) => a - b)[MOST_NAMES] ?? Infinity
  return names.filter((name) => pixels(name) < Math.min(most, LABEL_REACH))
}

/** The country of most of the positions, or -1. Those just off a simplified shore count for the land beside them. */
function homeOf(countries: readonly Country[], positions: readonly Position[]): number {
  const counts = countries.map(
    ({ rings }) =>
      positions.filter(
        (position) =>
          contains(rings, position) ||
          rings.some((ring) => ring.some((shore) => distanceBetween(shore, position) < OFF_SHORE)),
      ).length,
  )
  const most = Math.max(...counts)
  return most > 0 ? counts.indexOf(most) : -1
}
