import { expect, type Page } from '@playwright/test'
import type { TestServers } from '../server.ts'
import { selectedOf, test } from './host-page.ts'

const references = (page: Page) => page.locator('[data-article-map-reference] button')

/** Opens an article whose map is far below, so that its frame is not loaded; the server lets the page read the story, or not. */
async function openFarAbove(page: Page, { pages, maps }: TestServers, isReadable: boolean): Promise<void> {
  // What Playwright answers may always be read.
  if (isReadable)
    await page.route(`${maps}/raqqa/story.geojson`, async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' }
      await route.fulfill({ response, headers })
    })
  await page.goto(`${pages}/host-article.html?above=9000px`)
}

test('the numbers do not wait for a frame that is far below, and one that is pressed loads it and opens its place', async ({
  page,
  servers,
  complaints,
}) => {
  await page.addInitScript(() => {
    const shifts = Object.assign(window, { shifts: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.shifts += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  servers.requests.length = 0
  await openFarAbove(page, servers, true)
  await expect(references(page)).toHaveText(['1', '2', '2', '1', '3', '4', '3', '4', '5'])
  expect(servers.requests).not.toContain('/raqqa/')
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number }).shifts)
  console.log(`    layout shift of the numbers: ${shifts}`)
  expect(shifts).toBeLessThan(0.1)

  const kept = await references(page).nth(1).elementHandle()
  await references(page).nth(1).click()
  const frame = page.frameLocator('iframe')
  await expect.poll(() => selectedOf(frame)).toBe('al-naim-roundabout')
  await expect(page.locator('iframe')).toBeInViewport()
  await expect(frame.getByRole('dialog').getByRole('heading')).toBeFocused()
  await expect(frame.getByRole('button', { name: 'Show in the article' })).toBeVisible()
  // The frame tells the same story: the numbers stay as they are.
  expect(await kept?.evaluate((button) => button.isConnected)).toBe(true)
  expect(complaints).toEqual([])
})

test('where the story may not be read, the numbers come with the frame', async ({ page, servers }) => {
  const refused = page.waitForEvent('console', (message) => message.text().includes('story.geojson'))
  await openFarAbove(page, servers, false)
  await refused
  await expect(references(page)).toHaveCount(0)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(references(page)).toHaveCount(9)
})

test('a number is 24 pixels wide and high to the finger', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/element-article.html`)
  await expect(references(page)).toHaveCount(9)
  const target = await references(page)
    .first()
    .evaluate((button) => {
      const { width, height } = getComputedStyle(button, '::after')
      return [parseFloat(width), parseFloat(height)]
    })
  for (const side of target) expect(side).toBeGreaterThanOrEqual(24)
})

test('the host script finds the maps beside it whose addresses were pasted into WordPress', async ({
  page,
  servers,
}) => {
  const maps = `${servers.maps}/cors`
  await page.route('**/article-map-host.js', (route) => route.abort(), { times: 1 })
  await page.goto(`${servers.pages}/host-article.html`)
  await page.evaluate((maps) => {
    const frame = document.querySelector('iframe')
    frame?.removeAttribute('data-article-map')
    frame?.setAttribute('sandbox', 'allow-scripts')
    frame?.classList.add('wp-embedded-content')
    if (frame) frame.src = `${maps}/raqqa/#?secret=abcDEF1234`
  }, maps)
  await page.addScriptTag({ url: `${maps}/article-map-host.js` })
  await expect(references(page)).toHaveCount(9)
})
