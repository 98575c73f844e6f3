import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { createOEmbed } from '../../../src/build/page/oembed.ts'
import { parseStory } from '../../../src/story/parse-story.ts'
import { filterOEmbed } from '../../embed/wordpress.ts'

const story = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
const pageUrl = 'https://maps.example/raqqa/'
const title = 'Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory'
const hostile = '</blockquote><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

test('an oEmbed has what the specification requires of type rich', () => {
  expect(createOEmbed({ story, pageUrl, title })).toMatchObject({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'maps.example',
    width: 600,
    height: 480,
  })
})

test('an oEmbed starts with the first quote and a link, for where the frame is not shown', () => {
  const { document } = parseHTML(createOEmbed({ story, pageUrl, title }).html)
  const quote = document.querySelector('blockquote')
  expect(quote?.textContent).toBe(`${story.places[0]?.quotes[0]?.exact} ${title}`)
  expect(quote?.querySelector('a')?.href).toBe(pageUrl)
})

test('where scripts run and the HTML is shown as it is, as by Ghost, there is only the frame', () => {
  const { document } = parseHTML(`<figure>${createOEmbed({ story, pageUrl, title }).html}</figure>`)
  for (const part of document.querySelectorAll('noscript')) part.remove()
  expect(document.querySelector('figure')?.innerHTML).toMatch(/^<iframe [^>]*><\/iframe>$/)
})

test('an oEmbed names all three of its thumbnail or none', () => {
  const thumbnail = { url: `${pageUrl}card.png`, width: 1200, height: 630 }
  const names = (oembed: object) => Object.keys(oembed).filter((name) => name.startsWith('thumbnail'))
  expect(names(createOEmbed({ story, pageUrl, title }))).toHaveLength(0)
  expect(names(createOEmbed({ story, pageUrl, title, thumbnail }))).toHaveLength(3)
})

test("WordPress's filter leaves the quote, the link and the frame, and the frame keeps its title and its width", () => {
  const html = filterOEmbed(createOEmbed({ story, pageUrl, title }).html, 'abcDEF1234')
  const { document } = parseHTML(html ?? '')
  expect(document.querySelector('blockquote.wp-embedded-content a')?.getAttribute('href')).toBe(pageUrl)
  const frame = document.querySelector('iframe')
  expect(frame?.getAttribute('sandbox')).toBe('allow-scripts')
  expect(frame?.getAttribute('src')).toBe(`${pageUrl}#?secret=abcDEF1234`)
  expect(frame?.getAttribute('title')).toBe(title)
  // As wide as the post, and without the border that frames have by themselves.
  expect([frame?.getAttribute('width'), frame?.getAttribute('frameborder')]).toEqual(['100%', '0'])
})

test('what is markup in a story is text in its oEmbed', () => {
  const article = { ...story.article, headline: hostile, publisher: hostile }
  const places = story.places.map((place) => ({ ...place, quotes: [{ exact: hostile }] }))
  const { document } = parseHTML(createOEmbed({ story: { article, places }, pageUrl, title: hostile }).html)
  expect(document.querySelectorAll('script, img')).toHaveLength(0)
  expect(document.querySelector('blockquote')?.textContent).toBe(`${hostile} ${hostile}`)
  expect(document.querySelector('iframe')?.title).toBe(hostile)
})

test('an oEmbed is not made of a page that nobody else can open', () => {
  expect(() => createOEmbed({ story, pageUrl: './raqqa/', title })).toThrow(TypeError)
  expect(() => createOEmbed({ story, pageUrl: 'file:///raqqa/index.html', title })).toThrow('must be http or https')
})
