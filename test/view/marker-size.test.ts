import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { mergeOverlapping } from '../../src/cartography/group-merging.ts'
import { pinHeight, symbolRoom, symbolSize } from '../../src/cartography/marker-size.ts'
import { unproject, worldSize } from '../../src/cartography/mercator.ts'
import { groupHalfWidth, renderSymbol } from '../../src/view/symbol.ts'
import { languages } from '../../src/words/languages.ts'
import { declarationsFor, readViewRules } from './style-sheet.ts'

const { document } = parseHTML(
  '<div class="map"><button class="marker city"></button><button class="marker exact"></button></div><a class="row"></a>',
)
const rules = readViewRules().filter(({ selector }) => /^\.(marker|row)(\.\w+)?$/.test(selector))

/** What the style sheets say of the first element that a selector finds. */
function styleOf(selector: string) {
  const element = document.querySelector(selector)
  if (!element) throw new TypeError(`There is no ${selector}.`)
  return declarationsFor(element, rules)
}

test('the style sheet sets the middle of a marker on its place', () => {
  expect(styleOf('.marker.city')['margin']).toBe(`-${symbolSize / 2}px 0 0 -${symbolSize / 2}px`)
})

test('the style sheet sets the tip of a pin on its place, and the static map does to half a pixel', () => {
  const outline = renderSymbol(document, { precision: 'exact', number: 1 }).querySelector('path')?.getAttribute('d')
  const tip = Number(/^M0 ([\d.]+)/.exec(outline ?? '')?.[1])
  expect(styleOf('.marker.exact')['margin-block-start']).toBe(`-${symbolSize / 2 + tip}px`)
  expect(Math.abs(pinHeight - tip)).toBeLessThanOrEqual(0.5)
})

test('the list keeps as much room for a symbol as it takes', () => {
  expect(styleOf('.row')['grid-template-columns']).toMatch(new RegExp(`^${symbolSize}px `))
})

test.each(Object.entries(languages))('groups whose symbols would overlap in %s are merged', (_, words) => {
  const zoom = 10
  for (const count of [3, 10, 11, 100]) {
    const apart = (2 * groupHalfWidth(words, count) - 1) / worldSize(zoom)
    const groups = [0, apart].map((x) => ({ position: unproject({ x: 0.5 + x, y: 0.5 }), count }))
    const joined = { position: unproject({ x: 0.5, y: 0.5 }), count: 2 * count }
    expect(mergeOverlapping(groups, zoom, symbolRoom, () => joined)).toEqual([joined])
  }
})
