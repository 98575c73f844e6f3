import type { Credit } from '../../cartography/basemap.ts'
import type { BasemapFile, LabelFile, ShapeFile } from '../../cartography/basemap-file.ts'
import type { Position } from '../../story/geometry.ts'
import type { Story } from '../../story/story.ts'
import { languageTags } from '../../words/language.ts'
import { gzip } from '../gzip.ts'
import { namesOfPlaces } from '../story-names.ts'
import { createArcSet, type LineOwner, type SourceLine } from './arc-set.ts'
import { type Country, homeOf, readCountries } from './countries.ts'
import { createCountryLabels } from './country-labels.ts'
import { sourceCredits } from './credits.ts'
import { createDetail, type Detail, finestCoarseness } from './detail.ts'
import { findDrowned } from './drowned-places.ts'
import { createExtent, type Extent, worldExtent } from './extent.ts'
import { fingerprintOf } from './fingerprint.ts'
import { addIslands, addIslandsOf } from './islands.ts'
import { kmPerPixel } from './kilometres.ts'
import { type Lake, readLakes, withoutLagoons } from './lakes.ts'
import { readRivers, type River } from './rivers.ts'
import { createShapes, splitAtEdges } from './shapes.ts'
import { addSmallStates, findDrawn } from './small-states.ts'
import { simplifyArcs, weighArcs } from './simplification.ts'
import { createTownLabels } from './towns.ts'
import { unitedNations } from './united-nations.ts'
import { createWaterLabels, type SeenLabel } from './waters.ts'

/** The most that a story's basemap may weigh, in bytes of gzip. It is a part of the page. */
export const basemapBudget = 14_700

/** The same for the map of the world, on which stories without a basemap of their own lie. */
export const worldBudget = 9_750

/** The map of the world has the names of all members of the United Nations, and of others that are shown up to this zoom. */
const worldZoom = 7
/** It has the names of seas that are shown up to this zoom. */
const worldSeasZoom = 3.5

/** On maps wider than this, in degrees, Natural Earth's finest scale has more detail than can be seen. */
const wideMap = 100

/**
 * Names are wanted up to this far from the places, in pixels at the zoom from which on they show, and at most this
 * many.
 */
const nameReach = 900
const mostNames = 110

/** The most towns in a basemap; they take about 2 kB. */
const mostTowns = 120

/** Each attempt to fit the budget is coarser than the one before by at least this factor. */
const leastStep = 1.1

/** All that a basemap may show. What has a `coarsest` is left out of coarser basemaps. */
interface Content {
  readonly extent: Extent
  readonly detail: Detail
  readonly countries: readonly Country[]
  /** The story's country. */
  readonly home: Country | undefined
  readonly rivers: readonly River[]
  readonly lakes: readonly Lake[]
  readonly labels: readonly SeenLabel[]
  readonly drawnFor?: string
  /** Whether islands of another source have been added to the countries. */
  readonly hasIslands?: boolean
  /** Whether a country is drawn, however small. */
  readonly isKept?: (country: Country) => boolean
}

/**
 * Creates the basemap of a story, as detailed as its budget allows. The same story has the same basemap on every machine.
 * @throws {SourceError} if the world pack is not there
 */
export function createBasemapFile(story: Story): BasemapFile {
  const { article, places } = story
  const extent = createExtent(story)
  const { bounds, positions } = extent
  const detail = createDetail(extent)
  const [west, , east] = bounds
  const known =
    east - west > wideMap
      ? addIslandsOf(positions, readCountries(bounds, '50m'), readCountries(bounds, '10m', positions))
      : readCountries(bounds, '10m')
  const countries = addIslands(known, bounds, detail)
  const knownRings = new Set(known.flatMap(({ rings }) => rings))
  const hasIslands = countries.some(({ rings }) => rings.some((ring) => !knownRings.has(ring)))
  const home = homeOf(countries, positions)
  const rivers = readRivers(bounds, detail)
  const lakes = withoutLagoons(readLakes(bounds, rivers, detail), countries, positions)
  const languages = languagesOf([article.inLanguage ?? 'en', ...places.map(({ localName }) => localName?.lang ?? '')])
  const taken = namesOfPlaces(places)
  const towns = createTownLabels(extent, { taken, most: mostTowns, home: home?.code, languages })
  const waters = createWaterLabels(extent, countries, rivers, lakes, languages)
  const names = createCountryLabels(countries, extent, [...waters.map(({ row }) => row), ...towns])
  const labels = [...selectNames([...names.map(always), ...waters], detail), ...towns.map(always)]
  const drawnFor = fingerprintOf(story)
  return fit({ extent, detail, countries, home, rivers, lakes, labels, drawnFor, hasIslands }, basemapBudget)
}

