import { expect, test } from 'vitest'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { readFixture } from './fixture.ts'

const article = parseArticleText(readFixture('article.txt'))
const sentence = 'In Airolo, south of the pass, lorries waited in a queue of six kilometres.'
const speech = '“nobody has seen a March like this one,” said the mayor, who asked guests to stay indoors.'

/** What the check says of a quote. */
function check(exact: string, affix: object = {}, text = article) {
  const story = JSON.parse(readFixture('good/smallest.geojson'))
  story.features[0].properties.quotes = [{ exact, ...affix }]
  const { issues, placements } = checkStory(JSON.stringify(story), { article: text })
  return { severity: issues[0]?.severity, code: issues[0]?.code, message: issues[0]?.message ?? '', placements }
}

test.each([sentence, speech])(
  'whichever character of %j is replaced, left out or doubled, the check says so',
  (quote) => {
    const silent = Array.from(quote).flatMap((character, i) => {
      const [before, after] = [quote.slice(0, i), quote.slice(i + character.length)]
      return [`${before}x${after}`, `${before}§${after}`, before + after, `${before}${character}${character}${after}`]
        .filter((changed) => changed !== quote)
        .filter((changed) => {
          const { severity, message } = check(changed)
          // A mark at the very end or start can be left out: what is left still stands in the article, word for word.
          return severity === undefined && changed !== quote.slice(1) && !message.includes('leaves out')
        })
    })
    // Spaces are typography: two of them are one.
    expect(silent.map((changed) => changed.replace(/ {2}/g, ' '))).toEqual([])
  },
)

test('a character that is replaced is an error at every position but where typography folds it', () => {
  const severities = Array.from(sentence, (_, i) => check(`${sentence.slice(0, i)}z${sentence.slice(i + 1)}`).severity)
  expect(new Set(severities)).toEqual(new Set(['error']))
})

test.each([
  ['case', 'in Airolo, south of the pass'],
  ['an accent', 'Trains to Goschenen ran every two hours.'],
  ['a word cut at its start', 'orries waited in a queue'],
  ['a word cut at its end', 'lorries waited in a queu'],
  ['a number cut at its comma', '250 vehicles were turned back.'],
  ['a number cut at its point', 'came down at 5'],
  ['a mark for another', 'In Airolo; south of the pass'],
  ['a dash left out', 'the summit the third in ten days.'],
  ['two words made one', 'lorries waited in aqueue'],
  ['one word made two', 'lor ries waited'],
])('%s is not typography', (_, quote) => {
  expect(check(quote)).toMatchObject({ severity: 'error', code: 'quote' })
})

test.each([
  ['straight quotes', '"nobody has seen a March like this one,"'],
  ['a hyphen for a dash', 'the summit - the third in ten days.'],
  ['a no-break space', 'a queue of six\u00A0kilometres.'],
  ['a line break', 'lorries waited\nin a queue'],
  ['two spaces', 'lorries  waited in a queue'],
  ['a soft hyphen', 'lorries waited in a queue of six kilo\u00ADmetres.'],
  ['an accent on its own', 'Trains to Go\u0308schenen ran every two hours.'],
])('%s is typography: accepted, with a hint', (_, quote) => {
  expect(check(quote)).toMatchObject({ severity: 'hint', code: 'quote-typography' })
})

test('the hint gives the form that the article has', () => {
  expect(check('"nobody has seen a March like this one,"').message).toContain(
    '“nobody has seen a March like this one,”',
  )
})

test('the same holds the other way around: an article in plain typography, a quote in a typesetter’s', () => {
  const plain = parseArticleText('It said: "the canton\'s road - is closed..." and no more.')
  expect(check('“the canton’s road – is closed…”', {}, plain)).toMatchObject({ severity: 'hint' })
})

test('lines that a text file breaks within a paragraph are no difference', () => {
  const wrapped = parseArticleText(readFixture('article.txt').replaceAll(' of ', ' of\n'))
  expect(check(sentence, {}, wrapped).severity).toBeUndefined()
})

test('an error shows the nearest passage, its paragraph, and the difference', () => {
  expect(check(sentence.replace('six', 'seven')).message).toBe(
    'does not stand in the article; the nearest passage is in paragraph 4 [quote → article]: ' +
      '"… the pass, lorries waited in a queue of [seven → six] kilometres."',
  )
})

test('headline and date are not counted as paragraphs', () => {
  expect(check('The road over the Gotthard Pass stayed closed').placements[0]?.paragraph).toBe(1)
  expect(check('The road is expected to open on Tuesday.').placements[0]?.paragraph).toBe(5)
  expect(check('Storm closes Gotthard road').placements[0]?.paragraph).toBeUndefined()
})

test('what is proposed for a quote that stands twice makes it unique', () => {
  expect(check('No one was hurt').message).toContain('"suffix": " there" for the one in paragraph 4')
  expect(check('No one was hurt', { suffix: ' there' }).placements).toMatchObject([{ paragraph: 4 }])
  expect(check('No one was hurt', { suffix: '.' }).placements).toMatchObject([{ paragraph: 3 }])
})

test('prefix and suffix are compared without typography, and with or without the space between', () => {
  expect(check('the third in ten days.', { prefix: 'the summit -' }).code).toBeUndefined()
  expect(check('the third in ten days.', { prefix: 'the summit – ' }).code).toBeUndefined()
})

test('Arabic, Chinese and Korean are found and compared as well', () => {
  const text = parseArticleText('قال الناطق إن الطريق مغلق.\n\n他说道路已经关闭了。\n\n도로가 폐쇄되었다고 말했다.')
  expect(check('الطريق مغلق', {}, text).severity).not.toBe('error')
  expect(check('الطريق مغل', {}, text).severity).toBe('error')
  expect(check('道路已经关闭', {}, text).severity).toBeUndefined()
  expect(check('道路已经开放', {}, text).message).toContain('道路已经[开放 → 关闭]')
  expect(check('도로가 폐쇄되었다고'.normalize('NFD'), {}, text).code).toBe('quote-typography')
})
