/** Arabic and Persian letters in Latin ones, roughly: most vowels are not written. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz غgh فf قq كk لl مm نn هh وu يi ىa ةa پp چch ژzh گg کk یi ٱa'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
)

/** A name with its Arabic letters in Latin ones, as addresses need it: "al-rqa" for "الرقة". Others stay as they are. */
export function romanized(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[عء]|(?<=\p{sc=Arab})\p{M}+/gu, '')
    .replace(/(?<!\p{L})ال(?=\p{L})/gu, 'al-')
    .replace(/\p{sc=Arab}/gu, (letter) => letters[letter] ?? letter)
}
