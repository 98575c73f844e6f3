import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildFixtureStories } from '../fixture-build.ts'
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
  // A page that comes to life, at F8, while it is read.
  waiting: {
    address: ({ maps }) => `${maps}/waiting/?tiles=off`,
    keys: 'ctrl+Home h h h Down Down F8 Down Down Down h h Return',
  },
  frame: {
    address: ({ pages }) => `${pages}/host-article.html?options=${encodeURIComponent('?tiles=off')}`,
    keys: 'ctrl+Home b b Return Down Down Down Down Down Tab Tab Tab Return Down',
  },
  // An English story in an Arabic page.
  element: {
    address: ({ pages, maps }) =>
      `${pages}/element.html?${new URLSearchParams({ src: `${maps}/cors/geo/raqqa.geojson`, tiles: 'off', lang: 'ar' })}`,
    keys: 'ctrl+Home KP_Add ctrl+Home h h h Return Down Down',
  },
  arabic: {
    address: ({ maps }) => `${maps}/petra/?tiles=off`,
    keys: 'ctrl+Home KP_Add ctrl+Home h h h Return Down Down Down Tab Tab Tab Return Escape',
  },
  'arabic-frame': {
    address: ({ pages, maps }) =>
      `${pages}/frame.html?${new URLSearchParams({ src: `${maps}/petra/?tiles=off`, lang: 'ar' })}`,
    keys: 'ctrl+Home KP_Add ctrl+Home h h h Return Down Down',
  },
}

const folder = import.meta.dirname

/** Builds the pages that are walked through: Raqqa's, once more with a script that waits for F8, and the other stories'. */
function buildPages(): string {
  const dist = buildFixtureStories()
  const built = process.env['ARTICLE_MAP_DIST'] ?? join(folder, '..', '..', 'dist')
  for (const name of ['raqqa', 'waiting']) cpSync(join(built, 'raqqa'), join(dist, name), { recursive: true })
  const waiting = join(dist, 'waiting', 'index.html')
  const wait = `await new Promise((done) => addEventListener('keydown', ({ key }) => key === 'F8' && done()));`
  const html = readFileSync(waiting, 'utf8')
    // The policy has this script's hash.
    .replace(/<meta[^>]*Content-Security-Policy[^>]*>/, '')
    .replace('<script type="module">', (tag) => `${tag}${wait}`)
  writeFileSync(waiting, html)
  return dist
}

async function hear(walk: Walk, browser: keyof typeof browsers, dist: string): Promise<string> {
  const servers = await startServers(dist)
  const reader = await startOrca(browsers[browser], walk.address(servers))
  try {
    // From elsewhere: of what has the focus already, the role is not said again.
    await reader.press('ctrl+End')
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
  const dist = buildPages()
  let status = 0
  for (const [what, walk] of Object.entries(walks)) {
    for (const browser of Object.keys(browsers) as (keyof typeof browsers)[]) {
      const name = `${what}-${browser}`
      if (positionals.length > 0 && !positionals.includes(name)) continue
      const said = await hear(walk, browser, dist)
      const file = join(folder, `${name}.txt`)
      if (values.write) writeFileSync(file, said)
      writeFileSync(join(results, `${name}.txt`), said)
      const same = existsSync(file) && said === readFileSync(file, 'utf8')
      console.log(
        same ? `ok: ${name}` : `FAILED: ${name}: compare test-results/spoken/${name}.txt with what is written`,
      )
      if (!same) status = 1
    }
  }
  rmSync(dist, { recursive: true })
  return status
}

process.exit(await main())
