import { expect, test } from 'vitest'
import { frameUrl, placeHash, readFrameAddress, readPlaceHash } from '../../src/embed/frame-address.ts'

const read = (address: string) => readFrameAddress(new URL(address, 'https://maps.example/raqqa/'))
const defaults = { place: null, tiles: 'auto', height: null, theme: 'auto', inset: 'auto', secret: null, childId: null }

test('an address without options gives the defaults', () => {
  expect(read('')).toEqual(defaults)
})

test('an address gives place, tiles, height and theme', () => {
  expect(read('?place=deir-ezzor&tiles=off&height=520&theme=dark')).toEqual({
    ...defaults,
    place: 'deir-ezzor',
    tiles: 'off',
    height: 520,
    theme: 'dark',
  })
})

test.each([
  '?tiles=https://evil.example/{z}/{x}/{y}.png',
  '?theme=hotdog',
  '?height=-1',
  '?height=1e9',
  '?height=0x99',
  '?place=',
])('an option that makes no sense is as good as none: %s', (address) => expect(read(address)).toEqual(defaults))

test('a height is kept between 200 and 1000', () => {
  expect([read('?height=10').height, read('?height=99999').height]).toEqual([200, 1000])
})

test.each([
  '',
  '#',
  '#section',
  '#?secret=abc',
  '#place=',
  '#place=%E0%A4%A',
  '#placebo=x',
  `#place=${'x'.repeat(201)}`,
])('a foreign hash names no place: %s', (hash) => expect(readPlaceHash(hash)).toBeNull())

test("a place's hash is read as it was written, whatever the id", () => {
  for (const id of ['municipal-stadium', 'دوار النعيم', '50%', 'a&b=c#d?e'])
    expect(readPlaceHash(placeHash(id))).toBe(id)
  expect(() => placeHash('\ud800')).not.toThrow()
})

test('the hash goes before the query', () => {
  expect(read('?place=raqqa#place=deir-ezzor').place).toBe('deir-ezzor')
})

test("WordPress's secret is found behind any hash, and leaves the place alone", () => {
  expect(read('#?secret=abcDEF1234')).toEqual({ ...defaults, secret: 'abcDEF1234' })
  expect(read('#place=raqqa?secret=abcDEF1234')).toMatchObject({ place: 'raqqa', secret: 'abcDEF1234' })
  expect(read('#?secret=a"b')).toEqual(defaults)
})

test("pym.js's name for the frame is taken as it is, but not where it would break the message", () => {
  expect(read('?initialWidth=600&childId=map-1&parentUrl=https%3A%2F%2Fpaper.example').childId).toBe('map-1')
  expect(read('?childId=xPYMxheightxPYMx9').childId).toBeNull()
})

test("a frame's address holds the options that are no defaults, and no leftovers", () => {
  const page = 'https://maps.example/raqqa/?v=2&place=raqqa&childId=map-1#place=raqqa'
  expect(frameUrl(page)).toBe('https://maps.example/raqqa/?v=2')
  expect(frameUrl(page, { place: 'deir-ezzor', tiles: 'off', height: 520 })).toBe(
    'https://maps.example/raqqa/?v=2&place=deir-ezzor&tiles=off&height=520',
  )
})
