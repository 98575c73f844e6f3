import { expect, test } from 'vitest'
import { foldTypography } from '../../src/story/typography.ts'

const fold = (text: string): string => foldTypography(text).text

test.each([
  '\u00AD',
  '\u200B',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202B',
  '\u202C',
  '\u202D',
  '\u202E',
  '\u2060',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\uFEFF',
])('the mark %j, which nobody sees, is no character', (mark) => {
  expect(fold(`655${mark} people`)).toBe('655 people')
  expect(fold(`655 ${mark} people`)).toBe('655 people')
})

test('letters and digits stay what they are', () => {
  for (const text of ['12 km²', 'ﬁre', 'Ⅳ', '½', 'ſ', 'K', '\u200C', 'ك\u200Dك'])
    expect(fold(text)).toBe(text.normalize('NFC'))
})

test('an accented letter is the same in both of its forms', () => {
  expect(fold('Go\u0308schenen')).toBe('Göschenen')
})

test('each unit of the folded text knows where it stood', () => {
  const text = 'a… \u200B b–c'
  const { text: folded, offsets } = foldTypography(text)
  expect(folded).toBe('a... b-c')
  expect(offsets).toEqual([0, 1, 1, 1, 2, 5, 6, 7, 8])
})
