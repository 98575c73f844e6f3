import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { Basemap } from '../../src/cartography/basemap.ts'
import { insetBox, mapShapes } from '../../src/cartography/inset.ts'
import { overlap } from '../../src/cartography/label-placement.ts'
import { openingView } from '../../src/cartography/opening-view.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { planInsets, planStrip } from '../../src/view/inset-plan.ts'
import { localizeStory } from '../../src/words/localized-story.ts'

const basemap: Basemap = { bounds: [-30, -40, 60, 70], shapes: [], labels: [], credits: [] }

type Spot = readonly [longitude: number, latitude: number]

/** A story with places, and what its map opens with. */
function open(spots: readonly Spot[], precision = 'exact', language = 'en') {
  const story = parseStory(
    JSON.stringify({
      type: 'FeatureCollection',
      article: { headline: 'A story', datePublished: '2025-01-01', inLanguage: language },
      features: spots.map((coordinates, i) => ({
        type: 'Feature',
        id: `p${i}`,
        geometry: { type: 'Point', coordinates: [((coordinates[0] + 540) % 360) - 180, coordinates[1]] },
        properties: { name: `P${i}`, precision, accuracy: 50, source: 'A test', quotes: [{ exact: 'Words.' }] },
      })),
    }),
  )
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  return { context: { document, ...localizeStory(story) }, view: openingView(story, basemap) }
}

/** The insets of a story with places, on the largest shape of map that is planned for. */
function plan(spots: readonly Spot[], precision?: string, language?: string, labels: Basemap['labels'] = []) {
  const { context, view } = open(spots, precision, language)
  const size = { x: 950, y: 800 }
  return planInsets(context, { ...basemap, labels }, view, size).map(({ corner, places, title, frame }) => ({
    corner,
    places: places.length,
    title,
    kind: title ? 'town' : frame && 'locator',
  }))
}

/** Four places of a town, a few streets apart. */
const townAt = ([x, y]: Spot): Spot[] => [
  [x, y],
  [x + 0.008, y + 0.003],
  [x - 0.006, y + 0.008],
  [x + 0.003, y - 0.009],
]

test('a town that the map cannot part has an inset, and two towns have two, in two corners', () => {
  expect(plan([...townAt([10, 50]), [14, 48]])).toMatchObject([{ kind: 'town', places: 4 }])
  const two = plan([...townAt([10, 50]), ...townAt([14, 48])])
  expect(two).toMatchObject([
    { kind: 'town', places: 4 },
    { kind: 'town', places: 4 },
  ])
  expect(new Set(two.map(({ corner }) => corner)).size).toBe(2)
})

test('the strip of a phone shows the largest group that its map cannot part, and there is none without one', () => {
  const stripOf = (spots: readonly Spot[]) => {
    const { context, view } = open(spots)
    return planStrip(context, basemap, view)?.places
  }
  expect(stripOf([[10.001, 50.01], [10, 50], ...townAt([14, 48]), [3, 45]])).toEqual(['p2', 'p3', 'p4', 'p5'])
  expect(
    stripOf([
      [10, 50],
      [14, 48],
    ]),
  ).toBeUndefined()
})

test('an inset is titled with the town in which its places lie, in the language of the page', () => {
  const town = (name: string, position: Spot, names = {}) =>
    ({ kind: 'town', name, names, position, minZoom: 0 }) as Basemap['labels'][number]
  const labels = [town('Brussels', [4.35, 50.85], { fr: 'Bruxelles' }), town('Ghent', [3.72, 51.05])]
  const titleIn = (language: string, precision = 'exact', spot: Spot = [4.36, 50.84]) =>
    plan([...townAt(spot), [9, 48]], precision, language, labels).map(({ title }) => title)
  expect(titleIn('en')).toEqual(['Brussels'])
  expect(titleIn('fr')).toEqual(['Bruxelles'])
  // A city of the story leads its group; and a town far away has nothing to say.
  expect(titleIn('en', 'city')).toEqual(['P0'])
  expect(titleIn('en', 'exact', [5.5, 50])).toEqual(['P0'])
})

test('of three towns, the two with most places have insets', () => {
  const three = plan([...townAt([4, 50]), ...townAt([14, 46]).slice(0, 3), ...townAt([9, 52]).slice(0, 2)])
  expect(three.map(({ places }) => places)).toEqual([4, 3])
})

test('places that stand apart have none', () => {
  expect(
    plan(
      Array.from({ length: 5 }, (_, i): Spot => [4 + 2 * i, 46 + i]),
      'city',
    ),
  ).toEqual([])
})

test('twelve towns along a river have none: an inset would show little more than the map', () => {
  expect(
    plan(
      Array.from({ length: 12 }, (_, i): Spot => [8 + (i % 3) / 10, 47.5 + i / 3]),
      'city',
    ),
  ).toEqual([])
})

test('the map of a single place shows in an inset where in the world it is', () => {
  expect(plan([[10, 50]])).toMatchObject([{ kind: 'locator', places: 0 }])
})

test('places at one and the same spot have no inset, which could not part them', () => {
  expect(
    plan([
      [10, 50],
      [10, 50],
      [14, 48],
    ]),
  ).toEqual([])
})

test('an inset across the antimeridian is on the map', () => {
  const [inset] = plan([...townAt([179.999, -17]), [-172, -14]])
  expect(inset).toMatchObject({ kind: 'town', places: 4 })
})

test('no inset meets another, or the buttons, which are at the left where the language goes from right to left', () => {
  for (const size of mapShapes) {
    for (const [buttons, corner] of [
      ['right', 'top right'],
      ['left', 'top left'],
    ] as const) {
      const box = insetBox(corner, size, buttons)
      const controls =
        buttons === 'right'
          ? { left: size.x - 42, top: 10, right: size.x - 10, bottom: 134 }
          : { left: 10, top: 10, right: 42, bottom: 134 }
      expect(overlap(box, controls)).toBe(false)
      expect(overlap(insetBox('bottom left', size, buttons), insetBox('bottom right', size, buttons))).toBe(false)
    }
  }
})

test('the style sheet knows how wide an inset is', () => {
  expect(readFileSync('src/view/style/inset.css', 'utf8')).toContain('clamp(210px, min(34cqw, 58cqh), 330px)')
})
