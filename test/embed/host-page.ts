import { readFileSync } from 'node:fs'
import type { FrameLocator, Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import { createOEmbed } from '../../src/build/page/oembed.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import type { TestServers } from '../server.ts'
import { startServers } from '../server.ts'
import { filterOEmbed } from './wordpress.ts'

/** What the frame has posted to test/page/frame.html. */
export interface PostedMessage {
  readonly origin: string
  readonly data: unknown
}

interface HostFixtures {
  /** The errors and warnings in the console of the page and of its frames. */
  readonly complaints: string[]
}

/** Playwright's test, with a publisher's server and a map's on two origins. */
export const test = base.extend<HostFixtures, { servers: TestServers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are used from it.
    async ({}, use) => {
      const servers = await startServers({
        dist: process.env['ARTICLE_MAP_DIST'] ?? 'dist',
        replacements: { oembed: readOEmbed },
      })
      await use(servers)
      await servers.close()
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      // Said of every frame with both attributes; browsers that do not know the one need the other.
      if (message.text().includes("precedence over 'allowfullscreen'")) return
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await use(complaints)
  },
})

/** What WordPress makes of the Raqqa story's oEmbed. */
function readOEmbed(maps: string): string {
  const story = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))
  const title = `Map of the places in: ${story.article.headline}`
  return filterOEmbed(createOEmbed({ story, pageUrl: `${maps}/raqqa/`, title }).html, 'abcDEF1234') ?? ''
}

/** Opens test/page/frame.html with the Raqqa map in its frame, and waits until the map has its story. */
export async function openFrame(
  page: Page,
  { pages, maps }: TestServers,
  { address = '', ...options }: Readonly<Record<string, string>> = {},
): Promise<FrameLocator> {
  const query = new URLSearchParams({ src: `${maps}/raqqa/${address}`, ...options })
  await page.goto(`${pages}/frame.html?${query}`)
  const frame = page.frameLocator('iframe[title=Map]')
  if (!('hidden' in options)) await storyOf(frame)
  return frame
}

/** Waits until the map has its story, and gives the ids of its places. */
export async function storyOf(frame: FrameLocator | Page): Promise<string[]> {
  return frame.locator('article-map').evaluate(
    (map: MapElement) =>
      new Promise<string[]>((resolve) => {
        const answer = () => map.story && resolve(map.story.places.map((place) => place.id))
        map.addEventListener('story-load', answer)
        answer()
      }),
  )
}

/** The id of the place that the map in the frame has selected. */
export async function selectedOf(frame: FrameLocator | Page): Promise<string | null> {
  return frame.locator('article-map').evaluate((map: MapElement) => map.selected)
}

/** Selects a place on the map in the frame, as a reader does. */
export async function selectIn(frame: FrameLocator | Page, id: string | null): Promise<void> {
  await frame.locator('article-map').evaluate((map: MapElement, id) => map.select(id), id)
}

/** Sends a message from the page to its frame. */
export async function post(page: Page, message: unknown): Promise<void> {
  await page.evaluate((message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*'), message)
}

/** What the frame has posted, by the page's record. */
export async function postedTo(page: Page): Promise<PostedMessage[]> {
  return page.evaluate(() => (window as unknown as { messages: PostedMessage[] }).messages)
}

/** Of the `<article-map>` element, what these tests use. */
export interface MapElement extends HTMLElement {
  readonly story: { readonly places: readonly { readonly id: string }[] } | null
  readonly selected: string | null
  readonly passages?: readonly string[]
  select(id: string | null): void
}
