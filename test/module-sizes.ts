import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { createBuilder, type Rolldown } from 'vite'

const root = join(import.meta.dirname, '..')
/** As they were when the budgets were set. */
const kept = join(import.meta.dirname, 'module-sizes.json')

/** Bytes by module, before they are made smaller. */
type ModuleSizes = Readonly<Record<string, number>>

/** The environments of vite.config.ts that budgets are about. */
const environments = ['client', 'articleMap', 'host', 'check', 'command'] as const

/** How large the modules of some environments are; of one in several, the largest. Nothing is written. */
async function measureModules(names: readonly string[]): Promise<ModuleSizes> {
  const unwritten = Object.fromEntries(names.map((name) => [name, { build: { write: false } }]))
  const builder = await createBuilder({ root, logLevel: 'silent', environments: unwritten })
  const sizes = new Map<string, number>()
  for (const name of names) {
    const environment = builder.environments[name]
    if (!environment) throw new Error(`vite.config.ts has no environment ${name}.`)
    const { output } = (await builder.build(environment)) as Rolldown.RolldownOutput
    for (const [id, { renderedLength }] of Object.entries(output[0].modules)) {
      const path = relative(root, id).split(sep).join('/')
      // Others are the bundler's own.
      if (!/^(src|geo|node_modules)\//.test(path) || renderedLength === 0) continue
      sizes.set(path, Math.max(renderedLength, sizes.get(path) ?? 0))
    }
  }
  return Object.fromEntries([...sizes].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Which modules of an environment are larger than when the budgets were set, the one that grew most first: `src/page.ts: 300 bytes more`. */
export async function findGrownModules(environment: (typeof environments)[number]): Promise<string[]> {
  const before = JSON.parse(readFileSync(kept, 'utf8')) as ModuleSizes
  return Object.entries(await measureModules([environment]))
    .map(([path, size]) => [path, size - (before[path] ?? 0)] as const)
    .filter(([, growth]) => growth > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([path, growth]) => `${path}: ${growth} bytes more`)
}

/** Keeps the sizes of today. */
export async function keepModuleSizes(): Promise<void> {
  writeFileSync(kept, `${JSON.stringify(await measureModules(environments), null, 2)}\n`)
}
