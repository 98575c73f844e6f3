// Breaks the code in many ways, one after the other, and lists those that no test notices: `npm run mutants`.
// `npm run mutants -- typography` tries those whose file or description has that word.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

/** A way to break the code. */
export interface Mutant {
  readonly file: string
  /** What is then true that must not be. */
  readonly what: string
  /** What stands in the file once, and what stands there in the mutant. */
  readonly from: string
  readonly to: string
  /** The browser tests that must notice; without any, the unit tests of its folder and of the check. */
  readonly specs?: readonly string[]
}

/** The share of mutants that the tests must notice. */
const enough = 0.9

const root = resolve(import.meta.dirname, '..')
const mutants = JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8')) as readonly Mutant[]
const [, , ...words] = process.argv
const chosen = mutants.filter(({ file, what }) => words.every((word) => `${file} ${what}`.includes(word)))

// In a copy, so that no mutant is left in the code, whatever happens.
const copy = mkdtempSync(join(tmpdir(), 'article-map-mutants-'))
const left = new Set(['node_modules', 'dist', 'test-results', '.git'])
cpSync(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) || path === root })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

/** Runs a program of a package. @returns whether it ended well */
function succeeds(program: string, ...args: readonly string[]): boolean {
  const env = { ...process.env, NO_COLOR: '1', FUZZ_RUNS: '300' }
  const { status } = spawnSync(process.execPath, [join('node_modules', program), ...args], { cwd: copy, env })
  return status === 0
}

/** The unit tests that see all that a story file and an embedded map can be. */
const checks = ['test/command/check.test.ts', 'test/build/story-file.test.ts']

/** Whether the tests of some mutants pass on the copy as it is now. */
function passes(some: readonly Mutant[]): boolean {
  const unit = some.filter(({ specs }) => specs === undefined)
  const folders = unique(unit.map(({ file }) => file.replace(/^src(.*)\/.*/, 'test$1')))
  if (unit.length > 0 && !succeeds('vitest/vitest.mjs', 'run', '--bail=1', ...folders, ...checks)) return false
  const specs = unique(some.flatMap((mutant) => mutant.specs ?? []))
  if (specs.length === 0) return true
  if (!succeeds('vite/bin/vite.js', 'build', '--logLevel', 'error')) throw new Error('The code cannot be built.')
  // A test that fails waits for what does not come; the same code without a mutant has no need of so long.
  const options = ['--config', 'test/playwright.config.ts', '--project=desktop', '--max-failures=1', '--timeout=20000']
  return succeeds('@playwright/test/cli.js', 'test', ...options, ...specs)
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

const survivors: Mutant[] = []
try {
  if (!passes(chosen)) throw new Error('The tests fail on the code as it is.')
  for (const mutant of chosen) {
    const path = join(copy, mutant.file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(mutant.from, () => mutant.to),
    )
    const survives = passes([mutant])
    if (survives) survivors.push(mutant)
    console.log(`${survives ? 'SURVIVED' : 'killed  '} ${mutant.file}: ${mutant.what}`)
    writeFileSync(path, text)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}

const killed = chosen.length - survivors.length
console.log(`\n${killed} of ${chosen.length} mutants were killed.`)
for (const { file, what } of survivors) console.log(`Survived: ${file}: ${what}`)
process.exitCode = killed >= enough * chosen.length ? 0 : 1
