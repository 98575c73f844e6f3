// Writes the type declarations of the package's entries, and of what they name in turn, to dist/types.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const project = join(import.meta.dirname, 'declarations.json')
const { files } = JSON.parse(readFileSync(project, 'utf8')) as { files: readonly string[] }

// The compiler declares each module that it has read, those of the map and of Leaflet among them.
const declared = mkdtempSync(join(tmpdir(), 'article-map-types-'))
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const { status } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', declared], { stdio: 'inherit' })
if (status !== 0) process.exit(1)

const written = join(root, 'dist', 'types')
rmSync(written, { recursive: true, force: true })
const wanted = new Set(files.map((file) => basename(file, '.ts')))
for (const path of wanted) {
  // The compiler leaves `.ts` in what a declaration imports; in the package there is only the script of that name.
  const text = readFileSync(join(declared, `${path}.d.ts`), 'utf8').replace(
    /(?<=\bfrom |\bimport\()'(\.[^']+)\.ts'/g,
    (_, target: string) => {
      wanted.add(join(dirname(path), target))
      return `'${target}.js'`
    },
  )
  const file = join(written, `${path}.d.ts`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
rmSync(declared, { recursive: true })
