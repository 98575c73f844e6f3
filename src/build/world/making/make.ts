// Makes the world pack in geo/world anew, of sources that only this needs: see geo/world/README.md.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { featureCells } from '../features.ts'
import { type Cell, encodeLayer } from '../layer.ts'
import { layerFile, type Layers, packFolder } from '../pack.ts'
import { makeCountries } from './countries.ts'
import { makeIslands } from './islands.ts'
import { makeLakes } from './lakes.ts'
import { makeRivers } from './rivers.ts'
import { makeTowns } from './towns.ts'

const everywhere = [-180, -90, 180, 90] as const

const makers: { readonly [Name in keyof Layers]: () => readonly Cell<Layers[Name]>[] } = {
  'countries-10m': () => [{ box: everywhere, content: makeCountries('10m') }],
  'countries-50m': () => [{ box: everywhere, content: makeCountries('50m') }],
  islands: () => featureCells(makeIslands()),
  rivers: () => featureCells(makeRivers()),
  lakes: () => featureCells(makeLakes()),
  towns: makeTowns,
}

const wanted = process.argv.slice(2)
for (const layer of Object.keys(makers) as (keyof Layers)[]) {
  if (wanted.length > 0 && !wanted.includes(layer)) continue
  const cells: readonly Cell<unknown>[] = makers[layer]()
  const file = encodeLayer(cells)
  writeFileSync(join(packFolder(), layerFile(layer)), file)
  console.log(`${layerFile(layer)}: ${cells.length} cells, ${(file.length / 1e6).toFixed(2)} MB`)
}
