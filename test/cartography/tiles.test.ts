import { expect, test } from 'vitest'
import { imageSourceOf, readTiles } from '../../src/cartography/tiles.ts'

const page = { url: 'https://paper.example/maps/raqqa/', origin: 'https://paper.example' }

/** What a page may ask for with that attribute, and what its policy lets it ask for. */
const policyOf = (value: string | null, at = undefined as typeof page | undefined) => {
  const { source } = readTiles(value, null, at)
  return source && imageSourceOf(source)
}

test('what the map asks for is what the policy of its page lets through', () => {
  for (const [value, allowed] of [
    ['auto', 'https://tile.openstreetmap.org'],
    ['off', null],
    [null, null],
    ['https://{s}.tiles.example.org/{z}/{x}/{y}.png?key=1', 'https://*.tiles.example.org'],
    ['https://tiles.example.org:8443/{z}/{x}/{y}{r}.png', 'https://tiles.example.org:8443'],
    ['tiles/{z}/{x}/{y}.png', "'self'"],
    ['/tiles/{z}/{x}/{y}.png', "'self'"],
    ['//tiles.example.org/{z}/{x}/{y}.png', 'https://tiles.example.org'],
    ['https://tiles.example.org/', null],
    ['javascript:alert({z}{x}{y})', null],
    ['data:image/png,{z}{x}{y}', null],
    ['https://[/{z}/{x}/{y}.png', null],
    ['/tiles/{z}/{x}/{y}?k={apikey}', null],
    ['/tiles/{z}/{x}/{y}?k={constructor}', null],
  ] as const) {
    expect([value, policyOf(value), policyOf(value, page)]).toEqual([value, allowed, allowed])
  }
})

test('tiles come over http only from the page’s own host', () => {
  const home = { url: 'http://localhost:4173/raqqa/', origin: 'http://localhost:4173' }
  const template = 'http://localhost:4173/tiles/{z}/{x}/{y}.png'
  expect(readTiles(template, null, home).setting).toBe('own')
  expect(readTiles(template, null, page).setting).toBe('off')
})

test('a frame without an origin does not ask OpenStreetMap, which would refuse it', () => {
  expect(readTiles('auto', null, { ...page, origin: 'null' })).toEqual({ setting: 'auto', source: null })
})

test('tiles of one’s own are credited as one says, else by their host', () => {
  const template = 'https://{s}.tiles.example.org/{z}/{x}/{y}.png'
  expect(readTiles(template, '© Us', page).source?.attribution).toBe('© Us')
  expect(readTiles('/tiles/{z}/{x}/{y}.png', null, page).source?.attribution).toBe('paper.example')
  expect(readTiles('/tiles/{z}/{x}/{y}.png', ' ', page).source?.attribution).toBe('paper.example')
})
