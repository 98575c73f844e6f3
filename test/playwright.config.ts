import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { chromiumLaunch, firefoxPath } from './browser.ts'

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT ?? 4173)
const launchOptions = await chromiumLaunch()
const firefox = firefoxPath()

/**
 * The browser tests, on the built pages. Every one runs on a desktop and on a phone, but for those that are tagged
 * `@desktop` or `@phone`; those tagged `@firefox` also run in a stock Firefox, where there is one.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results', 'pages'),
  fullyParallel: true,
  forbidOnly: true,
  // A loaded machine can miss a moment; a fault is there a second time.
  retries: process.env.CI ? 2 : 0,
  timeout: 60_000,
  // No test is about time.
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results', 'playwright.json') }]],
  use: { baseURL: `http://127.0.0.1:${port}/`, screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, launchOptions },
    },
    { name: 'phone', grepInvert: /@desktop/, use: { ...devices['Pixel 7'], launchOptions } },
    // A stock Firefox over WebDriver BiDi, not the patched build that Playwright downloads.
    ...(firefox
      ? [
          {
            name: 'firefox',
            grep: /@firefox/,
            use: {
              ...devices['Desktop Firefox'],
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              viewport: { width: 1280, height: 800 },
              launchOptions: { executablePath: firefox },
            },
          },
        ]
      : []),
  ],
  webServer: {
    // Not by way of npx, which would leave the server running when it is stopped.
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
