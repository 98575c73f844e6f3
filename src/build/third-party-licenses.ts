import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A package whose code, or part of it, stands in what is built, as Vite's `build.license` tells it. */
interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression; `null` where the package has none. */
  readonly identifier: string | null
  /** The licence as the package has it, with its copyright; absent where the package has none. */
  readonly text?: string
}

/** The file with the licences of all packages that are bundled. */
export const licensesFile = 'THIRD-PARTY-LICENSES.txt'

/** Vite's list of one environment, which goes into that file. */
const listFile = 'licenses.json'

/**
 * Puts into each script a line for this project and for each package that it holds: name, version, licence, copyright.
 * Writes all licences in full into one file beside the scripts. A package without a licence ends the build.
 */
export function thirdPartyLicenses(): Plugin {
  const all = new Map<string, BundledPackage>()
  let own: BundledPackage[] = []
  return {
    name: 'article-map:third-party-licenses',
    apply: 'build',
    configEnvironment: () => ({ build: { license: { fileName: listFile } } }),
    configResolved({ root }) {
      const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
      own = [{ name, version, identifier: license, text: readFileSync(join(root, 'LICENSE'), 'utf8') }]
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const list = bundle[listFile]
        delete bundle[listFile]
        const packages = list?.type === 'asset' ? (JSON.parse(String(list.source)) as BundledPackage[]) : []
        for (const found of packages) {
          if (found.identifier === null || found.text === undefined) {
            throw new Error(`The package ${found.name} ${found.version} has no licence to go with what is built.`)
          }
          all.set(`${found.name} ${found.version}`, found)
        }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') chunk.code = insertNotices(chunk.code, [...own, ...packages])
        }
        this.emitFile({ type: 'asset', fileName: licensesFile, source: formatLicenses([...all.values()]) })
      },
    },
  }
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Puts the notices before a script, or after its first line where that names the program that runs it. */
function insertNotices(code: string, packages: readonly BundledPackage[]): string {
  const notices = packages.map(({ name, version, identifier, text = '' }) => {
    const copyright = /^\s*copyright\b.*$/im.exec(text)?.[0].trim()
    return `/*! ${[`${name} ${version}`, identifier, copyright].filter(Boolean).join('; ')} */\n`
  })
  const [shebang = ''] = /^#!.*\n/.exec(code) ?? []
  return shebang + notices.join('') + code.slice(shebang.length)
}

function formatLicenses(packages: readonly BundledPackage[]): string {
  const sections = packages
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
    .map(({ name, version, identifier, text = '' }) => `${name} ${version} (${identifier})\n\n${text.trim()}\n`)
  return `What article-map's scripts hold of other packages, and the licences of these.\n\n${sections.join(`\n${'-'.repeat(72)}\n\n`)}`
}
