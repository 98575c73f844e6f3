import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createServer, type Plugin } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/** Writes a script into each page, as a text would that is taken for markup. */
const injection: Plugin = {
  name: 'injection',
  transformIndexHtml: (page) =>
    page.replace('</title>', '</title><script>document.documentElement.id = "injected"</script>'),
}

test(
  'in development a script that was written into the page does not run, and the map does',
  { tag: '@desktop' },
  async ({ page }) => {
    test.setTimeout(120_000)
    // Of its own, since other dev servers may run.
    const cacheDir = mkdtempSync(join(tmpdir(), 'article-map-'))
    const options = { port: 0, open: false }
    const server = await createServer({ root, cacheDir, logLevel: 'silent', server: options, plugins: [injection] })
    await server.listen()
    try {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await page.goto(`${server.resolvedUrls?.local[0]}raqqa/?tiles=off`)
      await expect(page.locator('article-map .leaflet-container .marker').first()).toBeVisible()
      expect(await page.locator('html').getAttribute('id')).toBeNull()
      // Nothing else is forbidden of all that the page and Vite's client do.
      expect(complaints).toEqual([expect.stringMatching(/^Executing inline script violates/)])
    } finally {
      await server.close()
      rmSync(cacheDir, { recursive: true })
    }
  },
)
