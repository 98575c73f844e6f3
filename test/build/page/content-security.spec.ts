import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { FrameLocator, Page } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { openFrame, storyOf, test } from '../../embed/host-page.ts'
import { cardName } from '../../map/map-page.ts'

const dist = process.env['ARTICLE_MAP_DIST'] ?? 'dist'

test.beforeEach(async ({ page }) => {
  // In every frame, before its own script: what the policy refuses becomes a complaint.
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`refused by ${violatedDirective}: ${blockedURI} ${sample}`),
    ),
  )
})

/** Does on a map everything that makes it draw, load or copy something. */
async function useMap(map: FrameLocator | Page): Promise<void> {
  await storyOf(map)
  await map.getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
  await expect(map.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
  await map.getByRole('button', { name: 'Copy quote' }).click()
  await map.getByRole('dialog').getByRole('button', { name: 'Next place' }).click()
  await expect(map.getByRole('dialog')).toHaveAccessibleName(cardName('Raqqa'))
  await map.getByRole('button', { name: 'Show all places' }).click()
  await map.getByRole('button', { name: /^4 places: / }).click()
  await expect(map.getByRole('button', { name: 'Place 2: Al-Naim roundabout' })).toBeVisible()
  await map.getByRole('button', { name: 'Zoom in' }).click()
  await map.getByRole('button', { name: 'Embed' }).click()
  const dialog = map.getByRole('dialog', { name: 'Put this map into a page' })
  await dialog.getByLabel('Opens at').selectOption('Raqqa')
  await dialog.getByRole('button', { name: 'Copy: Frame, for any website' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
}

test("the page's policy lets nothing run or load that it does not name, and requires Trusted Types", () => {
  const { document } = parseHTML(readFileSync(join(dist, 'raqqa', 'index.html'), 'utf8'))
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
  expect(policy).toContain("default-src 'none';")
  expect(policy).toMatch(/; script-src 'sha256-[^']+';/)
  expect(policy).toMatch(/; style-src( 'sha256-[^']+')+;/)
  expect(policy).toContain("; require-trusted-types-for 'script'; trusted-types 'none'")
  expect(policy).not.toContain('unsafe')
})

test('an element works in a page that requires Trusted Types, and needs no policy of its own', async ({
  page,
  servers,
  complaints,
}) => {
  await page.goto(`${servers.pages}/trusted-types.html`)
  await storyOf(page)
  await page.getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
  await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
  await page.getByRole('dialog').getByRole('button', { name: 'Next place' }).click()
  await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Raqqa'))
  await page.getByRole('button', { name: 'Zoom in' }).click()
  expect(complaints).toEqual([])
})

test.describe('nothing that a reader does violates the policy', () => {
  test.use({ viewport: { width: 1280, height: 900 } })

  for (const sandbox of [null, 'allow-scripts', 'allow-scripts allow-same-origin']) {
    const name = sandbox === null ? 'in a frame' : `in sandbox="${sandbox}"`
    test(name, async ({ page, servers, tiles, complaints }) => {
      const frame = await openFrame(page, servers, { width: '1000', ...(sandbox !== null && { sandbox }) })
      await useMap(frame)
      // Without an origin there is no Referer, and so there are no tiles.
      if (sandbox === 'allow-scripts') expect(tiles.requests).toEqual([])
      else expect(tiles.requests.length).toBeGreaterThan(0)
      expect(complaints).toEqual([])
    })
  }

  test('on its own page, with street tiles', async ({ page, servers, tiles, complaints }) => {
    await page.goto(`${servers.maps}/raqqa/`)
    await useMap(page)
    await expect(page.locator('.streets img.leaflet-tile-loaded').first()).toBeVisible()
    expect(tiles.requests.length).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })

  test('in a file opened from a disk', async ({ page, complaints }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const url = pathToFileURL(join(dist, 'raqqa', 'index.html')).href
    await page.goto(url)
    await useMap(page)
    expect(asked.filter((other) => other.split('#')[0] !== url && !other.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
  })
})

test('what the policy does not name is refused, and noticed here', async ({ page, servers, complaints }) => {
  const frame = await openFrame(page, servers)
  const refused = await frame.locator('html').evaluate((html) => {
    try {
      html.innerHTML = '<img src=x onerror=alert(1)>'
      return false
    } catch {
      new Image().src = 'https://example.org/pixel.png'
      return true
    }
  })
  expect(refused).toBe(true)
  await expect.poll(() => complaints.join('\n')).toMatch(/refused by require-trusted-types-for[^]*refused by img-src/)
})
