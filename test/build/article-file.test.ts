import { expect, test } from 'vitest'
import { dateIn } from '../../src/build/article-heading.ts'
import { parseArticleFile } from '../../src/build/article-file.ts'
import { readFixture } from '../story/fixture.ts'

const html = (body: string) => parseArticleFile(`<!doctype html><html><body>${body}</body></html>`).text

test('a page’s article is read without scripts, navigation, asides and footers', () => {
  const { text } = parseArticleFile(readFixture('story/petra.article.html')).text
  expect(text).toContain('وفي وادي موسى')
  for (const other of ['document.title', 'الصفحة الأولى', 'اقرأ أيضا', 'جميع الحقوق']) expect(text).not.toContain(other)
})

test('headline, date and language come from the page', () => {
  expect(parseArticleFile(readFixture('story/petra.article.html')).metadata).toEqual({
    headline: 'إعادة فتح طريق البتراء بعد السيول',
    datePublished: '2022-12-28',
    inLanguage: 'ar',
  })
})

test('markup within a paragraph parts no words, paragraphs do', () => {
  expect(html('<p>One <b>two</b>three&nbsp;<i>four</i></p><p>Five</p>').text).toBe('One twothree\u00a0four\n\nFive')
})

test('headings and captions can be quoted but are not counted as paragraphs', () => {
  const { blocks, text } = html(
    '<article><h1>A</h1><p>B</p><figure><figcaption>C</figcaption></figure><p>D</p></article>',
  )
  expect(blocks.map(({ start, paragraph }) => [text[start], paragraph])).toEqual([
    ['A', undefined],
    ['B', 1],
    ['C', undefined],
    ['D', 2],
  ])
})

test('of several articles on a page the longest is meant, and <main> where there is none', () => {
  expect(html('<article><p>Short</p></article><article><p>The longer one</p></article>').text).toBe('The longer one')
  expect(html('<p>Around</p><main><p>Within</p></main>').text).toBe('Within')
})

test('a plain text that speaks of < and > is plain text', () => {
  expect(parseArticleFile('If a < b and c > d, all is well.').text.text).toBe('If a < b and c > d, all is well.')
})

test.each([
  ['18 October 2017', '2017-10-18'],
  ['October 18, 2017', '2017-10-18'],
  ['Published: Wed 4 Oct 2017', '2017-10-04'],
  ['2017-10-18', '2017-10-18'],
  ['18. Oktober 2017', '2017-10-18'],
  ['18 octobre 2017', '2017-10-18'],
  ['18 Ekim 2017', '2017-10-18'],
  ['١٨ أكتوبر ٢٠١٧', '2017-10-18'],
  ['18 October', undefined],
  ['Four days in October 2017', undefined],
  ['32 October 2017', undefined],
])('the date of %j is %s', (line, date) => {
  expect(dateIn(line)).toBe(date)
})
