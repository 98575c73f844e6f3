import { expect, test } from 'vitest'
import { parseSiteUrl } from '../../src/build/site-url.ts'

test.each([
  ['https://maps.example', 'https://maps.example/'],
  ['https://maps.example/sub', 'https://maps.example/sub/'],
  ['https://maps.example/sub/', 'https://maps.example/sub/'],
  ['http://maps.example:8080/a?b#c', 'http://maps.example:8080/a/'],
  ['', undefined],
  [undefined, undefined],
])('a site at %s has its pages below %s', (text, url) => {
  expect(parseSiteUrl(text)).toBe(url)
})

test.each(['maps.example', 'maps.example/sub', '//maps.example', 'ftp://maps.example', 'localhost:8080', 'x y'])(
  '%j is no address of a site, and a sentence says what is',
  (text) => {
    expect(() => parseSiteUrl(text)).toThrow(
      `ARTICLE_MAP_URL must be the full address of the site, such as https://maps.example/, got ${JSON.stringify(text)}`,
    )
  },
)
