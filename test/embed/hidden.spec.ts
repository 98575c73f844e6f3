import { expect } from '@playwright/test'
import type { FrameLocator, Page } from '@playwright/test'
import { openFrame, selectIn, storyOf, test } from './host-page.ts'
import { cardName } from '../map/map-page.ts'

/** What of the map's markers lies in the map, and how much of the map its land covers. */
const drawnIn = (frame: FrameLocator | Page) =>
  frame.locator('article-map').evaluate((element) => {
    const map = (element.shadowRoot ?? element).querySelector('.map')?.getBoundingClientRect()
    const markers = [...(element.shadowRoot ?? element).querySelectorAll('.marker')].map((it) =>
      it.getBoundingClientRect(),
    )
    const inside = markers.filter((it) => map && it.width > 0 && it.left >= map.left && it.right <= map.right)
    return { width: map?.width, height: map?.height, markers: markers.length, inside: inside.length }
  })

/** A map that is drawn right at its opening shows Deir Ezzor and the group of the other four. */
const opening = { markers: 2, inside: 2 }

test.describe('a map that was hidden while it was made is drawn right when it is shown', () => {
  test('as a frame in a tab', async ({ page, servers, complaints }) => {
    const frame = await openFrame(page, servers, { hidden: '', width: '700' })
    await storyOf(frame)
    await page.locator('iframe').evaluate((element: HTMLElement) => (element.hidden = false))
    await expect.poll(() => drawnIn(frame)).toMatchObject(opening)
    expect((await drawnIn(frame)).width).toBeGreaterThan(300)
    expect(complaints).toEqual([])
  })

  test('as an element in a tab', async ({ page, servers, complaints }) => {
    await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps, { display: 'none' })}`)
    await storyOf(page)
    await page.locator('article-map').evaluate((map) => (map.style.display = 'block'))
    await expect.poll(() => drawnIn(page)).toMatchObject(opening)
    await expect(page.locator('.scale')).toHaveText(/\d+\skm/)
    expect(complaints).toEqual([])
  })

  test('as an element in a closed accordion, with a place selected meanwhile', async ({
    page,
    servers,
    complaints,
  }) => {
    await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps)}`)
    await page.locator('article-map').evaluate((map) => {
      const details = document.createElement('details')
      details.append('The map', map)
      document.querySelector('main')?.append(details)
    })
    await storyOf(page)
    await selectIn(page, 'main-hospital')
    await page.locator('details').evaluate((details: HTMLDetailsElement) => (details.open = true))
    await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Main hospital'))
    await expect(page.getByRole('button', { name: 'Place 3: Main hospital' })).toBeInViewport()
    expect(complaints).toEqual([])
  })

  test('as an element without any height of the page, which gives itself one', async ({ page, servers }) => {
    await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps, { height: 'auto' })}`)
    await storyOf(page)
    await expect.poll(() => drawnIn(page)).toMatchObject(opening)
    expect((await drawnIn(page)).height).toBeGreaterThan(150)
  })
})

test('a map that is hidden and resized before it is shown again fills its new size', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps, { width: '800px' })}`)
  await storyOf(page)
  await expect.poll(() => drawnIn(page)).toMatchObject(opening)
  const map = page.locator('article-map')
  await map.evaluate((element) => (element.style.display = 'none'))
  await map.evaluate((element) => Object.assign(element.style, { display: 'block', width: '320px', height: '300px' }))
  await expect.poll(async () => (await drawnIn(page)).width).toBe(320)
  await expect.poll(() => drawnIn(page)).toMatchObject(opening)
})

test('a frame that is made wider and narrower keeps all places in sight', async ({ page, servers }) => {
  const frame = await openFrame(page, servers, { width: '600' })
  for (const width of [300, 1000, 280]) {
    await page.locator('iframe').evaluate((element: HTMLIFrameElement, width) => (element.width = `${width}`), width)
    await expect.poll(() => frame.locator('html').evaluate(() => innerWidth)).toBe(width)
    await expect.poll(() => drawnIn(frame)).toMatchObject(opening)
  }
})

function elementOf(maps: string, style: Readonly<Record<string, string>> = {}): string {
  const src = `${maps}/cors/geo/raqqa.geojson`
  return `${new URLSearchParams({ src, tiles: 'off', display: 'block', height: '480px', ...style })}`
}
