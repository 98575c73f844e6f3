import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { StoryError } from '../../story/issue.ts'
import { parseStory } from '../../story/parse-story.ts'
import type { BasemapFile } from '../../cartography/basemap-file.ts'
import { createBasemapFile, createWorldFile, gzipSize } from './generator.ts'

const USAGE = `Usage: npm run basemap -- <name>…    makes geo/<name>.basemap.json for geo/<name>.geojson
       npm run basemap -- --world    makes geo/world.basemap.json, for stories without a basemap of their own`

/** Makes basemaps; says what it made. Gives the exit code: 0, 1 when a story or a source is at fault, 2 for wrong use. */
function run(args: readonly string[]): number {
  let names: string[]
  let world: boolean
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { world: { type: 'boolean', default: false } },
    })
    names = positionals
    world = values.world
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return 2
  }
  if (names.length === 0 && !world) {
    console.error(USAGE)
    return 2
  }
  try {
    if (world) write('world', createWorldFile())
    for (const name of names) {
      const path = `geo/${name}.geojson`
      if (!existsSync(path)) throw new Error(`${path}: there is no such story`)
      write(name, createBasemapFile(parseStory(readFileSync(path, 'utf8'))))
    }
    return 0
  } catch (error) {
    if (error instanceof StoryError) console.error('The story has faults; npm run check says which:')
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

function write(name: string, file: BasemapFile): void {
  const path = `geo/${name}.basemap.json`
  writeFileSync(path, `${JSON.stringify(file)}\n`)
  console.log(
    `${path}: ${(gzipSize(file) / 1000).toFixed(1)} kB gzip, ${file.labels.length} labels, ${file.bounds.join(' ')}`,
  )
}

process.exitCode = run(process.argv.slice(2))
