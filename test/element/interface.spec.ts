import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { Ajv } from 'ajv'
import { openElement, test, type MapElement } from '../map/map-page.ts'

// What editors and frameworks are told of the element is what it has.

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Named {
  readonly name: string
  readonly fieldName?: string
  readonly attribute?: string
  readonly static?: boolean
}
type Part = 'attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties'
const manifest = JSON.parse(read('src/custom-elements.json')) as {
  readonly modules: readonly {
    readonly path: string
    readonly declarations?: readonly Record<Part, readonly Named[]>[]
  }[]
}
const namesOf = (part: Part): string[] =>
  (manifest.modules[0]?.declarations?.[0]?.[part] ?? []).map(({ name }) => name).toSorted()

/** All that a pattern's first group finds, once each. */
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted()

const properties = {
  src: 'story.geojson',
  basemap: 'basemap.json',
  streets: 'streets.json',
  tiles: 'auto',
  tilesAttribution: 'Us',
  place: 'raqqa',
  address: true,
  theme: 'dark',
  inset: 'off',
}

test('the manifest is one of custom elements, and names files that are there', () => {
  const schema = JSON.parse(read('node_modules/custom-elements-manifest/schema.json')) as object
  const ajv = new Ajv({ strict: false })
  ajv.validate(schema, manifest)
  expect(ajv.errors).toBeNull()
  for (const { path } of manifest.modules) expect(read(path)).not.toBe('')
})

test('its attributes, properties and methods are the element’s', async ({ page, servers }) => {
  await (await openElement(page, servers, { tiles: 'off' })).loaded()
  const { observed, written } = await page.evaluate((properties) => {
    const { observedAttributes } = customElements.get('article-map') as unknown as { observedAttributes: string[] }
    const element = document.createElement('article-map')
    Object.assign(element, properties)
    return { observed: observedAttributes, written: element.getAttributeNames() }
  }, properties)
  expect(namesOf('attributes')).toEqual([...new Set([...observed, ...written])].toSorted())
  const declared = ['map-element', 'article-map-element']
    .map((name) => read(`dist/d.ts/element/${name}.d.ts`))
    .join('\n')
  const names = found(declared, /^ {4}(?:static |get |set )*(\w+)(?=[(:])/gm)
  const ofEvery = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback']
  expect(namesOf('members')).toEqual(names.filter((name) => !ofEvery.includes(name)))
})

test('its events are those that are dispatched', () => {
  const files = ['map-element', 'story-error-event', 'place-select-event'].map((name) => read(`src/element/${name}.ts`))
  expect(namesOf('events')).toEqual(found(files.join('\n'), /(?:new Event|super)\('([\w-]+)'/g))
  expect(namesOf('events')).toEqual(found(read('src/element/article-map-interface.ts'), /^ {2}'([\w-]+)': \w*Event$/gm))
})

test('its parts and custom properties are those that a page can style', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { tiles: 'off', place: 'raqqa' })).loaded()
  await expect(map.popup).toBeVisible()
  const parts = await map.element.evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].map((part) => part.getAttribute('part') ?? ''),
  )
  expect(namesOf('cssParts')).toEqual([...new Set(parts)].toSorted())
  expect(namesOf('cssProperties')).toEqual(found(read('src/view/style/theme.css'), /var\((--article-map-[\w-]+)/g))
})

test('each attribute is a property too, also one that was set before the element was defined', async ({
  page,
  servers,
}) => {
  await (await openElement(page, servers, { tiles: 'off' })).loaded()
  const seen = await page.evaluate((properties) => {
    const attributesOf = (element: HTMLElement): Record<string, string | null> =>
      Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)]))
    const read = (element: HTMLElement): object =>
      Object.fromEntries(Object.keys(properties).map((name) => [name, Reflect.get(element, name)]))
    const element = document.createElement('article-map')
    const before = read(element)
    Object.assign(element, properties)
    // In a document without a window, elements of that name are not defined yet.
    const early = document.implementation.createHTMLDocument().createElement('article-map')
    Object.assign(early, properties)
    document.adoptNode(early)
    customElements.upgrade(early)
    const create = (...changes: object[]): HTMLElement =>
      changes.reduce<HTMLElement>((map, change) => Object.assign(map, change), document.createElement('article-map'))
    const removed = create(properties, { theme: null, address: false })
    const odd = create({ theme: 'pink' })
    return {
      before,
      after: read(element),
      attributes: attributesOf(element),
      early: [read(early), attributesOf(early)],
      removed: [removed.hasAttribute('theme'), removed.hasAttribute('address')],
      odd: Reflect.get(odd, 'theme'),
    }
  }, properties)
  const attributes = { ...properties, 'tiles-attribution': 'Us', address: '' }
  Reflect.deleteProperty(attributes, 'tilesAttribution')
  expect(seen).toEqual({
    before: {
      src: '',
      basemap: '',
      streets: '',
      tiles: '',
      tilesAttribution: '',
      place: '',
      address: false,
      theme: 'auto',
      inset: 'auto',
    },
    after: properties,
    attributes,
    early: [properties, attributes],
    removed: [false, false],
    odd: 'auto',
  })
})

test('what is wrong is told by story-error, and, for one version more, by error', async ({ page, servers }) => {
  await (await openElement(page, servers, { tiles: 'off' })).loaded()
  const told = await page.evaluate(async () => {
    const map = document.createElement('article-map') as MapElement
    const told: unknown[] = []
    for (const type of ['story-error', 'error']) {
      map.addEventListener(type, (event) => told.push([type, (event as Event & { messages: string[] }).messages]))
    }
    const old = new Promise((resolve) => map.addEventListener('error', resolve))
    Reflect.set(map, 'src', '/nowhere.geojson')
    document.body.append(map)
    await old
    return told
  })
  const messages = ['src="/nowhere.geojson" could not be loaded: the server answered 404.']
  expect(told).toEqual([
    ['story-error', messages],
    ['error', messages],
  ])
})
