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
          return severity === undefined && !message.includes('leaves out')
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
  ['backed forces', 'US-backed forces', '[ → US-]backed forces'],
  ['lethal aid', 'non-lethal aid', '[ → non-]lethal aid'],
  ['backed force', 'the U.S.-backed force', '[ → U.S.-]backed force'],
  ['he can', 'he can’t go', "he can[ → 't]"],
  ['he can’', 'he can’t go', "he can'[ → t]"],
  ['t go', 'he can’t go', "[ → can']t go"],
  ['5 degrees', 'it was -5 degrees', '[ → -]5 degrees'],
  ['20 people', 'some 10–20 people', '[ → 10-]20 people'],
  ['it cost 5', 'it cost 5% more', 'it cost 5[ → %]'],
  ['5 of it', 'he has $5 of it', '[ → $]5 of it'],
  ['$5 of it', 'he has US$5 of it', '[ → US]$5 of it'],
  ['60 km', 'it ran at 60 km/h then', '60 km[ → /h]'],
  ['it was 10', 'it was 10:30 then', 'it was 10[ → :30]'],
  ['He left.', 'He left... Then she left.', 'He left.[ → ..]'],
])('%j does not stand in %j: it cuts what belongs together', (quote, text, shown) => {
  expect(check(quote, {}, parseArticleText(`${text}.`))).toMatchObject({
    code: 'quote',
    message: expect.stringContaining(shown),
  })
})

test.each([
  ['the capital', 'the city—the capital—fell'],
  ['the capital', 'the city--the capital--fell'],
  ['Dakar rally', 'the Paris–Dakar rally'],
  ['go now', 'he said “go now” and left'],
  ['hôpital d’Alep', 'près de l’hôpital d’Alep'],
  ['It ended.', 'It ended.[1] And began'],
  ['Next it began', 'It ended.Next it began'],
])('%j stands in %j', (quote, text) => {
  expect(check(quote, {}, parseArticleText(`${text}, so far.`)).severity).not.toBe('error')
})

test.each([
  ['straight quotes', '"nobody has seen a March like this one,"'],
  ['a hyphen for a dash', 'the summit - the third in ten days.'],
  ['a no-break space', 'a queue of six\u00A0kilometres.'],
  ['two hyphens for a dash', 'the summit -- the third in ten days.'],
  ['a line break', 'lorries waited\nin a queue'],
  ['a space at its start', ' Storm closes Gotthard road'],
  ['a line break at its end', 'lorries waited in a queue\n'],
  ['two spaces', 'lorries  waited in a queue'],
  ['an accent on its own', 'Trains to Go\u0308schenen ran every two hours.'],
])('%s is typography: accepted, with a hint', (_, quote) => {
  expect(check(quote)).toMatchObject({ severity: 'hint', code: 'quote-typography' })
})

test('what nobody sees in a quote is left out, without a word', () => {
  expect(check('lorries waited in a queue of six kilo\u00ADmetres.').code).toBeUndefined()
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

test('where neither the words before nor those after do, both are proposed, or a longer passage', () => {
  const thrice = parseArticleText('So the city fell.\n\nSo the city fell.\n\nSo the city fell.')
  const { message } = check('the city fell', {}, thrice)
  expect(message).toContain('add "prefix": "\\n\\nSo ", "suffix": ".\\n\\nSo" for the one in paragraph 2')
  expect(check('the city fell', { prefix: '\n\nSo ', suffix: '.\n\nSo' }, thrice).placements).toMatchObject([
    { paragraph: 2 },
  ])
  const same = parseArticleText(`${'and so it went on and on '.repeat(30)}to the end.`)
  expect(check('it went on', {}, same).message).toContain('or quote a longer passage for the one in paragraph 1')
})

test('what only looks right is shown by its number', () => {
  expect(check('Trains to Göschenen ran every tw\u043E hours.').message).toContain('[tw\\u043e → two]')
  expect(check('Trains to Göschenen ran ev\u200Cery two hours.').message).toContain('[ev\\u200cery → every]')
  expect(check('a queue of six kilometres', {}, parseArticleText('a queue of six\u00A0kilometres.')).message).toContain(
    'six\\u00a0kilometres',
  )
})

test('words that were run together are shown apart', () => {
  expect(check('Trainsto Göschenen ran every two hours.').message).toContain('[Trainsto → Trains to] Göschenen')
  expect(check('Trains to Göschenen ran eve ry two hours.').message).toContain('[eve ry → every] two hours')
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

test('a quote of sixteen characters is found at the very end of its article', () => {
  const ends = parseArticleText('The road is shut. It is open again')
  expect(check('It is open again', {}, ends)).toMatchObject({ placements: [{ start: 18, end: 34 }] })
})

test('a mark of direction in the article is no word, and a point within a number no end of a sentence', () => {
  const marked = parseArticleText('Sello said \u202e655\u202c people came. See table A.5 for it.')
  expect(check('Sello said 655 people came.', {}, marked).placements).toHaveLength(1)
  const ends = (quote: string) => check(quote, {}, marked).code
  expect(ends('Sello said 655 people came')).toBe('quote-end')
  expect(ends('See table A')).toBeUndefined()
})
