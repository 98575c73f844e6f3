import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { listRedirects, renderRedirectPage } from '../../../src/build/page/redirect-page.ts'
import { readPageData } from '../../../src/build/story-files.ts'
import { hasPlacePages, type RedirectOptions, redirectPath } from '../../../src/embed/redirect-path.ts'

const raqqa = readPageData('geo', 'raqqa', process.cwd())
const markup = readPageData('test/fixture/good', 'markup', process.cwd())
const pageUrl = 'https://maps.example/raqqa/'
const pageOf = (options: RedirectOptions, data = raqqa) =>
  parseHTML(renderRedirectPage(data, pageUrl, options)).document
const contentOf = (page: Document, name: string) =>
  page
    .querySelector(`meta[name="${name}"], meta[property="${name}"], meta[http-equiv="${name}"]`)
    ?.getAttribute('content')

test('the address of a place shows its name and its quote where links are previewed', () => {
  const page = pageOf({ place: 'deir-ezzor', theme: 'auto' })
  const quote = raqqa.story.places.at(-1)?.quotes[0]?.exact
  expect(contentOf(page, 'og:title')).toBe('Deir Ezzor')
  expect(contentOf(page, 'og:description')).toBe(
    `“${quote}” — Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory`,
  )
  expect(contentOf(page, 'og:url')).toBe(`${pageUrl}place/deir-ezzor/`)
})

test.each([
  [{ place: 'deir-ezzor', theme: 'auto' }, '../../#place=deir-ezzor'],
  [{ place: 'deir-ezzor', theme: 'dark' }, '../../../?theme=dark#place=deir-ezzor'],
  [{ place: null, theme: 'light' }, '../?theme=light'],
] as const)('the page of %o leads to %s, at once and by a link, and has its own oEmbed', (options, target) => {
  const page = pageOf(options)
  expect(contentOf(page, 'refresh')).toBe(`0; url=${target}`)
  expect(page.querySelector('a')?.getAttribute('href')).toBe(target)
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(pageUrl)
  expect(page.querySelector('link[type$=oembed]')?.getAttribute('href')).toBe(
    `${pageUrl}${redirectPath(options)}oembed.json`,
  )
  expect(renderRedirectPage(raqqa, pageUrl, options).length).toBeLessThan(2500)
})

test('what is markup in a story is text in its redirect pages', () => {
  for (const options of listRedirects(markup.story)) {
    const page = pageOf(options, markup)
    expect(page.querySelectorAll('script, img, style')).toHaveLength(0)
    expect(page.querySelector('a')?.textContent).toContain(markup.story.article.headline)
  }
})

test('each place and each choice of colours has a page, alone and together; of more than 100 places, only the colours', () => {
  expect(listRedirects(raqqa.story).map(redirectPath)).toEqual([
    'light/',
    'dark/',
    ...raqqa.story.places.flatMap(({ id }) => [`place/${id}/`, `place/${id}/light/`, `place/${id}/dark/`]),
  ])
  const places = Array.from({ length: 101 }, (_, index) =>
    raqqa.story.places.slice(0, 1).map((place) => ({ ...place, id: `place-${index}` })),
  ).flat()
  expect(listRedirects({ ...raqqa.story, places }).map(redirectPath)).toEqual(['light/', 'dark/'])
  expect(listRedirects({ ...raqqa.story, places: places.slice(1) })).toHaveLength(302)
})

test.each(['..', 'a/b', 'a\\b', 'a%2Fb', 'Ä', '', 'a'.repeat(201)])('%j becomes no folder', (id) => {
  expect(hasPlacePages(['raqqa', id])).toBe(false)
})
