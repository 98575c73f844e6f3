import fc from 'fast-check'

/** How many cases a property is tried with, the same each time. Others, and more of them, by `FUZZ_SEED` and `FUZZ_RUNS`. */
export const fuzzOptions = {
  seed: Number(process.env.FUZZ_SEED ?? 20171018),
  numRuns: Number(process.env.FUZZ_RUNS ?? 3000),
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    '\uD800',
    '\u200B',
    '__proto__',
    '<img src=x onerror=alert(1)>',
    -0,
    1e308,
    -1,
    180,
    'exact',
    'en-a',
    '2017-02-30',
    'https://[',
    'Polygon',
  ),
  fc.jsonValue({ depthSize: 'small' }),
)

/** JSON texts with some of their values replaced, taken out, or doubled. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), odd, fc.nat(3)), { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => {
      const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
      for (const [choice, value, kind] of changes) {
        const slots = slotsOf(root)
        const [parent, key] = slots[choice % slots.length] ?? []
        if (parent === undefined || key === undefined) continue
        if (kind === 0) Reflect.deleteProperty(parent, key)
        else if (kind === 1 && Array.isArray(parent)) parent.push(parent[Number(key)])
        else Reflect.set(parent, key, value)
      }
      return JSON.stringify(root)
    })
}

function slotsOf(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]): [object, string][] => [[value, key], ...slotsOf(child)])
}
