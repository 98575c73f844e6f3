import { expect, test } from 'vitest'
import { parseArticleFile } from '../../src/command/article-file.ts'
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

test('the name of the paper is no headline, and the day on which the page was shown is no date', () => {
  const page = (head: string, heading: string) =>
    parseArticleFile(
      `<html><head>${head}</head><body><header><h1>The Post</h1><time datetime="2024-01-01"></time></header>` +
        `<article>${heading}<p>Boats came.</p></article></body></html>`,
    ).metadata
  expect(page('', '<h1>Boats come</h1><time datetime="2020-05-06T07:08Z"></time>')).toMatchObject({
    headline: 'Boats come',
    datePublished: '2020-05-06',
  })
  const head = '<meta property="og:title" content="Boats come"><script type="application/ld+json">'
  expect(page(`${head}{"datePublished": "2020-05-06T07:08Z"}</script>`, '<h2>Boats</h2>')).toMatchObject({
    headline: 'Boats come',
    datePublished: '2020-05-06',
  })
})

test('markup within a paragraph parts no words, paragraphs do', () => {
  expect(html('<p>One <b>two</b>three&nbsp;<i>four</i></p><p>Five</p>').text).toBe('One twothree\u00a0four\n\nFive')
})

test('what a map in the article holds is no part of its text', () => {
  const map =
    '<article-map><p><a href="/">Map</a></p><ol><li>Ormoc <blockquote>Two</blockquote></li></ol></article-map>'
  expect(html(`<article><p>One</p>${map}<p>Two</p></article>`).text).toBe('One\n\nTwo')
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

test('of a page with teasers, advertisements, comments and notes, the article is read and nothing else', () => {
  const { text, metadata, reading } = parseArticleFile(readFixture('page/teasers.html'))
  expect(text.text.split('\n\n')).toEqual([
    'Storm tears roofs off in Tacloban',
    'By Ana Reyes',
    'A storm tore the roofs off some 300 houses in Tacloban early on Tuesday, the city’s disaster office said.',
    'The storm left 300 boats ashore. Nobody was hurt.',
    'In Ormoc, on the west coast, power was back by noon.',
    'A roof in Ormoc.',
  ])
  expect(text.blocks.map(({ paragraph }) => paragraph)).toEqual([undefined, undefined, 1, 2, 3, undefined])
  expect(metadata).toMatchObject({ headline: 'Storm tears roofs off in Tacloban', datePublished: '2024-05-07' })
  expect(reading).toBe('read 3 paragraphs, 40 words, from “A storm tore the roofs …” to “… power was back by noon.”')
})

const card = (title: string) =>
  `<div class="item"><div>${title}</div><p>The council of Ormoc votes on Friday.</p></div>`

test.each([
  [
    'cards in its <main>',
    (own: string) => `<main><article>${own}</article>${card('<a href="/x">Ormoc</a>').repeat(3)}</main>`,
  ],
  ['more cards than text', (own: string) => `<div>${own}</div>${card('<h3><a href="/x">Ormoc</a></h3>').repeat(9)}`],
  [
    'cards without a title that is marked',
    (own: string) => `<div>${own}${card('<a href="/x">Ormoc</a>').repeat(9)}</div>`,
  ],
  [
    'a single teaser in an <article>',
    (own: string) => `<div>${own}</div><article><h3>Ormoc</h3>${card('')}${card('')}</article>`,
  ],
])('a page with %s gives its own article alone', (_, page) => {
  const own = '<h1>Storm tears off roofs</h1><p>A storm came.</p><p>It went.</p>'
  expect(html(page(own)).text).toBe('Storm tears off roofs\n\nA storm came.\n\nIt went.')
})

test('where the headline stands over the article, the one that does not lead elsewhere is read', () => {
  const teaser =
    '<article><h2>Ormoc votes</h2><p>The council of Ormoc, the largest in Leyte, votes on Friday.</p></article>'
  const own = '<article><p>A storm came.</p><h2>What is known</h2><p>It went.</p></article>'
  expect(html(`<h1>Storm</h1>${teaser}${own}${teaser}`).text).toBe(
    'Storm\n\nA storm came.\n\nWhat is known\n\nIt went.',
  )
})

test('an article within the article is a comment or a teaser', () => {
  expect(html('<article><h1>A</h1><p>B</p><article><p>A long comment</p></article></article>').text).toBe('A\n\nB')
})

test('a headline that looks like one, but is marked as none, is found', () => {
  const head = '<meta property="og:title" content="Boats come to Oslo">'
  const body = '<div><h1>The Post</h1></div><div class="s"><div><b>Boats come to Oslo</b></div><p>Boats came.</p></div>'
  const page = `<html><head>${head}</head><body>${body}<article><p>The council of Oslo votes.</p></article></body></html>`
  expect(parseArticleFile(page).text.text).toBe('Boats come to Oslo\n\nBoats came.')
})

test('a mark of a note is no part of the text, an exponent and the end of a number are', () => {
  expect(
    html(
      '<p>Ashore<sup>1</sup>, “so<sup>[2]</sup>”<sup>*</sup>. 5 km<sup>2</sup> on the 1<sup>er</sup>, 10<sup>6</sup>.</p>',
    ).text,
  ).toBe('Ashore, “so”. 5 km2 on the 1er, 106.')
})

test('a selector says which elements hold the article', () => {
  const page =
    '<p>Around</p><div class="a"><p>One</p></div><article><p>The longest of all</p></article><div class="a"><p>Two</p></div>'
  expect(parseArticleFile(page, '.a').text.text).toBe('One\n\nTwo')
})

test.each(['div', 'article', 'span', 'h1'])('a page with 20,000 times <%s> around its text is read', (tag) => {
  expect(html(`${`<${tag}>`.repeat(20_000)}<b>Boats</b> came.`).text).toBe('Boats came.')
})

test('what is struck out, hidden, typed in or only a help to read is not in the article', () => {
  const { text } = html(
    '<p>He said <del>never</del> <s>not</s> so.</p><p style="display: none">Hidden</p><textarea>Typed</textarea>' +
      '<select><option>Chosen</option></select><p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>',
  )
  expect(text).toBe('He said so.\n\n漢字')
})

test('a piece of a page without a paragraph is HTML as well', () => {
  expect(parseArticleFile('<b>Bold</b> text &amp; more.').text.text).toBe('Bold text & more.')
})

test('a paragraph that is a link with a few words before it leads to another article, and is not in this one', () => {
  const link = '<a href="/boats">How boats came to Mull</a>'
  const read = html(`<p>Boats came.</p><p><b>Read more:</b> ${link}</p><p>He said: ${link}, and they went.</p>`)
  expect(read.text).toBe('Boats came.\n\nHe said: How boats came to Mull, and they went.')
})

test('a headline has no marks that nobody sees', () => {
  const [page, text] = ['<h1>The Penn&shy;feld</h1><p>It rose.</p>', 'The Penn\u00ADfeld\n\nIt rose in the night.']
  for (const file of [page, text]) expect(parseArticleFile(file).metadata.headline).toBe('The Pennfeld')
})

test.each(['---\ntitle: Rain\n---\n\nIt rose.', 'It rose in **Rize**.', 'It rose, [they](https://they.example/) say.'])(
  'Markdown is refused, as its marks would be quoted: %j',
  (file) => {
    expect(() => parseArticleFile(file)).toThrow('is Markdown, whose marks no reader of the article sees')
  },
)

test('a plain text with lines and stars of its own is no Markdown', () => {
  const text = '---\n\nIt rose* by 2 m ** in a night [see below].\n\n---\n'
  expect(parseArticleFile(text).text.text).toContain('It rose* by 2 m ** in a night [see below].')
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
  ['Publié le mardi 7 mai 2024 à 10 h 30', '2024-05-07'],
  ['1er mai 2024', '2024-05-01'],
  ['7 de mayo de 2024, 10:30', '2024-05-07'],
  ['Dienstag, 7. Mai 2024, 10.30 Uhr', '2024-05-07'],
  ['07.05.2024 10:30', '2024-05-07'],
  ['7 Mayıs 2024 Salı 10:30', '2024-05-07'],
  ['٧ أيار/مايو ٢٠٢٤', '2024-05-07'],
  ['١٨ تشرين الأول ٢٠١٧', '2017-10-18'],
  ['Sept 4, 2017, 8.15am', '2017-09-04'],
  ['By Ana Reyes, 4th of March 2017', '2017-03-04'],
  ['Par Yann Le Gall, envoyé spécial à Landerneau – Publié le 21 novembre 2026 à 7 h 15 – Lecture 3 min', '2026-11-21'],
  [
    'Von Karl Kurz und Sabine Lang, Sonderberichterstatter in Landerneau, Samstag, 21. November 2026, 7.15 Uhr',
    '2026-11-21',
  ],
  ['By Ana Reyes and Tom Marsh, special correspondents of the Post in Landerneau, November 21, 2026', '2026-11-21'],
  ['Por Ana Reyes, enviada especial a Landerneau, y redacción de Madrid | 21 de noviembre de 2026, 7:15', '2026-11-21'],
  ['Why the bridge that the storm of 21 November 2026 took away is still not there, and who pays', undefined],
  ['31 June 2017', undefined],
  ['18 October', undefined],
  ['Four days in October 2017', undefined],
  ['32 October 2017', undefined],
])('the date of an article under %j is %s', (line, date) => {
  expect(parseArticleFile(`Boats come\n\n${line}\n\nBoats came.`).metadata.datePublished).toBe(date)
})

test.each([
  ['lines with no blank one between', 'Ein Dorf wählt\nVon Karl Kurz\n3. Mai 2024\n\nEs wählt.'],
  ['a Windows text', 'Ein Dorf wählt\r\nVon Karl Kurz\r\n3. Mai 2024\r\n\r\nEs wählt.'],
])('the headline is the first line: %s', (_, file) => {
  const { text, metadata } = parseArticleFile(file)
  expect(metadata).toMatchObject({ headline: 'Ein Dorf wählt', datePublished: '2024-05-03' })
  expect(text.text.slice(text.blocks.find(({ paragraph }) => paragraph === 1)?.start)).toMatch(/^Es wählt/)
})

test('a headline may ask, a paragraph that is wrapped is one', () => {
  expect(parseArticleFile('Who pays?\n\nNobody.').metadata.headline).toBe('Who pays?')
  const wrapped =
    'The road over the Gotthard Pass stayed closed on\nSunday after a night of heavy snow, the canton of\nUri said.'
  expect(parseArticleFile(`${wrapped}\n\nIt is.`).text.blocks.map(({ paragraph }) => paragraph)).toEqual([1, 2])
})

test.each([
  ['Boats came ashore1.\n\nThe UK2 sent more.\n\n1 By noon.\n\n2 On Friday.', 'Boats came ashore.|The UK sent more.'],
  ['Boats came ashore.¹\nNobody “waited”.²\n1. By noon.\n2. On Friday.', 'Boats came ashore.|Nobody “waited”.'],
  ['Boats came [1] ashore.\n\nIt took 5 km2.\n\n[1] By noon, or\n1 pm.', 'Boats came ashore.|It took 5 km2.'],
  ['رست القوارب1 هنا.\n\n1 قبل الظهر.', 'رست القوارب هنا.'],
])('the marks of the notes at its end are no part of a plain text: %j', (file, paragraphs) => {
  const { text, blocks } = parseArticleFile(file).text
  const read = blocks.map(({ start, paragraph }, i) => ({ paragraph, text: text.slice(start, blocks[i + 1]?.start) }))
  const own = read.filter(({ paragraph }) => paragraph !== undefined)
  expect(own.map((block) => block.text.trim()).join('|')).toBe(paragraphs)
})

test.each([
  ['numbers that no note has', 'Boats came ashore1.\n\nIt was late.'],
  ['a list at the end', 'Boats bring three things.\n\n1. They bring fish.\n\n2. They bring news.'],
  ['notes that start with 2', 'Boats came ashore2.\n\n2 By noon.'],
  ['a number that stands twice', 'Boats came ashore1, others inland1.\n\n1 By noon.'],
  ['numbers in another order', 'Boats came ashore2, others inland1.\n\n1 By noon.\n\n2 On Friday.'],
])('%s is left as it is', (_, file) => {
  const { text, blocks } = parseArticleFile(file).text
  expect(text).toBe(file)
  expect(blocks.map(({ paragraph }) => paragraph)).toEqual(blocks.map((_, i) => i + 1))
})
