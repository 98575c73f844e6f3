import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createOEmbed } from '../../src/build/page/oembed.ts'
import { raqqa } from '../map/map-page.ts'
import type { TestServers } from '../server.ts'
import { drawn, selectIn, storyOf, test } from './host-page.ts'
import { filterOEmbed } from './wordpress.ts'

/** Opens a post into which the Raqqa map's address was pasted. */
async function openPost(page: Page, { pages, maps }: TestServers, waitUntil?: 'commit'): Promise<void> {
  const title = `Map of the places in: ${raqqa.article.headline}`
  const { html } = createOEmbed({ story: raqqa, pageUrl: `${maps}/raqqa/`, title, quotation: '“{quote}” — {source}' })
  const oembed = filterOEmbed(html, 'abcDEF1234') ?? ''
  await page.goto(`${pages}/wordpress.html?${new URLSearchParams({ oembed })}`, { ...(waitUntil && { waitUntil }) })
}

test('WordPress shows the quote and the link until the map has told its height, and then the map', async ({
  page,
  servers,
  complaints,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(`${servers.maps}/raqqa/`, async (route) => {
    await held
    await route.continue()
  })
  await openPost(page, servers, 'commit')
  const quote = page.locator('blockquote')
  await expect(quote).toContainText('US-backed forces took full control of Raqqa')
  await expect(quote.getByRole('link')).toHaveAttribute('href', `${servers.maps}/raqqa/`)
  await expect(page.locator('iframe')).toBeHidden()
  release()
  await expect(page.locator('iframe')).toBeVisible()
  await expect(quote).toBeHidden()
  expect(complaints).toEqual([])
})

test("in WordPress's sandbox, with its secret in the address, the map opens as ever and has its height", async ({
  page,
  servers,
}) => {
  await openPost(page, servers)
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts')
  // The page takes the style away when the frame has spoken.
  await expect(frame).not.toHaveAttribute('style')
  await expect(frame).toHaveAttribute('height', '480')
  expect(await storyOf(page.frameLocator('iframe'))).toContain('raqqa')
})

test("in WordPress's sandbox, where no link opens, the reader can open the map itself; other links are text", async ({
  page,
  servers,
}) => {
  await openPost(page, servers)
  const frame = page.frameLocator('iframe')
  await storyOf(frame)
  await expect(page.locator('iframe')).toBeVisible()
  const credit = frame.locator('.stage .attribution').getByText('GeoNames')
  await expect(credit).toHaveCount(1)
  await expect(frame.locator('a[href*="//"]')).toHaveCount(0)
  // Also those that come later.
  await selectIn(frame, 'raqqa')
  await expect(frame.getByRole('dialog').getByText('US-backed forces drive ISIS out of Raqqa')).toBeVisible()
  await expect(frame.locator('a[href*="//"]')).toHaveCount(0)
  await drawn(page)
  await frame.getByRole('link', { name: 'Open the map' }).click()
  await expect(page).toHaveURL(`${servers.maps}/raqqa/`)
  await expect(page.getByRole('link', { name: 'Open the map' })).toHaveCount(0)
  await expect(page.locator('a[href*="//www.geonames.org"]').first()).toBeAttached()
})
