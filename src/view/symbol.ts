import { groupHalfWidth as halfWidthOf, symbolSize } from '../cartography/marker-size.ts'
import type { PlaceGroup } from '../cartography/place-groups.ts'
import type { Place, Precision } from '../story/story.ts'
import { createSvg } from './element.ts'
import { plural, type Words } from '../words/words.ts'

/**
 * A place's symbol: its number, in a shape that says how well its location is known. A pin stands on an exact
 * location; a dashed ring is around an approximate one; a whole ring is around a city; a region is a hollow square. In an
 * inset, every place has a plain disc.
 */
export function renderSymbol(
  document: Document,
  { precision, number }: Pick<Place, 'number'> & { readonly precision: Precision | 'disc' },
): SVGElement {
  const half = symbolSize / 2
  // Three digits and more are made so small that the shape has room for them.
  const digits = String(number)
  const scale = Math.min(1, 2.5 / digits.length)
  const label = createSvg(document, 'text', {
    class: 'number',
    y: (precision === 'exact' ? -3 / scale : 0) + 4.5,
    'text-anchor': 'middle',
    transform: scale < 1 && `scale(${scale})`,
  })
  label.append(digits)
  return createSvg(
    document,
    'svg',
    {
      class: `symbol ${precision}`,
      width: symbolSize,
      height: symbolSize,
      viewBox: `${-half} ${-half} ${symbolSize} ${symbolSize}`,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    ...shapes(document, precision),
    label,
  )
}

function shapes(document: Document, precision: Precision | 'disc'): SVGElement[] {
  const circle = (part: string, r: number, rest = {}): SVGElement =>
    createSvg(document, 'circle', { class: part, r, ...rest })
  switch (precision) {
    case 'exact':
      return [
        createSvg(document, 'path', { class: 'body', d: 'M0 15.5C-3 10-11 5-11-3a11 11 0 0 1 22 0C11 5 3 10 0 15.5Z' }),
      ]
    case 'approximate':
      return [circle('halo', 15.5), circle('ring', 14, { 'stroke-dasharray': '3.6 3.73' }), circle('body', 10.5)]
    case 'city':
      return [circle('halo', 15.5), circle('ring', 14), circle('body', 10.5)]
    case 'disc':
      return [circle('body', 10.5)]
    case 'region':
      return [createSvg(document, 'rect', { class: 'body', x: -12, y: -12, width: 24, height: 24, rx: 4 })]
  }
}

/**
 * The symbol of several places: a stack that says how many; and where it cannot be opened, on paper and without a script,
 * their numbers, if there is room.
 */
export function renderGroupSymbol(
  document: Document,
  words: Words,
  { count, places }: Pick<PlaceGroup, 'count' | 'places'>,
): SVGElement {
  const text = plural(words, words.places, count)
  const numbers = writeNumbers(places)
  const half = groupHalfWidth(words, count)
  const card = (part: string, dx: number): SVGElement =>
    createSvg(document, 'rect', { class: part, x: -half + dx, y: -12 - dx, width: 2 * half, height: 24, rx: 12 })
  const label = (name: string, said: string): SVGElement =>
    createSvg(document, 'text', { class: name, y: 4.5, 'text-anchor': 'middle' }, said)
  return createSvg(
    document,
    'svg',
    {
      class: 'symbol group',
      width: 2 * half,
      height: symbolSize,
      viewBox: `${-half} -16 ${2 * half} ${symbolSize}`,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    card('body behind', 3),
    card('body', 0),
    label('number', text),
    ' ',
    numbers.length <= text.length && label('number numbers', numbers),
  )
}

/** Writes the numbers of places in their order, those that follow each other as a range: `1–4, 6`. */
function writeNumbers(places: readonly Place[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const { number } of places) {
    const range = ranges[ranges.length - 1]
    if (range?.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/** Half the width of a group's symbol, in pixels. */
export function groupHalfWidth(words: Words, count: number): number {
  return halfWidthOf(plural(words, words.places, count).length)
}
