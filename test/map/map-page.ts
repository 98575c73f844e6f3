import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { parseStory } from '../../src/story/parse-story.ts'
import type { Story } from '../../src/story/story.ts'
import type { TestServers } from '../server.ts'

export { test } from '../network.ts'

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

/** What is done with a map: a place is selected, or none, or a key is pressed on it. */
export type Deed = { readonly id: string | null } | { readonly key: string }

/** The name of the card of a place, which also says which of how many it is. */
export function cardName(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}, place \\d+ of \\d+$`)
}

/** The map in a page, as a reader finds it. */
export class MapPage {
  readonly page: Page
  readonly element: Locator
  /** The map with all that belongs to it. */
  readonly layout: Locator
  readonly map: Locator
  readonly popup: Locator
  /** The heading of the popup, which takes the focus. */
  readonly title: Locator
  /** What a screen reader is told without being asked. */
  readonly said: Locator
  readonly list: Locator

  constructor(page: Page) {
    this.page = page
    this.element = page.locator('article-map')
    this.layout = this.element.getByRole('region')
    this.map = page.getByRole('group', { name: 'Map', exact: true })
    this.popup = page.getByRole('dialog')
    this.title = this.popup.getByRole('heading')
    this.said = this.element.locator('.unseen[aria-live]')
    this.list = this.layout.locator('.list')
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

  /** The name of a place in the list, which is pressed anywhere in its row; unfolds the list where it is folded. */
  async row(name: string): Promise<Locator> {
    const toggle = this.page.getByRole('button', { name: '5 places', exact: true })
    if ((await toggle.isVisible()) && (await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
    return this.list.locator('.name > *').filter({ hasText: new RegExp(`^${name}$`) })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Waits until the story is there. */
  async loaded(): Promise<this> {
    await this.element.evaluate(
      (element: MapElement) =>
        new Promise<void>((resolve) => {
          const look = (): void => void (element.story && resolve())
          element.addEventListener('story-load', look)
          look()
        }),
    )
    return this
  }

  /** Waits until nothing moves any more: no zoom and no pan is under way, and on a flight something moves with each frame. */
  async settled(): Promise<void> {
    await this.element.evaluate(async (element) => {
      const root = element.shadowRoot ?? element
      const parts = '.leaflet-map-pane, .leaflet-popup, .marker, .label'
      const look = (): string =>
        [...root.querySelectorAll(parts)]
          .map((part) => {
            const { x, y, width } = part.getBoundingClientRect()
            return `${part.getAttribute('class')} ${x} ${y} ${width}`
          })
          .join()
      let before = ''
      for (let same = 0; same < 3;) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const now = look()
        const isAnimated = root.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim') !== null
        same = now === before && !isAnimated ? same + 1 : 0
        before = now
      }
    })
  }

  /** Does one thing that moves the map, and another while it still moves. */
  async interrupt(first: Deed, second: Deed): Promise<void> {
    await this.element.evaluate(
      async (element: MapElement, [first, second]) => {
        const map = (element.shadowRoot ?? element).querySelector('.map')
        const act = (deed: Deed): void => {
          if ('id' in deed) element.select(deed.id)
          else map?.dispatchEvent(new KeyboardEvent('keydown', { key: deed.key, bubbles: true, composed: true }))
        }
        const look = (): string =>
          [...(map?.querySelectorAll('.leaflet-map-pane, .marker') ?? [])]
            .map((part) => JSON.stringify(part.getBoundingClientRect()))
            .join()
        const before = look()
        act(first)
        do await new Promise((resolve) => requestAnimationFrame(resolve))
        while (look() === before)
        act(second)
      },
      [first, second] as const,
    )
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
  const url = `${maps}/raqqa/${rest}`
  // An address that differs only after its # would not open the page anew.
  if (page.url().split('#')[0] === url.split('#')[0]) await page.goto('about:blank')
  await page.goto(url)
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
  readonly passages?: readonly string[]
  select(id: string | null): void
}
