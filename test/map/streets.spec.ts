import { expect } from '@playwright/test'
import { readLayout } from './layout.ts'
import { openElement, openRaqqa, test } from './map-page.ts'

// A clock of the test stays behind, now and then, in a page that another test would get.
test.use({ reuseContext: false })

const unreachable = 'The street map cannot be reached. The map goes on without it.'

test.describe('at the end of a flight', () => {
  test.use({ reducedMotion: 'no-preference' })

  test('streets are asked for only where one has come near, from OpenStreetMap’s own address', async ({
    page,
    servers,
    tiles,
    complaints,
  }) => {
    const map = await openRaqqa(page, servers)
    expect(tiles.requests).toEqual([])
    await map.select('al-naim-roundabout')
    await expect.poll(() => tiles.requests.length).toBeGreaterThan(3)
    for (const url of tiles.requests) expect(url).toMatch(/^https:\/\/tile\.openstreetmap\.org\/15\/\d+\/\d+\.png$/)
    await expect(
      page.getByRole('link', { name: '© OpenStreetMap contributors', includeHidden: true }).first(),
    ).toHaveAttribute('href', 'https://www.openstreetmap.org/copyright')
    await expect(page.getByText(unreachable)).toHaveCount(0)
    expect(complaints).toEqual([])
  })

  test('streets come where the browser has a coarse clock, too, as against fingerprinting', async ({
    page,
    servers,
    tiles,
  }) => {
    await page.addInitScript(() => {
      const now = Date.now.bind(Date)
      Date.now = () => Math.floor(now() / 100) * 100
    })
    const map = await openRaqqa(page, servers)
    await map.select('al-naim-roundabout')
    await expect.poll(() => tiles.requests.length).toBeGreaterThan(3)
  })
})

for (const answer of [403, 404, 500, 'garbage'] as const) {
  test(`where the tile server answers ${answer}, the map stays whole and says so`, async ({ page, servers, tiles }) => {
    tiles.answer = answer
    const map = await openRaqqa(page, servers)
    await map.select('al-naim-roundabout')
    const notice = page.locator('.notice').filter({ hasText: unreachable })
    await expect(notice).toHaveCount(1)
    await expect(map.said).toHaveText(unreachable)
    const { labels, markers } = await readLayout(map)
    expect(markers).toHaveLength(4)
    expect(labels.length).toBeGreaterThan(0)
    await expect(map.element.locator('img')).toHaveCount(0)
    const asked = tiles.requests.length
    // In a small map an open popup has the place of the buttons.
    await page.keyboard.press('Escape')
    await map.button('Zoom in').click()
    await map.settled()
    expect(tiles.requests).toHaveLength(asked)
    await notice.getByRole('button', { name: 'Close' }).click()
    await expect(notice).toHaveCount(0)
  })
}

test('where the tile server never answers, the map is whole at once, and says so after twelve seconds', async ({
  page,
  servers,
  tiles,
  complaints,
}) => {
  tiles.answer = 'never'
  await page.clock.install()
  const map = await openRaqqa(page, servers)
  await map.select('al-naim-roundabout')
  await expect.poll(() => tiles.requests.length).toBeGreaterThan(3)
  expect((await readLayout(map)).markers).toHaveLength(4)
  await expect(map.said).not.toHaveText(unreachable)
  await page.clock.fastForward(12_000)
  await expect(map.said).toHaveText(unreachable)
  expect(complaints).toEqual([])
})

test('with streets switched off by its address, the page asks nobody for anything, and its console is empty', async ({
  page,
  servers,
  tiles,
  complaints,
}) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(servers.maps)) foreign.push(request.url())
  })
  const map = await openRaqqa(page, servers, '?tiles=off')
  await map.select('al-naim-roundabout')
  await map.select('deir-ezzor')
  expect(tiles.requests).toEqual([])
  expect(foreign.filter((url) => !url.startsWith('data:'))).toEqual([])
  expect(complaints).toEqual([])
})

test('a publisher’s own tiles are asked for by their template, and credited', async ({ page, servers, tiles }) => {
  const map = await openElement(page, servers, {
    tiles: 'https://tiles.example/{z}/{y}/{x}.png?key=1',
    'tiles-attribution': 'Tiles by <b>Example</b>',
    place: 'al-naim-roundabout',
  })
  await map.loaded()
  await map.settled()
  await expect.poll(() => tiles.requests.length).toBeGreaterThan(3)
  for (const url of tiles.requests) expect(url).toMatch(/^https:\/\/tiles\.example\/15\/\d+\/\d+\.png\?key=1$/)
  await expect(map.element.getByText('Tiles by <b>Example</b>')).toHaveCount(1)
})

test('what is no template of tiles on this page’s host or on https asks for none', async ({ page, servers, tiles }) => {
  for (const template of [
    'http://tiles.example/{z}/{x}/{y}.png',
    'javascript:{z}{x}{y}',
    'https://tiles.example/',
    'on',
    '',
  ]) {
    await test.step(`“${template}”`, async () => {
      const map = await openElement(page, servers, { tiles: template, place: 'al-naim-roundabout' })
      await map.loaded()
      await map.settled()
      await expect(map.popup).toHaveCount(1)
      expect(tiles.requests).toEqual([])
      await expect(map.element.locator('img')).toHaveCount(0)
    })
  }
})
