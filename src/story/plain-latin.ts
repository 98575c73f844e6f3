/** Latin letters that Unicode does not decompose, and what is written where they are not at hand. */
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

/** A text in lower case, its Latin letters without accents: "Łódź" becomes "lodz". Other scripts stay as they are. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(pattern, (letter) => letters[letter] ?? letter)
    .replace(/[\u0300-\u036F]/g, '')
}
