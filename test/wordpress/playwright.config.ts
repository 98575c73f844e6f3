import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from '../browser.ts'

/** The maps in a real WordPress: `npm run test:wordpress`. One worker, since all tests share one site. */
export default defineConfig({
  testDir: '.',
  testMatch: 'posts.ts',
  outputDir: join(import.meta.dirname, '..', '..', 'test-results', 'wordpress'),
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    launchOptions: await chromiumLaunch(),
  },
})
