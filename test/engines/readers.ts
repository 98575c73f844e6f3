import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What https://caniuse.com says of a browser: the share of each version, in percent of all readers in the world. */
interface Agent {
  readonly usage_global: Readonly<Record<string, number>>
}

/** Which of its browsers a name in the README's promise speaks of. Of Android's it knows the newest version only. */
const named: Readonly<Record<string, readonly string[]>> = {
  Chrome: ['chrome', 'and_chr'],
  Edge: ['edge'],
  Firefox: ['firefox', 'and_ff'],
  Safari: ['safari', 'ios_saf'],
}

/**
 * The share of readers who get the live map, in percent, and the share of those whose browser is known at all: all from
 * the versions on that the README promises, and other browsers with container queries.
 */
export async function shareOfReaders(): Promise<{ readonly live: number; readonly known: number }> {
  const { agents, feature, features } = await load()
  const queries = feature(features['css-container-queries'] ?? '').stats
  const promised = readPromise()
  let [live, known] = [0, 0]
  for (const [name, { usage_global: shares }] of Object.entries(agents)) {
    for (const [version, share] of Object.entries(shares)) {
      known += share
      const least = promised.get(name)
      // A range such as 18.5-18.7 counts by its first version.
      if (least === undefined ? queries[name]?.[version]?.startsWith('y') : Number.parseFloat(version) >= least) {
        live += share
      }
    }
  }
  return { live, known }
}

/** The least versions that the README names, by the names of caniuse. */
function readPromise(): ReadonlyMap<string, number> {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const [, promise = ''] = /^- The live map needs (.*?)\. Others/m.exec(readme) ?? []
  const versions = new Map<string, number>()
  for (const [, browsers = '', version] of promise.matchAll(/(\w+(?: and \w+)?) from ([\d.]+)/g)) {
    for (const name of browsers.split(' and ').flatMap((browser) => named[browser] ?? [])) {
      versions.set(name, Number(version))
    }
  }
  if (versions.size !== Object.values(named).flat().length) throw new Error(`The README promises “${promise}”.`)
  return versions
}

interface Caniuse {
  readonly agents: Readonly<Record<string, Agent>>
  readonly features: Readonly<Record<string, string>>
  readonly feature: (packed: string) => { readonly stats: Readonly<Record<string, Readonly<Record<string, string>>>> }
}

/** A package that only `.ci/run` installs, so its types are not known here. */
async function load(): Promise<Caniuse> {
  const name = 'caniuse-lite'
  return ((await import(/* @vite-ignore */ name)) as { readonly default: Caniuse }).default
}
