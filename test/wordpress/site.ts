import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startServers, type TestServers } from '../server.ts'
import { freePort, startWordPress, type WordPress } from './wordpress.ts'

const root = join(import.meta.dirname, '..', '..')

/** Playwright's test, with a WordPress and a server of maps that knows its own address. */
export const test = base.extend<object, { wordpress: WordPress; servers: TestServers }>({
  servers: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are used from it.
    async ({}, use) => {
      const dist = mkdtempSync(join(tmpdir(), 'article-map-'))
      const port = await freePort()
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
      const env = { ...process.env, ARTICLE_MAP_URL: `http://localhost:${port}/` }
      execFileSync(process.execPath, [vite, 'build', '--outDir', dist, '--logLevel', 'error'], { cwd: root, env })
      const servers = await startServers(dist, port)
      await use(servers)
      await servers.close()
      rmSync(dist, { recursive: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  wordpress: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const wordpress = await startWordPress()
      await use(wordpress)
      await wordpress.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

/** The block that the editor makes of an address on a line of its own. */
export function embedBlock(url: string, align?: 'wide' | 'full'): string {
  const attributes = JSON.stringify({ url, type: 'rich', ...(align && { align }) })
  const alignment = align ? ` align${align}` : ''
  return `<!-- wp:embed ${attributes} -->
<figure class="wp-block-embed${alignment} is-type-rich"><div class="wp-block-embed__wrapper">
${url}
</div></figure>
<!-- /wp:embed -->`
}

/** A paragraph, as the editor saves it. */
export const paragraph = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

/** HTML of one's own, as the editor saves it. */
export const htmlBlock = (html: string): string => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`
