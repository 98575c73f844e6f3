import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { frameUrl, placeHash, readFrameAddress, readPlaceHash } from '../../src/embed/frame-address.ts'
import { createHeightDialects } from '../../src/embed/height-dialects.ts'
import { isFrameMessage, isHostMessage } from '../../src/embed/protocol.ts'
import { fuzzOptions, mutated } from '../story/mutation.ts'

vi.setConfig({ testTimeout: 120_000 })

const word = fc.oneof(
  fc.constantFrom('raqqa', 'off', 'dark', '480', '-1', '1e9', '%E0%A4%A', 'javascript:alert(1)', 'xPYMx', '<b>', '#'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const names = ['place', 'tiles', 'height', 'theme', 'childId', 'secret', 'parentUrl', '__proto__', '']
const parameters = fc.array(fc.tuple(fc.constantFrom(...names), word), { maxLength: 6 })
const hash = fc.oneof(
  word.map((text) => `#place=${text}`),
  word.map((text) => `#?secret=${text}`),
  fc.tuple(word, word).map(([place, secret]) => `#place=${place}?secret=${secret}`),
  word,
)

test('an odd address gives only what an address can say, and an address made of it says the same', () => {
  fc.assert(
    fc.property(parameters, hash, fc.boolean(), (query, hash, isEncoded) => {
      const encode = isEncoded ? (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')) : String
      const search = `?${query.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`
      const address = readFrameAddress({ search, hash })
      const { place, tiles, height, theme, secret, childId } = address
      expect(['auto', 'off']).toContain(tiles)
      expect(['auto', 'light', 'dark']).toContain(theme)
      expect(height === null || (Number.isInteger(height) && 200 <= height && height <= 1000)).toBe(true)
      expect(secret ?? 'x').toMatch(/^[a-zA-Z0-9]{1,64}$/)
      expect(childId ?? '').not.toContain('xPYMx')
      if (place !== null) expect(readPlaceHash(placeHash(place))).toBe(place.replace(/\p{Surrogate}/gu, '\ufffd'))
      const url = new URL(frameUrl('https://maps.example/raqqa/?v=2#x', { place, tiles, height }))
      const again = readFrameAddress(url)
      expect({ ...again, place: again.place }).toEqual({
        ...address,
        place: place?.replace(/\p{Surrogate}/gu, '\ufffd') ?? null,
        theme: 'auto',
        inset: 'auto',
        secret: null,
        childId: null,
      })
    }),
    fuzzOptions,
  )
})

const messages = [
  { articleMap: 1, type: 'ready', passages: ['raqqa'] },
  { articleMap: 1, type: 'ready', passages: null },
  { articleMap: 1, type: 'select', id: 'raqqa' },
  { articleMap: 1, type: 'selected', id: null },
  { articleMap: 1, type: 'height', height: 480 },
  { articleMap: 1, type: 'reveal', id: 'raqqa' },
  { articleMap: 1, type: 'ready', places: [{ id: 'a', number: 1, name: 'A', quotes: [{ exact: 'x', prefix: 'y' }] }] },
  { sentinel: 'amp', type: 'frames-init' },
  { message: 'ready', secret: 'abc' },
].map((message) => JSON.stringify(message))

const anything = fc.oneof(
  mutated(messages).map((text): unknown => JSON.parse(text)),
  fc.anything({ maxDepth: 4 }),
)
const text = fc.string({ minLength: 1, maxLength: 200 })
const dialects = createHeightDialects(
  { place: null, tiles: 'auto', height: null, theme: 'auto', inset: 'auto', secret: 'abc', childId: 'map' },
  'https://maps.example/',
  'https://medium.com/',
)

/** Whether a value is text of some length. Written anew, so that it does not repeat a fault of what is tested. */
const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.length >= 1 && value.length <= most

test('odd data is no message, or one of which each member is what it must be; nothing throws', () => {
  fc.assert(
    fc.property(anything, (data) => {
      for (const dialect of dialects) expect(typeof dialect.asks(data)).toBe('boolean')
      if (isHostMessage(data)) {
        if (data.type === 'select') expect(data.id === null || isText(data.id, 200)).toBe(true)
        else expect(data.passages?.every((id) => isText(id, 200)) ?? true).toBe(true)
      }
      if (!isFrameMessage(data)) return
      if (data.type === 'height') expect(Number.isInteger(data.height) && data.height > 0).toBe(true)
      else if (data.type === 'reveal') expect(isText(data.id, 200)).toBe(true)
      else if (data.type === 'selected') expect(data.id === null || isText(data.id, 200)).toBe(true)
      else {
        for (const { id, number, name, quotes } of data.places) {
          expect(isText(id, 200) && Number.isInteger(number) && number > 0 && isText(name, 500)).toBe(true)
          for (const { exact, prefix = ' ', suffix = ' ' } of quotes) {
            expect([exact, prefix, suffix].every((part) => isText(part, 20_000))).toBe(true)
          }
        }
      }
    }),
    fuzzOptions,
  )
})

test('what a page or a frame may say is understood, whatever its ids and names', () => {
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 1 }), (id, name, exact, number) => {
      expect(isHostMessage({ articleMap: 1, type: 'select', id })).toBe(true)
      expect(isHostMessage({ articleMap: 1, type: 'ready', passages: [id] })).toBe(true)
      expect(isFrameMessage({ articleMap: 1, type: 'reveal', id })).toBe(true)
      const places = [{ id, number, name, quotes: [{ exact, suffix: name }] }]
      expect(isFrameMessage({ articleMap: 1, type: 'ready', places })).toBe(true)
    }),
    fuzzOptions,
  )
})
