import type { FrameLocator, Page } from '@playwright/test'
import type { MapElement } from '../map/map-page.ts'
import type { TestServers } from '../server.ts'

export type { MapElement } from '../map/map-page.ts'
export { test } from '../network.ts'

/** What the frame has posted to test/page/frame.html. */
export interface PostedMessage {
  readonly origin: string
  readonly data: unknown
}

/** Opens test/page/frame.html with the Raqqa map in its frame; where that is not hidden, waits until the map is drawn. */
export async function openFrame(
  page: Page,
  { pages, maps }: TestServers,
  { address = '', ...options }: Readonly<Record<string, string>> = {},
): Promise<FrameLocator> {
  const query = new URLSearchParams({ src: `${maps}/raqqa/${address}`, ...options })
  await page.goto(`${pages}/frame.html?${query}`)
  const frame = page.frameLocator('iframe[title=Map]')
  if (!('hidden' in options)) {
    await storyOf(frame)
    await drawn(page)
  }
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

/**
 * Waits until what the page shows is on the screen. Not before does the browser know where a frame lies that has come,
 * gone or been moved: until then it gives a press there to whatever was there before.
 */
export async function drawn(page: Page): Promise<void> {
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } })
}

/** Sends a message from the page to its frame. */
export async function post(page: Page, message: unknown): Promise<void> {
  await page.evaluate((message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*'), message)
}

/** What the frame has posted, by the page's record. */
export async function postedTo(page: Page): Promise<PostedMessage[]> {
  return page.evaluate(() => (window as unknown as { messages: PostedMessage[] }).messages)
}

/** Pastes into a field of the page what was copied. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
  })
  await page.keyboard.press('Control+V')
  return page.locator('body > textarea').last().inputValue()
}
