/** Letters of Arabic, and none that only Persian, Kurdish or Urdu have. */
const arabic = /^[\u0621-\u063a\u0641-\u0652 -]+$/

/** How the consonants of Arabic are written in Latin letters, roughly; its vowels are not compared. */
const latin: ReadonlyMap<string, string> = new Map(
  ['بb', 'تt', 'ثt', 'جj', 'حh', 'خk', 'دd', 'ذd', 'رr', 'زz', 'سs', 'شs', 'صs', 'ضd', 'طt', 'ظz', 'غg', 'فf', 'قq']
    .concat(['كk', 'لl', 'مm', 'نn'])
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

/**
 * The Arabic name of a town: its translation, or for a town in an Arabic country, of its names in all languages the one whose
 * consonants are most like those of its name in Latin letters.
 * @param source the town's name as GeoNames romanises it
 */
export function arabicName(
  translated: string | undefined,
  alternates: readonly string[],
  source: string,
): string | undefined {
  // Some are named as the governorate of which they are the seat.
  if (translated !== undefined && arabic.test(translated)) return translated.replace(/^محافظة /, '')
  const wanted = consonantsOf(source)
  return alternates
    .filter((name) => arabic.test(name))
    .map((name) => ({ name, unlike: difference(consonantsOf(name), wanted) }))
    .toSorted((a, b) => a.unlike - b.unlike || b.name.length - a.name.length)[0]?.name
}

/** Whether two names have most consonants in common, so that one may be a spelling of the other. */
export function areAlike(a: string, b: string): boolean {
  const [one, other] = [consonantsOf(a), consonantsOf(b)]
  return difference(one, other) <= (one.length + other.length) / 3
}

/** The consonants of a name in Latin or Arabic letters, sorted. */
function consonantsOf(name: string): string[] {
  const letters = Array.from(name.normalize('NFD').toLowerCase(), (letter) => latin.get(letter) ?? letter)
  return letters.filter((letter) => /[bdfgjklmnpqrstvxz]/.test(letter)).toSorted()
}

/** How many consonants only one of two names has. */
function difference(a: readonly string[], b: readonly string[]): number {
  const rest = [...b]
  let only = 0
  for (const letter of a) {
    const index = rest.indexOf(letter)
    if (index < 0) only++
    else rest.splice(index, 1)
  }
  return only + rest.length
}
