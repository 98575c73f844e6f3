import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { pixel, startServers, type TestServers } from './server.ts'

/** What stands in for the servers of street tiles. */
export interface FakeTiles {
  /** How the next request is answered: with a tile, with an error, with bytes that are no picture, or not at all. */
  answer: 200 | 403 | 404 | 500 | 'garbage' | 'never'
  /** The addresses that were asked for, in order. */
  readonly requests: string[]
}

interface NetworkFixtures {
  /** Everything that the page and its frames have written to the console, and the errors that nobody caught. */
  readonly complaints: string[]
  readonly tiles: FakeTiles
}

/** Playwright's test, with the servers of test/server.ts. From its pages no way leads to any other server. */
export const test = base.extend<NetworkFixtures, { servers: TestServers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are used from it.
    async ({}, use) => {
      const servers = await startServers(process.env['ARTICLE_MAP_DIST'] ?? join(import.meta.dirname, '..', 'dist'))
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
    async ({ page }, use) => {
      const tiles: FakeTiles = { answer: 200, requests: [] }
      await page.route(/^https:/, async (route) => {
        const { answer } = tiles
        tiles.requests.push(route.request().url())
        if (answer === 'never') return
        const isTile = answer === 200 || answer === 'garbage'
        await route.fulfill({
          status: isTile ? 200 : answer,
          contentType: isTile ? 'image/png' : 'text/plain',
          body: answer === 200 ? pixel : 'This is not a picture.',
        })
      })
      await use(tiles)
    },
    { auto: true },
  ],
})
