import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixtures, readFixture } from './fixture.ts'

const src = join(import.meta.dirname, '../../src')

/** The phrases of a module's texts: what stands between the values that are put in, if it has two words at least. */
function phrasesOf(path: string): string[] {
  const code = readFileSync(join(src, path), 'utf8')
    .replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/gm, '')
    .replace(/^import .*$/gm, '')
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .flatMap(([, single, double, template]) => single ?? double ?? template?.split(/\$\{[^}]*\}/) ?? [])
    .map((phrase) => phrase.replace(/\\(.)/g, '$1').trim())
    .filter((phrase) => /\p{L}{2} \p{L}{2}/u.test(phrase))
}

/** What the article of the fixtures has no example of is in a test of its own. */
const elsewhere: readonly string[] = ['quote a longer passage']

test('every message of the check stands beside a story that has the fault', () => {
  const outputs = readdirSync(join(fixtures, 'bad'))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFixture(`bad/${file}`))
    .join('')
  const unseen = readdirSync(join(src, 'story'))
    .map((file) => `story/${file}`)
    .flatMap((path) => phrasesOf(path).map((phrase) => ({ path, phrase })))
    .filter(({ phrase }) => !outputs.includes(phrase) && !elsewhere.includes(phrase))
  expect(unseen).toEqual([])
})
