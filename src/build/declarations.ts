import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Plugin } from 'vite'

/** The folder of the declarations, beside the scripts. No story's folder can have its name, which is no slug. */
const folder = 'd.ts'

/** The entries for templates of other people's frameworks, which are only types and are not installed here. */
const frameworks = ['react', 'svelte', 'vue']

/** Writes the type declarations of the package's entries, and of what they name in turn. */
export function declarations(): Plugin {
  return {
    name: 'article-map:declarations',
    apply: 'build',
    async buildApp({ config: { root, build } }) {
      // The compiler declares each module that it has read, those of the map and of Leaflet among them.
      const declared = mkdtempSync(join(tmpdir(), 'article-map-types-'))
      try {
        const project = join(root, 'src', 'build', 'declarations.json')
        const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
        await promisify(execFile)(process.execPath, [tsc, '-p', project, '--outDir', declared])
        const { files } = JSON.parse(readFileSync(project, 'utf8')) as { files: readonly string[] }
        copyNamed(declared, join(build.outDir, folder), files)
        for (const name of frameworks) {
          const text = readFileSync(join(root, 'src', `${name}.d.ts`), 'utf8')
          writeFileSync(join(build.outDir, folder, `${name}.d.ts`), text.replaceAll(".ts'", ".js'"))
        }
      } finally {
        rmSync(declared, { recursive: true })
      }
    },
  }
}

/** Copies the declarations of some modules, and of what they import in turn. */
function copyNamed(declared: string, out: string, modules: readonly string[]): void {
  const wanted = new Set(modules.map((file) => basename(file, '.ts')))
  for (const path of wanted) {
    // The compiler leaves `.ts` in what a declaration imports; in the package there is only the script of that name.
    const text = readFileSync(join(declared, `${path}.d.ts`), 'utf8').replace(
      /(?<=\bfrom |\bimport\()'(\.[^']+)\.ts'/g,
      (_, target: string) => {
        wanted.add(join(dirname(path), target))
        return `'${target}.js'`
      },
    )
    const file = join(out, `${path}.d.ts`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
