/**
 * Demonyms that world-countries does not have, by what they belong to: of continents, of parts of countries, and of the states of
 * the United States as the Government Publishing Office's style manual lists them.
 */
const table: Readonly<Record<string, string>> = {
  us: 'US',
  british: 'GB',
  briton: 'GB',
  brit: 'GB',
  english: 'GB.ENG',
  scottish: 'GB.SCT',
  welsh: 'GB.WLS',
  dutch: 'NL',
  swiss: 'CH',
  spaniard: 'ES',
  turk: 'TR',
  dane: 'DK',
  swede: 'SE',
  finn: 'FI',
  pole: 'PL',
  serb: 'RS',
  croat: 'HR',
  kurdish: '',
  filipino: 'PH',
  congolese: 'CD',
  emirati: 'AE',
  qatari: 'QA',
  israeli: 'IL',
  palestinian: 'PS',
  korean: 'KR',
  alabamian: 'US.AL',
  alaskan: 'US.AK',
  arizonan: 'US.AZ',
  arkansan: 'US.AR',
  californian: 'US.CA',
  coloradan: 'US.CO',
  floridian: 'US.FL',
  georgian: '',
  hawaiian: 'US.HI',
  idahoan: 'US.ID',
  illinoisan: 'US.IL',
  iowan: 'US.IA',
  kansan: 'US.KS',
  kentuckian: 'US.KY',
  louisianian: 'US.LA',
  mainer: 'US.ME',
  marylander: 'US.MD',
  michiganian: 'US.MI',
  michigander: 'US.MI',
  minnesotan: 'US.MN',
  mississippian: 'US.MS',
  missourian: 'US.MO',
  montanan: 'US.MT',
  nebraskan: 'US.NE',
  nevadan: 'US.NV',
  ohioan: 'US.OH',
  oklahoman: 'US.OK',
  oregonian: 'US.OR',
  pennsylvanian: 'US.PA',
  tennessean: 'US.TN',
  texan: 'US.TX',
  utahn: 'US.UT',
  vermonter: 'US.VT',
  virginian: 'US.VA',
  washingtonian: 'US.WA',
  wisconsinite: 'US.WI',
  wyomingite: 'US.WY',
}

const areas: Readonly<Record<string, string>> = {
  african: 'Africa',
  european: 'Europe',
  asian: 'Asia',
  'latin american': 'Latin America',
  'south american': 'South America',
  'north american': 'North America',
  'middle eastern': 'Middle East',
  scandinavian: 'Scandinavia',
  'central american': 'Central America',
}

/** The code of the division that a demonym belongs to, or the name of an area; undefined if it is none of these. */
export function demonymTarget(word: string): { readonly code?: string; readonly name?: string } | undefined {
  for (const form of [word, word.replace(/s$/, '')]) {
    const code = table[form]
    if (code !== undefined && code !== '') return { code }
    const name = areas[form]
    if (name !== undefined) return { name }
  }
  return undefined
}
