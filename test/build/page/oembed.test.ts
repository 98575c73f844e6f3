import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { createOEmbed } from '../../../src/build/page/oembed.ts'
import { parseStory } from '../../../src/story/parse-story.ts'

const story = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
const pageUrl = 'https://maps.example/raqqa/'
const title = 'Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory'
const quotation = '“{quote}” — {source}'
const source = { story, pageUrl, title, quotation }
const hostile = '</blockquote><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

test('an oEmbed has what the specification requires of type rich', () => {
  expect(createOEmbed(source)).toMatchObject({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'maps.example',
    width: 600,
    height: 480,
  })
})

test('an oEmbed starts with the first quote, in its marks, and whom it quotes, as a link: so an excerpt shows it where no frame is', () => {
  const { document } = parseHTML(createOEmbed(source).html)
  const quote = document.querySelector('blockquote')
  expect(quote?.textContent).toBe(`“${story.places[0]?.quotes[0]?.exact}” — ${title}`)
  expect(quote?.querySelector('a')?.href).toBe(pageUrl)
})

test('the oEmbed of a place in dark colours frames both, and quotes what the article says of the place', () => {
  const place = story.places.at(-1)
  const { html } = createOEmbed({ ...source, options: { place: 'deir-ezzor', theme: 'dark' } })
  const { document } = parseHTML(html)
  expect(document.querySelector('iframe')?.getAttribute('src')).toBe(`${pageUrl}?place=deir-ezzor&theme=dark`)
  expect(document.querySelector('a')?.getAttribute('href')).toBe(`${pageUrl}?place=deir-ezzor&theme=dark`)
  expect(document.querySelector('blockquote')?.textContent).toBe(`“${place?.quotes[0]?.exact}” — ${title}`)
})

test('where scripts run and the HTML is shown as it is, as by Ghost, there is only the frame', () => {
  const { document } = parseHTML(`<figure>${createOEmbed(source).html}</figure>`)
  for (const part of document.querySelectorAll('noscript')) part.remove()
  expect(document.querySelector('figure')?.innerHTML).toMatch(/^<iframe [^>]*><\/iframe>$/)
})

test('an oEmbed names all three of its thumbnail or none', () => {
  const thumbnail = { url: `${pageUrl}card.png`, width: 1200, height: 630 }
  const names = (oembed: object) => Object.keys(oembed).filter((name) => name.startsWith('thumbnail'))
  expect(names(createOEmbed(source))).toHaveLength(0)
  expect(names(createOEmbed({ ...source, thumbnail }))).toHaveLength(3)
})

test('what is markup in a story is text in its oEmbed', () => {
  const article = { ...story.article, headline: hostile, publisher: hostile }
  const places = story.places.map((place) => ({ ...place, quotes: [{ exact: hostile }] }))
  const { document } = parseHTML(createOEmbed({ ...source, story: { article, places }, title: hostile }).html)
  expect(document.querySelectorAll('script, img')).toHaveLength(0)
  expect(document.querySelector('blockquote')?.textContent).toBe(`“${hostile}” — ${hostile}`)
  expect(document.querySelector('iframe')?.title).toBe(hostile)
})

test('an oEmbed is not made of a page that nobody else can open', () => {
  expect(() => createOEmbed({ ...source, pageUrl: './raqqa/' })).toThrow(TypeError)
  expect(() => createOEmbed({ ...source, pageUrl: 'file:///raqqa/index.html' })).toThrow('must be http or https')
})
