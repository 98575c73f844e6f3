import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { palette } from '../../src/view/palette.ts'

test('what is drawn without the style sheet has its colours', () => {
  const theme = ['theme', 'streets'].map((name) => readFileSync(`src/view/style/${name}.css`, 'utf8')).join('')
  const colours = [...theme.matchAll(/--([a-z-]+): (?:var\(--[a-z-]+, )?light-dark\((#[0-9a-f]+)/g)]
  const named = colours.map(([, name = '', colour]) => [
    name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase()),
    colour,
  ])
  expect(Object.fromEntries(named)).toEqual(palette)
})
