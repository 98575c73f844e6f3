import { describe, expect, test } from 'vitest'
import { renderSocialCard } from '../../../src/build/card/social-card.ts'
import { readPageData } from '../../../src/build/story-files.ts'
import { project } from '../../../src/cartography/mercator.ts'
import { openingView } from '../../../src/cartography/opening-view.ts'
import { type Area, decodePng, pixelsOf, shareOf } from './picture.ts'

const land = ['#f1ede3', '#fbf9f3']
const water = ['#d3dfe4']
const red = ['#a3261b']
const ink = ['#22201c']
const paper = ['#fffdf9']

// The headline and the names stand in a column at the side where its language begins; the map has the rest.
const card: Area = { left: 0, top: 0, right: 1200, bottom: 630 }
const leftColumn: Area = { ...card, right: 438 }
const rightColumn: Area = { ...card, left: 762 }

for (const [folder, name, column, map] of [
  ['geo', 'raqqa', leftColumn, { ...card, left: 442 }],
  ['test/fixture/good', 'markup', leftColumn, { ...card, left: 442 }],
  ['test/fixture/story', 'petra', rightColumn, { ...card, right: 758 }],
] as const) {
  describe(`the card of ${name}`, async () => {
    const data = readPageData(folder, name, process.cwd())
    const picture = decodePng(Buffer.from(await renderSocialCard(data)))

    test('is a PNG of 1200 × 630 pixels', () => {
      expect([picture.width, picture.height]).toEqual([1200, 630])
    })

    test('has land on most of its map, water on some of it, and neither beside it', () => {
      expect(shareOf(picture, map, land)).toBeGreaterThan(0.7)
      expect(shareOf(picture, map, water)).toBeGreaterThan(0.002)
      expect(shareOf(picture, column, [...land, ...water])).toBe(0)
    })

    test('has red markers where its places are, and nowhere else on the map', () => {
      const { center, width, height } = openingView(data.story.places, data.basemap)
      const scale = Math.min(map.right - map.left, (630 * width) / height) / width
      const places = data.story.places.map(({ position }) => {
        const { x, y } = project(position)
        return { x: (map.left + map.right) / 2 + (x - center.x) * scale, y: 315 + (y - center.y) * scale }
      })
      const marks = pixelsOf(picture, map, red)
      const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)
      for (const place of places) expect(Math.min(...marks.map((mark) => distance(mark, place)))).toBeLessThan(6)
      expect(marks.filter((mark) => places.every((place) => distance(mark, place) > 60))).toEqual([])
    })

    test('has its headline in ink in the upper half of the column, with the names and their numbers below', () => {
      const [upper, lower] = [
        { ...column, bottom: 240 },
        { ...column, top: 600 - 46 * Math.min(data.story.places.length, 5) },
      ]
      expect(shareOf(picture, column, paper)).toBeGreaterThan(0.7)
      expect(shareOf(picture, upper, ink)).toBeGreaterThan(0.02)
      expect(shareOf(picture, lower, ink)).toBeGreaterThan(0.005)
      expect(pixelsOf(picture, upper, red)).toEqual([])
      expect(shareOf(picture, lower, red)).toBeGreaterThan(0.005)
      expect(shareOf(picture, { ...column, bottom: 36 }, paper)).toBe(1)
    })
  })
}
