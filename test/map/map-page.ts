import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test as base } from '@playwright/test'
import { parseStory } from '../../src/story/parse-story.ts'
import type { Story } from '../../src/story/story.ts'
import { startServers, type TestServers } from '../server.ts'

const root = join(import.meta.dirname, '..', '..')

/** The story that the built page shows. */
export const raqqa: Story = parseStory(readFileSync(join(root, 'geo/raqqa.geojson'), 'utf8'))

/** The sizes at which the map must be whole. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 680, height: 480 },
  { width: 390, height: 844 },
  { width: 300, height: 250 },
  { width: 280, height: 200 },
  { width: 3840, height: 2160 },
] as const

interface MapFixtures {
  /** Everything that the page has written to its console, and the errors that nobody caught. */
  readonly complaints: string[]
  /** The street tiles that the page has asked for; a fake server answers with the status that is set here. */
  readonly tiles: { answer: string; readonly requests: string[] }
}

/** Playwright's test, with the servers of test/server.ts and no way out to the network. */
export const test = base.extend<MapFixtures, { servers: TestServers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are used from it.
    async ({}, use) => {
      const servers = await startServers({ dist: process.env['ARTICLE_MAP_DIST'] ?? join(root, 'dist') })
      await use(servers)
      await servers.close()
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await use(complaints)
  },
  tiles: [
    async ({ page, servers }, use) => {
      const tiles = { answer: '200', requests: [] as string[] }
      await page.route(/^https:/, async (route) => {
        tiles.requests.push(route.request().url())
        if (tiles.answer === 'never') return
        const response = await fetch(`${servers.maps}/tiles/${tiles.answer}/0/0/0.png`)
        const contentType = response.headers.get('content-type') ?? ''
        const body = Buffer.from(await response.arrayBuffer())
        // A test may end while a tile is on its way.
        await route.fulfill({ status: response.status, contentType, body }).catch(() => {})
      })
      await use(tiles)
    },
    { auto: true },
  ],
})

/** The map in a page, as a reader finds it. */
export class MapPage {
  readonly page: Page
  readonly element: Locator
  readonly map: Locator
  readonly popup: Locator
  readonly list: Locator

  constructor(page: Page) {
    this.page = page
    this.element = page.locator('article-map')
    this.map = page.getByRole('group', { name: 'Arrow keys move the map' })
    this.popup = page.getByRole('dialog')
    this.list = page.locator('article-map .frame:not(.static) .list')
  }

  /** The button of a place on the map, by its number or name. */
  marker(name: string | number): Locator {
    const label = typeof name === 'number' ? new RegExp(`^Place ${name}: `) : new RegExp(`^Place \\d+: ${name}$`)
    return this.page.getByRole('button', { name: label })
  }

  /** The button of the group in which four of the Raqqa story's places are at the opening. */
  group(): Locator {
    return this.page.getByRole('button', { name: /^4 places: / })
  }

  /** The row of a place in the list; unfolds the list where it is folded. */
  async row(name: string): Promise<Locator> {
    const row = this.list.getByRole('button').filter({ has: this.page.getByText(name, { exact: true }) })
    const toggle = this.page.getByRole('button', { name: '5 places', exact: true })
    if (!(await row.isVisible())) await toggle.click()
    return row
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Waits until the story is there. */
  async loaded(): Promise<this> {
    await expect
      .poll(() => this.element.evaluate((element: MapElement) => element.story?.places.length ?? 0))
      .toBeGreaterThan(0)
    return this
  }

  /** Waits until nothing moves any more: a flight, a pan, a zoom, or what is about to start one. */
  async settled(): Promise<void> {
    await this.element.evaluate(async (element) => {
      const parts = '.leaflet-map-pane, .leaflet-zoom-anim, .leaflet-popup, .marker, .label'
      const look = (): string =>
        [...(element.shadowRoot?.querySelectorAll(parts) ?? [])]
          .map((part) => {
            const { x, y, width } = part.getBoundingClientRect()
            return `${part.getAttribute('class')} ${x} ${y} ${width}`
          })
          .join()
      let before = ''
      for (let same = 0; same < 15;) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const now = look()
        same = now === before ? same + 1 : 0
        before = now
      }
    })
  }

  async select(id: string | null): Promise<void> {
    await this.element.evaluate((element: MapElement, id) => element.select(id), id)
    await this.settled()
  }

  selected(): Promise<string | null> {
    return this.element.evaluate((element: MapElement) => element.selected)
  }
}

/** Opens the built page of the Raqqa story; `rest` follows its address. */
export async function openRaqqa(page: Page, { maps }: TestServers, rest = ''): Promise<MapPage> {
  await page.goto(`${maps}/raqqa/${rest}`)
  const map = await new MapPage(page).loaded()
  await map.settled()
  return map
}

/** Opens test/page/element.html with the attributes for the element; `story` is the text that its `src` answers with. */
export async function openElement(
  page: Page,
  { pages, maps }: TestServers,
  { story, ...attributes }: Readonly<Record<string, string>> = {},
): Promise<MapPage> {
  if (story !== undefined) {
    await page.route('**/story.geojson', (route) => route.fulfill({ contentType: 'application/geo+json', body: story }))
  }
  const src = story === undefined ? `${maps}/cors/geo/raqqa.geojson` : 'story.geojson'
  await page.goto(`${pages}/element.html?${new URLSearchParams({ src, ...attributes })}`)
  return new MapPage(page)
}

/** Of the `<article-map>` element, what these tests use. */
export interface MapElement extends HTMLElement {
  readonly story: { readonly places: readonly { readonly id: string }[] } | null
  readonly selected: string | null
  select(id: string | null): void
}
