// Tries the maps in other people's software, and prints what held: `npm run programs -- servers`.
// Only `.ci/run` has all of these programs.
import { tryArchives, trySingleFile } from './archives.ts'
import { tryFrameworks } from './frameworks.ts'
import { tryMarkdown } from './markdown.ts'
import { tryNewspaper } from './newspaper.ts'
import { tryServers } from './servers.ts'
import { tryStreets } from './streets.ts'

/** What is tried in which kind of program. Each tells what it tries, one by one. */
const trials: Readonly<Record<string, (tell: Tell) => Promise<void>>> = {
  archives: tryArchives,
  frameworks: tryFrameworks,
  markdown: tryMarkdown,
  newspaper: tryNewspaper,
  servers: tryServers,
  singlefile: trySingleFile,
  streets: tryStreets,
}

/** Tries one thing: what throws has failed. */
export type Tell = (what: string, step: () => Promise<void>) => Promise<void>

let failed = 0
for (const name of process.argv.slice(2).filter((argument) => !argument.startsWith('--'))) {
  const trial = trials[name]
  if (!trial) throw new Error(`There is no ${name}: choose ${Object.keys(trials).join(', ')}.`)
  await trial(async (what, step) => {
    try {
      await step()
      console.log(`ok: ${name}: ${what}`)
    } catch (error) {
      failed++
      console.log(`FAILED: ${name}: ${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  })
}
process.exit(failed === 0 ? 0 : 1)
