import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { type BasemapFile, decodeBasemap } from '../../../src/cartography/basemap-file.ts'
import { openingView } from '../../../src/cartography/opening-view.ts'
import { parseStory } from '../../../src/story/parse-story.ts'
import { breakpointsOf } from '../../../src/cartography/breakpoints.ts'
import { layOut } from '../../../src/view/static/static-placement.ts'
import { renderStaticMap } from '../../../src/view/static/static-map.ts'
import { createManyShapes } from '../../bench/many-shapes.ts'
import { localizeStory } from '../../../src/words/localized-story.ts'

const raqqa = readFileSync('geo/raqqa.geojson', 'utf8')
const file = JSON.parse(readFileSync('geo/raqqa.basemap.json', 'utf8')) as BasemapFile
const basemap = decodeBasemap(file)

function contextOf(storyText: string) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  return { document, ...localizeStory(parseStory(storyText)) }
}

function draw(storyText = raqqa) {
  const context = contextOf(storyText)
  const view = openingView(context.story)
  return renderStaticMap(context, basemap, {
    view,
    breakpoints: breakpointsOf(view),
    placeLink: (id) => `#place=${id}`,
  })
}

test('on each size of the static map, every place is shown once: by its own marker or within a group', () => {
  const context = contextOf(raqqa)
  const view = openingView(context.story)
  const breakpoints = breakpointsOf(view)
  const items = layOut(context, basemap, view, breakpoints)
  for (const i of breakpoints.keys()) {
    const shown = items.filter(({ group, from, to }) => group && from <= i && i <= to)
    const numbers = shown.flatMap(({ group }) => group?.places.map(({ number }) => number) ?? [])
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  }
})

test('larger static maps name more towns', () => {
  const context = contextOf(raqqa)
  const view = openingView(context.story)
  const breakpoints = breakpointsOf(view)
  const items = layOut(context, basemap, view, breakpoints)
  const labels = [...breakpoints.keys()].map(
    (i) => items.filter(({ label, from, to }) => label && from <= i && i <= to).length,
  )
  expect(labels.at(-1)).toBeGreaterThan(2 * (labels[0] ?? Infinity))
})

test('a marker of the static map leads to its place in the list, a group to the first of its places', () => {
  const links = [...draw().element.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  expect(links).toEqual(['#place=raqqa', '#place=deir-ezzor'])
})

test('lines and areas are drawn on maps on which they are more than specks, the small ones over the large ones', () => {
  const shapes = [...draw(createManyShapes(1000)).element.querySelectorAll('.shape')]
  expect(shapes.length).toBeGreaterThan(20)
  expect(shapes.length).toBeLessThan(200)
  // None is drawn on a smaller map than those that are larger.
  const from = shapes
    .filter((shape) => !shape.matches('.line'))
    .map((area) => Number(/ from-(\d+)/.exec(area.getAttribute('class') ?? '')?.[1] ?? 0))
  expect(from.at(-1)).toBeGreaterThan(0)
  expect(from).toEqual(from.toSorted((a, b) => a - b))
})

test('a group says the numbers of its places where it cannot be opened', () => {
  expect(draw().element.querySelector('.numbers')?.textContent).toBe('1–4')
})

test('the static map has no style attributes, which the page’s policy would refuse', () => {
  expect(draw().element.querySelectorAll('[style]')).toHaveLength(0)
})

test('a name that is markup is text on the static map', () => {
  const { element } = draw(raqqa.replace('"name": "Deir Ezzor"', '"name": "<img src=x>"'))
  expect(element.querySelector('img')).toBeNull()
  expect(element.textContent).toContain('<img src=x>')
})
