// Makes the gazetteer in geo/gazetteer anew, of sources that only this needs: see geo/gazetteer/README.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../gazetteer/gazetteer-format.ts'
import { keyWords } from '../../../gazetteer/name-key.ts'
import { gzip } from '../../gzip.ts'
import { gazetteerFolder, type GazetteerSize } from '../gazetteer-file.ts'
import { makeAreaEntries } from './areas.ts'
import { makeCountryEntries, makeDemonyms } from './countries.ts'
import { makeDistrictEntries, makeRegionEntries } from './divisions.ts'
import { encodeGazetteer } from './encoding.ts'
import { makeTownEntries } from './towns.ts'
import { makeFirstNames, makeWords } from './words.ts'

/** A town of the core gazetteer has so many inhabitants, or is the seat of a region or country. */
const coreInhabitants = 17_000
/** And it has so many names at most, the translated ones first: other romanisations are found by the tolerant key. */
const coreNames = 4
/** A place of rank is a country, a region, or a town with so many inhabitants: its name is no common word. */
const rankInhabitants = 100_000

const towns = makeTownEntries()
const regions = makeRegionEntries(towns)
const districts = makeDistrictEntries(towns, regions)
const countries = makeCountryEntries(towns)
const areas = makeAreaEntries()
const keysOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ names }) => names.map((name) => keyWords(name).join(' ')))

const parts: Record<GazetteerSize, readonly Entry[]> = {
  full: [...countries, ...regions, ...districts, ...areas, ...towns],
  core: [
    ...countries,
    ...regions,
    ...districts.filter(({ country }) => country === 'US'),
    ...areas,
    ...towns
      .filter(({ code, population }) => population >= coreInhabitants || code === 'PPLA' || code === 'PPLC')
      .map((town) => ({ ...town, names: town.names.slice(0, coreNames) })),
  ],
}

const ofRank = new Set(keysOf([...countries, ...towns.filter(({ population }) => population >= rankInhabitants)]))
for (const [size, entries] of Object.entries(parts)) {
  const words = makeWords(new Set(keysOf(entries)), ofRank)
  const file = gzip(encodeGazetteer(entries, { words, firstNames: makeFirstNames(), demonyms: makeDemonyms() }))
  writeFileSync(join(gazetteerFolder(), `${size}.gazetteer`), file)
  console.log(`${size}.gazetteer: ${entries.length} entries, ${(file.length / 1e6).toFixed(2)} MB`)
}
