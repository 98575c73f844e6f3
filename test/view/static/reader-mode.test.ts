import { Readability, isProbablyReaderable } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderStoryPage } from '../../../src/build/page/story-page.ts'
import { readPageData } from '../../../src/build/story-files.ts'

const data = readPageData('geo', 'raqqa', process.cwd())
const parts = { template: readFileSync('index.html', 'utf8'), style: '', script: '', address: { folder: '' } }
const open = () => parseHTML(renderStoryPage(data, parts)).document

test('a browser offers its reader mode for a story’s page', () => {
  // The small DOM for Node knows no style: everything in it is displayed.
  expect(isProbablyReaderable(open(), { visibilityChecker: () => true })).toBe(true)
})

test('a reader mode shows the headline, and each place over its own quotes; it takes nobody for the author', () => {
  const article = new Readability(open()).parse()
  expect(article?.title).toBe(data.story.article.headline)
  expect(article?.byline ?? null).toBeNull()
  const { document } = parseHTML(`<html><body>${article?.content ?? ''}</body></html>`)
  const said = [...document.querySelectorAll('h2, blockquote')].map(({ textContent }) => textContent?.trim())
  expect(said).toEqual(data.story.places.flatMap(({ name, quotes }) => [name, ...quotes.map(({ exact }) => exact)]))
})
