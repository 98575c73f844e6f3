import type { EntryCode } from './gazetteer-format.ts'

/** What a place is, in a word. */
export type PlaceKind = 'capital' | 'town' | 'suburb' | 'district' | 'region' | 'country' | 'area' | 'continent' | 'sea'

const kinds: Readonly<Record<EntryCode, PlaceKind>> = {
  PPL: 'town',
  PPLX: 'suburb',
  PPLA5: 'town',
  PPLA4: 'town',
  PPLA3: 'town',
  PPLA2: 'town',
  PPLA: 'town',
  PPLC: 'capital',
  ADM2: 'district',
  ADM1: 'region',
  PCLI: 'country',
  RGN: 'area',
  CONT: 'continent',
  SEA: 'sea',
}

/** Whether a code is that of a town, or of a part of one. */
export function isTown(code: EntryCode): boolean {
  return code.startsWith('PPL')
}

/** Whether a code is that of a country, or of an area that no country's division is. */
export function isArea(code: EntryCode): boolean {
  return code === 'PCLI' || code === 'CONT' || code === 'RGN' || code === 'SEA'
}

/** The kind of a place, by its code in the gazetteer. */
export function placeKind(code: EntryCode): PlaceKind {
  return kinds[code]
}
