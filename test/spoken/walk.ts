import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServers, type TestServers } from '../server.ts'
import { browsers, missingPrograms, startOrca } from './orca.ts'

/**
 * Walks through the maps with a screen reader, Orca, and compares what it says with the transcripts beside this file:
 * `npm run spoken`, or of one walk `npm run spoken -- page-firefox`. With `--write` the transcripts are written anew.
 * Exit status: 0 where everything was said as it is written, 1 where not, 2 where nothing can be heard here.
 */

/** Where a walk begins, and the keys that are pressed, by their X names. */
interface Walk {
  readonly address: (servers: TestServers) => string
  readonly keys: string
}

const walks: Readonly<Record<string, Walk>> = {
  page: {
    address: ({ maps }) => `${maps}/raqqa/?tiles=off`,
    // First all is read, from top to bottom; then a place is chosen in the list, and a group on the map.
    keys: `
      ctrl+Home KP_Add
      ctrl+Home h h h h Return Down Down Down Down Tab Tab Tab Tab Return Escape
      ctrl+Home Tab Tab Tab Return Tab Return Escape
      Tab Tab Tab Return`,
  },
  frame: {
    address: ({ pages }) => `${pages}/host-article.html?options=${encodeURIComponent('?tiles=off')}`,
    keys: 'ctrl+Home b b Return Down Down Down Down Down Tab Tab Tab Return Down',
  },
  arabic: {
    address: ({ pages, maps }) =>
      `${pages}/element.html?${new URLSearchParams({ src: `${maps}/cors/geo/raqqa.geojson`, tiles: 'off', lang: 'ar' })}`,
    keys: 'ctrl+Home KP_Add ctrl+Home h h h Return Down Down',
  },
}

const folder = import.meta.dirname

async function hear(walk: Walk, browser: keyof typeof browsers): Promise<string> {
  const servers = await startServers(process.env['ARTICLE_MAP_DIST'] ?? join(folder, '..', '..', 'dist'))
  const reader = await startOrca(browsers[browser], walk.address(servers))
  try {
    const lines: string[] = []
    for (const key of walk.keys.trim().split(/\s+/)) lines.push(`[${key}]`, ...(await reader.press(key)))
    return `${lines.join('\n')}\n`
  } finally {
    await reader.close()
    await servers.close()
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true })
  const missing = missingPrograms()
  if (missing.length > 0) {
    console.log(`Nothing can be heard here without ${missing.join(', ')}.`)
    return 2
  }
  const results = join(folder, '..', '..', 'test-results', 'spoken')
  mkdirSync(results, { recursive: true })
  let status = 0
  for (const [what, walk] of Object.entries(walks)) {
    for (const browser of Object.keys(browsers) as (keyof typeof browsers)[]) {
      const name = `${what}-${browser}`
      if (positionals.length > 0 && !positionals.includes(name)) continue
      const said = await hear(walk, browser)
      const file = join(folder, `${name}.txt`)
      if (values.write) writeFileSync(file, said)
      writeFileSync(join(results, `${name}.txt`), said)
      const same = said === readFileSync(file, 'utf8')
      console.log(
        same ? `ok: ${name}` : `FAILED: ${name}: compare test-results/spoken/${name}.txt with what is written`,
      )
      if (!same) status = 1
    }
  }
  return status
}

process.exit(await main())
