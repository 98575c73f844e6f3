import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import mutants from './mutants.json' with { type: 'json' }

test('each mutant changes one place of the code as it is', () => {
  const lost = mutants.filter(({ file, from, to }) => {
    return readFileSync(file, 'utf8').split(from).length !== 2 || from === to
  })
  expect(lost).toEqual([])
})
