import { expect, test } from 'vitest'
import { romanized } from '../../src/command/romanized.ts'

test.each([
  ['الرقة', 'al-rqa'],
  ['دير الزور', 'dir al-zur'],
  ['مطار بيروت', 'mtar birut'],
  ['بئر السبع', 'bir al-sb'],
  ['تَهران', 'thran'],
  ['Łódź', 'Łódź'.normalize('NFKD')],
  ['東京', '東京'],
])('%s is written as %s in an address', (name, latin) => {
  expect(romanized(name)).toBe(latin)
})
