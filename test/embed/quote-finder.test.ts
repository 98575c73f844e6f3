import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { findPoint, readPageText } from '../../src/embed/page-text.ts'
import { createQuoteFinder } from '../../src/embed/quote-finder.ts'
import { parseStory } from '../../src/story/parse-story.ts'

const story = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
const { document, window } = parseHTML(readFileSync('test/page/host-article.html', 'utf8'))
// The small DOM for Node knows no style: everything in it is displayed.
Object.assign(window, { getComputedStyle: () => ({ display: 'block' }) })
const article = document.querySelector('article') as unknown as Element
const page = readPageText(article)

function found(text: string, ...quote: Parameters<ReturnType<typeof createQuoteFinder>>) {
  const [start, end] = createQuoteFinder(text)(...quote) ?? []
  return start === undefined ? null : text.slice(start, end)
}

test('every quote of the story is found in the page, across links and in curly quotation marks', () => {
  const find = createQuoteFinder(page.text)
  const quotes = story.places.flatMap((place) => place.quotes)
  expect(quotes.filter((quote) => find(quote) === null)).toEqual([])
})

test('a passage starts and ends in the text nodes in which the reader sees it', () => {
  const [, second] = story.places[1]?.quotes ?? []
  const [start, end] = createQuoteFinder(page.text)(second ?? { exact: '' }) ?? [0, 0]
  expect(findPoint(page, start, 'after')?.node.data.trim()).toMatch(/^“Hell Roundabout/)
  const last = findPoint(page, end, 'before')
  expect(last?.node.data.slice(0, last.offset)).toBe('fierce battle for the city.')
})

test('a quote in which a word was changed is not found', () => {
  expect(found(page.text, { exact: 'US-backed forces took no control of Raqqa' })).toBeNull()
})

test('a quote is found in other typography, and the passage is given in the typography of the page', () => {
  expect(found('He said: “It’s over…”\n', { exact: '"It\'s over..."' })).toBe('“It’s over…”')
  expect(found('a cafe\u0301 here', { exact: 'caf\u00e9' })).toBe('cafe\u0301')
  expect(found('full\u00a0con\u00adtrol  of\nRaqqa', { exact: 'full control of Raqqa' })).toBe(
    'full\u00a0con\u00adtrol  of\nRaqqa',
  )
})

test('a quote is rather a whole word than a part of one', () => {
  expect(found('Raqqan, then Raqqa', { exact: 'Raqqa' })).toBe('Raqqa')
  expect(createQuoteFinder('Raqqan, then Raqqa')({ exact: 'Raqqa' })).toEqual([13, 18])
  expect(createQuoteFinder('unarmed, then armed')({ exact: 'armed' })).toEqual([14, 19])
})

test('of a sentence that stands twice, the one between its prefix and suffix is meant', () => {
  const find = createQuoteFinder('First. He left. Second. He left. Third.')
  expect(find({ exact: 'He left.' })).toEqual([7, 15])
  expect(find({ exact: 'He left.', prefix: 'Second. ' })).toEqual([24, 32])
  expect(find({ exact: 'He left.', suffix: ' Third.' })).toEqual([24, 32])
})

test('words of two paragraphs, of a button or of a script are not run together into a passage', () => {
  const { document } = parseHTML('<article><p>one</p><p>two</p><button>three</button><script>four</script></article>')
  const { text } = readPageText(document.querySelector('article') as unknown as Element)
  expect(text.trim().split(/\s+/)).toEqual(['one', 'two'])
})

test('an empty quote stands nowhere', () => {
  expect(found('Raqqa', { exact: '' })).toBeNull()
  expect(found('Raqqa', { exact: ' ' })).toBeNull()
})

test('of passages that are alike, the first is meant', () => {
  expect(createQuoteFinder('It fell. Then it rose. It fell. Then it rose.')({ exact: 'Then it rose.' })).toEqual([
    9, 22,
  ])
})

test('a quote that a text holds ten thousand times is found as fast as another', () => {
  const find = createQuoteFinder('It was here. '.repeat(10_000))
  for (let i = 0; i < 1000; i++) expect(find({ exact: 'It was here.', suffix: 'nowhere' })).not.toBeNull()
})

test('of passages that fit alike the first is found', () => {
  const find = createQuoteFinder('Snow fell. Then snow fell, and snow fell.')
  expect(find({ exact: 'snow fell' })).toEqual([16, 25])
  expect(find({ exact: 'snow fell', prefix: 'never ' })).toEqual([16, 25])
})
