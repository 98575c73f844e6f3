/** Latin letters that no decomposition of Unicode takes apart, and what is written for them where there are none. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}
const pattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** A text in small letters, the Latin ones without accents: "Łódź" becomes "lodz". Other scripts stay. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(pattern, (letter) => letters[letter] ?? letter)
    .replace(/[\u0300-\u036F]/g, '')
}
