// Measures our pages beside those of other maps, and prints figures. It asserts nothing: times depend on the machine.
// `npm ci --prefix test/bench`, `npm run build`, then `npm run bench -- [pages|places|shapes|growth|profile [PAGE]|sizes]`.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../browser.ts'
import { keepModuleSizes } from '../module-sizes.ts'
import { measureGrowth } from './growth.ts'
import { measurePages, pagesTable } from './pages.ts'
import { measurePlaces, placesTable } from './places.ts'
import { profilePage } from './profile.ts'
import { readCircumstances, type Table, writeIntoReadme, writeMarkdown } from './report.ts'
import { startBenchServers } from './server.ts'

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { rounds: { type: 'string' }, json: { type: 'string' }, write: { type: 'boolean', default: false } },
})
const [kind = 'pages', page] = positionals
const servers = await startBenchServers()
const launch = await chromiumLaunch()
// MapLibre needs WebGL; where there is no graphics card, the processor draws for it.
const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), '--enable-unsafe-swiftshader'] })
const rounds = Number(values.rounds ?? (kind === 'pages' ? 9 : 3))
const circumstances = readCircumstances(browser, [
  ...positionals,
  ...(values.rounds === undefined ? [] : ['--rounds', values.rounds]),
])

/** Prints a table, and puts it and the figures behind it where they are asked for. */
async function tell(table: Table, results: unknown): Promise<void> {
  const markdown = writeMarkdown(table, circumstances)
  console.log(markdown)
  if (values.write) await writeIntoReadme(kind, markdown)
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ ...circumstances, results }, null, 1))
}

if (kind === 'pages') {
  const results = await measurePages(browser, servers, rounds)
  await tell(pagesTable(results, rounds), results)
} else if (kind === 'places' || kind === 'shapes') {
  const results = await measurePlaces(browser, servers, rounds, kind)
  await tell(placesTable(results, rounds), results)
} else if (kind === 'growth') {
  const table = measureGrowth()
  await tell(table, table.rows)
} else if (kind === 'profile') {
  for (const table of await profilePage(browser, servers, page)) console.log(`${writeMarkdown(table, circumstances)}\n`)
} else if (kind === 'sizes') await keepModuleSizes()
else throw new Error(`There is no ${kind}: choose pages, places, shapes, growth, profile or sizes.`)
await browser.close()
servers.close()
