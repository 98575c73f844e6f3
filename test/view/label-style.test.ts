import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { writeCardStyle } from '../../src/build/card/card-style.ts'
import { type LabelKind, labelStyles } from '../../src/cartography/label-requests.ts'
import { declarationsFor, parseRules, readViewRules, type StyleRule } from './style-sheet.ts'

const kinds = Object.entries(labelStyles) as [LabelKind, (typeof labelStyles)[LabelKind]][]

/** How a style sheet sets the labels of a kind. */
function styleOf(kind: LabelKind, rules: readonly StyleRule[]) {
  const { document } = parseHTML(
    `<div class="map leaflet-container"><svg class="labels"><text class="label ${kind}"></text></svg></div>`,
  )
  const label = document.querySelector('text')
  if (!label) throw new TypeError('There is no label.')
  const about = rules.filter(({ selector }) => selector.includes('.label'))
  const set = declarationsFor(label, about)
  const [, size = ''] = /([\d.]+)px/.exec(set['font'] ?? '') ?? []
  return {
    size: Number.parseFloat(set['font-size'] ?? size),
    spacing: Number.parseFloat(set['letter-spacing'] ?? '0'),
    weight: Number(set['font-weight'] ?? 400),
    italic: set['font-style'] === 'italic',
    isCapital: set['text-transform'] === 'uppercase',
  }
}

test.each(kinds)('a label of kind %s is set as its width was measured', (kind, style) => {
  expect(styleOf(kind, readViewRules())).toEqual({ ...style, isCapital: kind === 'country' })
})

test.each(kinds)('on the social card a label of kind %s is set so too, places a little larger', (kind, style) => {
  // The card's own font is narrower than those of most systems.
  const size = kind === 'place' ? style.size + 1 : style.size
  expect(styleOf(kind, parseRules(writeCardStyle(1, 1)))).toEqual({ ...style, size, isCapital: false })
})
