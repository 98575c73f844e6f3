import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The declarations of a rule, by property: `{ 'font-size': '12px' }`. */
export type Declarations = Readonly<Record<string, string>>

/** A rule of a style sheet, with one selector. */
export interface StyleRule {
  readonly selector: string
  readonly declarations: Declarations
}

/** All rules of a style sheet, in their order; those in `@media` and the like as if they always held. */
export function parseRules(css: string): StyleRule[] {
  const rules = css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
  return [...rules].flatMap(([, selectors = '', block = '']) => {
    const declarations = Object.fromEntries(
      block
        .split(';')
        .map((line) => line.split(/:([^]*)/).map((part) => part.trim()))
        .filter(([property]) => property !== ''),
    ) as Declarations
    return splitSelectors(selectors).map((selector) => ({ selector, declarations }))
  })
}

/** The rules of all style sheets of the view. */
export function readViewRules(): StyleRule[] {
  const folder = join(import.meta.dirname, '../../src/view')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
  return files.flatMap((file) => parseRules(readFileSync(join(folder, file), 'utf8')))
}

/** What holds for an element: later rules over earlier ones, those with more classes over those with fewer. */
export function declarationsFor(element: Element, rules: readonly StyleRule[]): Declarations {
  const matching = rules.filter(({ selector }) => element.matches(selector))
  const sorted = matching.toSorted((a, b) => weightOf(a.selector) - weightOf(b.selector))
  return Object.assign({}, ...sorted.map(({ declarations }) => declarations)) as Declarations
}

/** At its commas, but not at those in `:is(a, b)`. */
function splitSelectors(selectors: string): string[] {
  return selectors.split(/,(?![^(]*\))/).map((selector) => selector.trim())
}

/** How many classes and attributes a selector asks for; of the choices in `:is()`, the first stands for all. */
function weightOf(selector: string): number {
  return selector.replace(/:is\(([^,)]*)[^)]*\)/g, '$1').match(/[.[]/g)?.length ?? 0
}
