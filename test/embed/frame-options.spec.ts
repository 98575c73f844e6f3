import { expect } from '@playwright/test'
import type { FrameLocator } from '@playwright/test'
import { openFrame, postedTo, selectIn, selectedOf, test } from './host-page.ts'
import { cardName } from '../map/map-page.ts'

/** The colour of the map's paper. */
const paperOf = (frame: FrameLocator) =>
  frame.locator('article-map').evaluate((map) => getComputedStyle(map).backgroundColor)

test.describe("the options in a frame's address", () => {
  test('place opens the map there', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { address: '?place=main-hospital' })
    await expect(frame.getByRole('dialog')).toHaveAccessibleName(cardName('Main hospital'))
  })

  test('theme sets the light that the reader has not chosen', async ({ page, servers }) => {
    const light = await paperOf(await openFrame(page, servers))
    const dark = await paperOf(await openFrame(page, servers, { address: '?theme=dark' }))
    expect(dark).not.toBe(light)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paperOf(await openFrame(page, servers))).toBe(dark)
    expect(await paperOf(await openFrame(page, servers, { address: '?theme=light' }))).toBe(light)
  })

  test('height is told to the page around it, kept between 200 and 1000', async ({ page, servers }) => {
    for (const [chosen, told] of [
      ['520', 520],
      ['1', 200],
      ['99999', 1000],
    ] as const) {
      await openFrame(page, servers, { address: `?height=${chosen}` })
      await expect
        .poll(() => postedTo(page))
        .toContainEqual(expect.objectContaining({ data: { articleMap: 1, type: 'height', height: told } }))
    }
  })

  for (const [address, hosts] of [
    ['', ['tile.openstreetmap.org']],
    ['?tiles=off', []],
    ['?tiles=https://evil.example/{z}/{x}/{y}.png', ['tile.openstreetmap.org']],
  ] as const) {
    const whom = hosts.length > 0 ? 'from openstreetmap.org alone' : 'from nobody'
    test(`streets are asked for ${whom} with "${address}"`, async ({ page, servers, tiles }) => {
      const frame = await openFrame(page, servers, { address, width: '700' })
      await selectIn(frame, 'municipal-stadium')
      await expect(frame.getByRole('dialog')).toHaveAccessibleName(cardName('Municipal stadium'))
      await expect.poll(() => [...new Set(tiles.requests.map((url) => new URL(url).host))]).toEqual(hosts)
    })
  }

  test('what makes no sense is as good as nothing', async ({ page, servers, complaints }) => {
    for (const address of [
      '?place=atlantis',
      '?place=<img src=x onerror=alert(1)>',
      '?place=%00&theme=%22%3E%3Cscript%3E&height=NaN&tiles[]=off',
      `?place=${'x'.repeat(3000)}`,
      '#place=%E0%A4%A',
      '#?secret=abcDEF1234',
      '?src=https://evil.example/story.geojson&basemap=https://evil.example/basemap.json',
    ]) {
      await test.step(address.slice(0, 60), async () => {
        servers.requests.length = 0
        const frame = await openFrame(page, servers, { address })
        await expect(frame.getByRole('button', { name: 'Place 5: Deir Ezzor' })).toBeVisible()
        expect(await selectedOf(frame)).toBeNull()
        expect(servers.requests).toEqual(['/raqqa/'])
      })
    }
    expect(complaints).toEqual([])
  })
})
