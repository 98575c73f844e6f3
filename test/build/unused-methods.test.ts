import { expect, test } from 'vitest'
import { build, type Plugin, type Rolldown } from 'vite'
import { unusedMethods, withoutUnusedMethods } from '../../src/build/unused-methods.ts'
import config from '../../vite.config.ts'

/** Named where an option that the map does not set would call them. */
const neverReached = [
  '_getPopupAnchor',
  '_onPreDragWrap',
  '_panOnFocus',
  '_tileCoordsToBounds',
  'overlaps',
  'stopLocate',
]

/** Names of other objects' members, too. */
const common = ['isOpen', 'toggle', 'toString', 'zoomIn', 'zoomOut']

test('what is left out of packages is called by nothing that is left', async () => {
  const code = await builtPage()
  const isDefined = (name: string): boolean => new RegExp(`^\\s*(static )?${name}( ?: ?function ?)?\\(`, 'm').test(code)
  const isNamed = (name: string): boolean => new RegExp(`\\.${name}\\b`).test(code)
  const missing = Object.values(unusedMethods)
    .flat()
    .filter((name) => isNamed(name) && !isDefined(name))
  expect(new Set(missing)).toEqual(new Set([...neverReached, ...common]))
})

test('a method that a package no longer has is named', () => {
  const { transform } = withoutUnusedMethods() as { transform: { handler: (code: string, id: string) => string } }
  expect(() => transform.handler('', '/leaflet/src/geometry/Point.js')).toThrow(
    'There is no method toString in /leaflet/src/geometry/Point.js to leave out.',
  )
})

/** The script of the pages, as it is before it is made small. */
async function builtPage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: config.resolve ?? {},
    plugins: [withoutUnusedMethods() as Plugin],
    build: { write: false, minify: false, rolldownOptions: { input: 'src/page.ts' } },
  })
  return (result as Rolldown.RolldownOutput).output[0].code
}