/** Creates the small map of the world that comes with the project: countries and seas, with their names in all languages. */
export function createWorldFile(): BasemapFile {
  const extent = worldExtent
  const detail = createDetail(extent)
  const known = readCountries(extent.bounds, '50m')
  const codes = new Set(known.map(({ code }) => code))
  const missing = readCountries(extent.bounds, '10m').filter((country) => isMember(country) && !codes.has(country.code))
  const countries = [...known, ...missing]
  const waters = createWaterLabels(extent, countries, [], [], languagesOf(['en', ...languageTags]))
  const seas = waters.filter(({ row }) => row[4] <= worldSeasZoom)
  const obstacles = seas.map(({ row }) => row)
  const names = createCountryLabels(countries, extent, obstacles).filter(
    ([, , , code, zoom], i, rows) =>
      zoom <= worldZoom || (unitedNations.has(code) && rows.findIndex((row) => row[3] === code) === i),
  )
  const labels = [...names.map(roundPosition).map(always), ...seas]
  return fit(
    { extent, detail, countries, home: undefined, rivers: [], lakes: [], labels, isKept: isMember },
    worldBudget,
  )
}

function isMember({ code }: Country): boolean {
  return code !== undefined && unitedNations.has(code)
}

/** Rounds where a name stands to less than three pixels at the zoom from which on it shows. */
function roundPosition([kind, longitude, latitude, name, zoom]: LabelFile): LabelFile {
  const round = (degrees: number): number => (zoom > 6 ? degrees : Math.round(degrees * 10) / 10)
  return [kind, round(longitude), round(latitude), name, zoom]
}

/** The language subtags of some tags, each once. */
function languagesOf(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.split('-')[0] ?? '').filter((tag) => tag !== ''))]
}

/** The size of a basemap as it is sent, in bytes of gzip. */
export function gzipSize(file: BasemapFile): number {
  return gzip(JSON.stringify(file)).length
}

/** Makes a basemap coarser until it fits its budget. */
function fit(content: Content, budget: number): BasemapFile {
  const {
    extent,
    detail,
    countries,
    home,
    rivers,
    lakes,
    labels,
    drawnFor,
    hasIslands = false,
    isKept = () => false,
  } = content
  const { bounds } = extent
  const set = createArcSet([
    ...countries.flatMap(({ rings }, owner) => linesOf({ kind: 'country', owner, rank: 1, coarsest: Infinity }, rings)),
    ...lakes.flatMap(({ rings, coarsest }, owner) => linesOf({ kind: 'lake', owner, rank: 1, coarsest }, rings)),
    ...rivers.flatMap(({ line, rank, coarsest }, owner) => linesOf({ kind: 'river', owner, rank, coarsest }, [line])),
  ])
  const { arcs, lines } = weighArcs(splitAtEdges(set, bounds), bounds, detail)
  const drowned = findDrowned(set, extent.positions)
  const ashore = extent.positions.filter((position) => !drowned.includes(position))
  const homeIndex = home === undefined ? -1 : countries.indexOf(home)
  for (let coarseness = finestCoarseness; ;) {
    const isSeen = ({ coarsest }: { readonly coarsest: number }): boolean => coarsest >= coarseness
    const seen = simplifyArcs({ arcs, lines: lines.filter(isSeen) }, coarseness, detail, ashore)
    const simplified = addSmallStates(seen, countries, isKept)
    const drawn = findDrawn(simplified, countries)
    const rows = labels
      .filter(isSeen)
      .map(({ row }) => row)
      .filter(([kind, , , name]) => kind !== 'country' || drawn.has(name))
    const drawing = createShapes(simplified, bounds, homeIndex)
    const file = {
      bounds,
      ...drawing,
      labels: rows,
      credits: creditsOf(drawing.shapes, rows, hasIslands),
      ...(drawnFor && { drawnFor }),
    }
    const excess = gzipSize(file) / budget
    if (excess <= 1) return file
    if (coarseness > 1) throw new Error(`The basemap is ${excess.toFixed(1)} times its budget, however coarse.`)
    coarseness *= Math.max(leastStep, excess)
  }
}

function linesOf(owner: LineOwner, lines: readonly (readonly Position[])[]): SourceLine[] {
  return lines.map((positions) => ({ ...owner, positions }))
}

function creditsOf(shapes: readonly ShapeFile[], labels: readonly LabelFile[], hasIslands: boolean): Credit[] {
  const has = (shown: ShapeFile['kind']): boolean => shapes.some(({ kind }) => kind === shown)
  return [
    sourceCredits.countries,
    ...(has('river') || hasIslands ? [sourceCredits.riversAndIslands] : []),
    ...(has('lake') ? [sourceCredits.lakes] : []),
    ...(labels.some(([kind]) => kind === 'town' || kind === 'capital') ? [sourceCredits.towns] : []),
  ]
}

/** A label that is shown at any coarseness. */
function always(row: LabelFile): SeenLabel {
  return { row, coarsest: Infinity }
}

/**
 * Leaves out names that are too far from the places for the zoom from which on they show, and the farthest if there
 * are too many.
 */
function selectNames(names: readonly SeenLabel[], { distance }: Detail): readonly SeenLabel[] {
  const pixels = ({ row: [, longitude, latitude, , minZoom] }: SeenLabel): number =>
    distance([longitude, latitude]) / kmPerPixel(minZoom, [0, 0])
  const most = names.map(pixels).sort((a, b) => a - b)[mostNames] ?? Infinity
  return names.filter((name) => pixels(name) < Math.min(most, nameReach))
}
