import { expect, test } from 'vitest'
import { readFrameAddress } from '../../src/embed/frame-address.ts'
import { createHeightDialects } from '../../src/embed/height-dialects.ts'

function dialectsOf(href: string, referrer = 'https://paper.example/') {
  return createHeightDialects(readFrameAddress(new URL(href)), href, referrer)
}
const tell = (href: string, height: number) => dialectsOf(href).map((dialect) => dialect.tell(height))
const page = 'https://maps.example/raqqa/'

test('a height is told in our words and in those of AMP', () => {
  expect(tell(page, 480)).toEqual([
    { articleMap: 1, type: 'height', height: 480 },
    { sentinel: 'amp', type: 'embed-size', height: 480 },
  ])
})

test('Medium, and nobody else, is told the address of the frame with its height', () => {
  const told = (referrer: string) =>
    dialectsOf(page, referrer).flatMap((dialect) =>
      JSON.stringify(dialect.tell(480)).includes(page) ? [dialect.to] : [],
    )
  expect(told('https://medium.com/@paper/raqqa')).toEqual(['https://medium.com'])
  expect(told('https://paper.medium.com/')).toEqual(['https://paper.medium.com'])
  for (const referrer of ['', 'https://medium.com.evil.example/', 'https://notmedium.com/', 'http://medium.com/']) {
    expect(told(referrer)).toEqual([])
  }
})

test('a page that tells which passages it has found does not ask for the height', () => {
  const message = { articleMap: 1, type: 'ready', passages: [] }
  for (const dialect of dialectsOf(page)) expect(dialect.asks(message)).toBe(false)
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
