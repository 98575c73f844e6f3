import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { readPageData } from '../../../src/build/story-files.ts'
import type { LabelFile } from '../../../src/cartography/basemap-file.ts'
import { renderStoryIndex } from '../../../src/build/page/story-index.ts'
import type { Place } from '../../../src/story/story.ts'
import { renderStoryPage } from '../../../src/build/page/story-page.ts'

const root = process.cwd()
const parts = { template: readFileSync('index.html', 'utf8'), style: 'a{color:red}', script: 'run("</script>")' }
const raqqa = readPageData('geo', 'raqqa', root)
const markup = readPageData('test/fixture/good', 'markup', root)

const pageOf = (data = raqqa, pageUrl?: string): Document =>
  parseHTML(renderStoryPage(data, { ...parts, address: { folder: '', ...(pageUrl !== undefined && { pageUrl }) } }))
    .document

test('the page holds every quote of the story before its script, in order', () => {
  const quotes = [...pageOf().querySelectorAll('article-map blockquote')].map((quote) => quote.textContent)
  expect(quotes).toEqual(raqqa.story.places.flatMap((place) => place.quotes.map(({ exact }) => exact)))
})

test('the page has one first heading, the headline, and a heading for each place', () => {
  const page = pageOf()
  expect([...page.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual([raqqa.story.article.headline])
  expect([...page.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(
    raqqa.story.places.map(({ name }) => name),
  )
})

test('the address of a place is that of its row in the list', () => {
  const page = pageOf()
  for (const { id } of raqqa.story.places) expect(page.getElementById(`place=${id}`)?.tagName).toBe('LI')
})

test('of a large story the page holds the first hundred places, and says where all of them are', () => {
  const places = Array.from({ length: 150 }, (_, i) => ({
    ...(raqqa.story.places[0] as Place),
    id: `place-${i}`,
    number: i + 1,
  }))
  const page = pageOf({ ...raqqa, story: { ...raqqa.story, places } })
  expect(page.querySelectorAll('.row')).toHaveLength(100)
  const [jsonLd] = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '')['@graph']
  expect(jsonLd.contentLocation).toHaveLength(100)
  const picture = page.querySelector('.map-image')?.getAttribute('aria-label')
  expect(picture).toMatch(/\((?:Raqqa, ){7}Raqqa and 142 more\)$/)
  const link = page.querySelector('.all-places a')
  expect([link?.textContent, link?.getAttribute('href')]).toEqual(['150 places (GeoJSON)', 'story.geojson'])
  expect(pageOf().querySelector('.all-places')).toBeNull()
})

test('the page says in which paragraph a quote stands, once it is locked to its article', () => {
  expect(pageOf().querySelector('blockquote + figcaption')?.textContent).toBe('Verbatim, paragraph 1')
  const quotes = [{ exact: 'มีผู้บาดเจ็บสิบคน', verified: true as const }, { exact: 'Nobody knows.' }]
  const places = raqqa.story.places.slice(0, 1).map((place) => ({ ...place, quotes }))
  // What is verified is so also where no paragraph has a number, as in a list or in a language without full stops.
  const page = pageOf({ ...raqqa, story: { ...raqqa.story, places } })
  expect([...page.querySelectorAll('figcaption')].map(({ textContent }) => textContent)).toEqual(['Verbatim'])
})

test('a page whose address is not known claims none', () => {
  const page = pageOf()
  expect(page.querySelector('link[rel=canonical], meta[property="og:image"], link[type$=oembed]')).toBeNull()
})

test('a page whose address is known is found by those who embed it and by those who show its link', () => {
  const page = pageOf(raqqa, 'https://maps.example.org/raqqa/')
  const value = (selector: string, name: string) => page.querySelector(selector)?.getAttribute(name)
  expect(value('link[rel=canonical]', 'href')).toBe('https://maps.example.org/raqqa/')
  expect(value('link[type="application/json+oembed"]', 'href')).toBe('https://maps.example.org/raqqa/oembed.json')
  expect(value('meta[property="og:image"]', 'content')).toBe('https://maps.example.org/raqqa/card.png')
  const alt = `Map of the places in: ${raqqa.story.article.headline} (Raqqa, Al-Naim roundabout, Main hospital, Municipal stadium, Deir Ezzor)`
  expect(value('meta[property="og:image:alt"]', 'content')).toBe(alt)
  expect(value('meta[name="twitter:image:alt"]', 'content')).toBe(alt)
})

test.each([
  [2, 'The places in the article: Place 1 and Place 2.'],
  [8, /Place 7, and Place 8\.$/],
  [9, 'Place 1, Place 2, Place 3, Place 4, Place 5, Place 6, Place 7, Place 8 …'],
])('of %i places the description ends as a sentence does, or with those that there is room for', (count, end) => {
  const [first] = raqqa.story.places
  if (first === undefined) throw new Error('The story has no places.')
  const places = Array.from({ length: count }, (_, i) => ({ ...first, id: `place-${i + 1}`, name: `Place ${i + 1}` }))
  const page = pageOf({ ...raqqa, story: { ...raqqa.story, places } })
  const description = page.querySelector('meta[name=description]')?.getAttribute('content')
  if (typeof end === 'string') expect(description?.endsWith(end)).toBe(true)
  else expect(description).toMatch(end)
})

test('nothing in the script looks like a link, which programs that copy pages would rewrite', () => {
  const script = 'run(`<a href="${address}">`, "<iframe src=x>")'
  const page = renderStoryPage(raqqa, { ...parts, script, address: { folder: '' } })
  expect(page).toContain('run(`\\x3ca href="${address}">`, "\\x3ciframe src=x>")')
})

test('a story whose every text is markup is text in its page', () => {
  const page = pageOf(markup)
  expect(page.querySelector('img')).toBeNull()
  expect([...page.querySelectorAll('script')].map((script) => script.getAttribute('type'))).toEqual([
    'application/ld+json',
    'application/json',
    'module',
  ])
  const { basemap, ...data } = JSON.parse(JSON.stringify(markup))
  expect(JSON.parse(page.getElementById('article-map-data')?.textContent ?? '')).toMatchObject({
    ...data,
    basemap: { ...basemap, labels: basemap.labels.map(() => expect.any(Array)) },
  })
})

test('the page tells the live map the names of towns, rivers and countries in its own language alone', () => {
  const { basemap } = JSON.parse(pageOf().getElementById('article-map-data')?.textContent ?? '')
  const names = basemap.labels.map(([, , , name]: LabelFile) => name)
  expect(names).toEqual(expect.arrayContaining(['Syria', 'Aleppo', 'Euphrates']))
  expect(JSON.stringify(basemap.labels)).not.toMatch(/[\u0600-\u06FF]/)
})

test('the page tells the live map what its insets show on each shape of map, and by which ids', () => {
  const { insets } = JSON.parse(pageOf().getElementById('article-map-data')?.textContent ?? '')
  const town = raqqa.story.places.slice(0, 4).map(({ id }) => id)
  expect(insets).toHaveLength(5)
  for (const plan of insets) expect(plan).toMatchObject([{ title: 'Raqqa', places: town }])
})

test('a script that speaks of scripts does not end before its end', () => {
  expect(pageOf().querySelector('script[type=module]')?.textContent).toBe('run("\\x3c/script>")')
})

test('a script is kept in one byte for each of its characters', () => {
  const { document } = parseHTML(renderStoryPage(raqqa, { ...parts, script: 'run("é…”")', address: { folder: '' } }))
  expect(document.querySelector('script[type=module]')?.textContent).toBe('run("é\\u2026\\u201d")')
})

test('several stories are listed by their headlines', () => {
  const { document } = parseHTML(renderStoryIndex(new Map(Object.entries({ raqqa, markup }))))
  expect([...document.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
    ['raqqa/', raqqa.story.article.headline],
    ['markup/', markup.story.article.headline],
  ])
})
