/**
 * The states of the United States and their abbreviations: of the Associated Press Stylebook, and of the Postal Service. Also the
 * provinces of Canada, by GeoNames' codes of them.
 */
const table =
  'AL Ala|AK Alaska|AZ Ariz|AR Ark|CA Calif|CO Colo|CT Conn|DE Del|FL Fla|GA Ga|HI Hawaii|ID Idaho|IL Ill|IN Ind|IA Iowa|KS Kan|KY Ky|LA La|ME Maine|MD Md|MA Mass|MI Mich|MN Minn|MS Miss|MO Mo|MT Mont|NE Neb|NV Nev|NH N.H|NJ N.J|NM N.M|NY N.Y|NC N.C|ND N.D|OH Ohio|OK Okla|OR Ore|PA Pa|RI R.I|SC S.C|SD S.D|TN Tenn|TX Tex|UT Utah|VT Vt|VA Va|WA Wash|WV W.Va|WI Wis|WY Wyo|DC D.C'
const provinces = '01 Alta|02 B.C|03 Man|04 N.B|05 N.L|07 N.S|08 Ont|09 P.E.I|10 Que|11 Sask'

/** Countries that the Associated Press Stylebook, or Unicode CLDR as a short form, writes by their letters. */
const countries: Readonly<Record<string, string>> = {
  'U.S.A': 'US',
  'U.S': 'US',
  USA: 'US',
  US: 'US',
  'U.K': 'GB',
  UK: 'GB',
  UAE: 'AE',
  'U.A.E': 'AE',
  DRC: 'CD',
  USSR: 'RU',
}

/**
 * Other names of countries, as English writes them: the variants of Unicode CLDR, those of ISO 3166 before a change, and names of a
 * part or without an article that stand for the whole.
 */
export const otherNames: Readonly<Record<string, string>> = {
  america: 'US',
  britain: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  burma: 'MM',
  turkey: 'TR',
  'ivory coast': 'CI',
  'czech republic': 'CZ',
  swaziland: 'SZ',
  macedonia: 'MK',
  'cape verde': 'CV',
  'east timor': 'TL',
  congo: 'CD',
  gambia: 'GM',
  bahamas: 'BS',
  palestine: 'PS',
}

const states = table.split('|').map((row) => row.split(' ') as [string, string])

/** By an abbreviation with its dots but without the last, the code of a division: `Calif` is US.CA, `N.Y` is US.NY. */
const dotted = new Map<string, string>([
  ...states.map(([code, short]) => [short, `US.${code}`] as const),
  ...states
    .filter(([, short]) => short.includes('.'))
    .map(([code, short]) => [short.replace('.', '. '), `US.${code}`] as const),
  ...provinces
    .split('|')
    .map((row) => row.split(' ') as [string, string])
    .map(([code, short]) => [short, `CA.${code}`] as const),
  ...Object.entries(countries),
])
const postal = new Map(states.map(([code]) => [code, `US.${code}`]))

/** An abbreviation in a text. */
export interface Abbreviation {
  readonly start: number
  readonly end: number
  /** Of a country, or of a first-order division: US.CA. */
  readonly code: string
}

const shorts = [...dotted.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((short) => short.replaceAll('.', String.raw`\.`))
const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}.])(?:${shorts.join('|')})(?![\p{L}\p{N}])(\.(?!\.))?`, 'gu')
const postalPattern = /(?<=\p{L},? )\p{Lu}{2}(?![\p{L}\p{N}])/gu

/**
 * The abbreviations of states, provinces and countries in a text. One without dots in it counts with a full stop alone, or after a
 * party and a hyphen (D-Calif); letters of the Postal Service, after a comma.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, stop] = match
    const short = stop === undefined ? whole : whole.slice(0, -1)
    const code = dotted.get(short)
    const isParty = /\b[DRI]-$/.test(text.slice(Math.max(0, match.index - 3), match.index))
    const isAfterComma = /\p{L}, $/u.test(text.slice(Math.max(0, match.index - 3), match.index))
    if (code === undefined) continue
    const isWhole = short.includes('.') || short in countries
    if (
      !isWhole &&
      !isParty &&
      !(isAfterComma && (stop !== undefined || short.length > 3)) &&
      !(stop !== undefined && isAbbreviated(text, match.index, whole))
    )
      continue
    const end = match.index + whole.length
    found.push({ start: match.index, end, code })
  }
  const taken = new Set(found.map(({ start }) => start))
  for (const match of text.matchAll(postalPattern)) {
    const code = postal.get(match[0])
    if (code === undefined || !text.slice(Math.max(0, match.index - 2), match.index).endsWith(', ')) continue
    if (!taken.has(match.index)) found.push({ start: match.index, end: match.index + 2, code })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** Whether a short word with a full stop is an abbreviation although no comma says so: in the middle of a sentence. */
function isAbbreviated(text: string, start: number, whole: string): boolean {
  if (whole.length < 5) return false
  const after = text.slice(start + whole.length, start + whole.length + 3)
  return /^(?:[,;)]| \p{Ll})/u.test(after)
}
