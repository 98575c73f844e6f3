import { expect, test } from 'vitest'
import { readFrameAddress } from '../../src/embed/frame-address.ts'
import { createHeightDialects } from '../../src/embed/height-dialects.ts'

function dialectsOf(href: string) {
  return createHeightDialects(readFrameAddress(new URL(href)), href)
}
const tell = (href: string, height: number) => dialectsOf(href).map((dialect) => dialect.tell(height))
const page = 'https://maps.example/raqqa/'

test('a height is told in our words, in those of AMP and as iframe.resize', () => {
  expect(tell(page, 480)).toEqual([
    { articleMap: 1, type: 'height', height: 480 },
    { sentinel: 'amp', type: 'embed-size', height: 480 },
    `{"src":"${page}","context":"iframe.resize","height":480}`,
  ])
})

test('WordPress gets its height with the secret of the frame, between 200 and 1000', () => {
  expect(tell(`${page}#?secret=abcDEF1234`, 480)).toContainEqual({
    message: 'height',
    value: 480,
    secret: 'abcDEF1234',
  })
  expect(tell(`${page}#?secret=abcDEF1234`, 4000)).toContainEqual({
    message: 'height',
    value: 1000,
    secret: 'abcDEF1234',
  })
})

test('pym.js gets its height under the name that it gave the frame', () => {
  expect(tell(`${page}?childId=map-1`, 480)).toContain('pymxPYMxmap-1xPYMxheightxPYMx480')
})

test.each([
  [page, { articleMap: 1, type: 'ready', passages: null }],
  [page, { sentinel: 'amp', type: 'frames-init' }],
  [`${page}#?secret=abcDEF1234`, { message: 'ready', secret: 'abcDEF1234' }],
])('a page that asks for the height is answered in its own dialect', (href, message) => {
  expect(dialectsOf(href).filter((dialect) => dialect.asks(message))).toHaveLength(1)
})

test.each([null, 'pym', { message: 'ready', secret: 'other' }, { message: 'ready' }, { sentinel: 'amp' }])(
  'a page that does not ask is not answered: %j',
  (message) => {
    expect(dialectsOf(`${page}#?secret=abcDEF1234`).some((dialect) => dialect.asks(message))).toBe(false)
  },
)
