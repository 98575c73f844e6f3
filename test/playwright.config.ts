import { join } from 'node:path'
import { defineConfig, devices, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from '@playwright/test'
import { chromiumLaunch, firefoxPath } from './browser.ts'

const root = join(import.meta.dirname, '..')
const launchOptions = await chromiumLaunch()
const firefox = firefoxPath()
const desktop: Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1280, height: 800 },
  launchOptions,
  // Two tests share a page, emptied in between, where neither sets anything that would outlive it: a page whose scripts the
  // browser knows opens in a third of the time.
  reuseContext: true,
}

/** What is tried in many sizes, languages, hosts or projects: by `.ci/run`, after `npm test`. */
const thorough = [
  'embed',
  'walk',
  'package',
  'build/dev-policy',
  'build/dev-server',
  'build/fixture-stories',
  'build/page/content-security',
  'command',
  'element/leaks',
  'element/without-map',
  'map/inset',
  'map/marker-layout',
  'view/accessibility',
  'view/large-story',
  'view/pdf',
  'view/print',
  'view/sizes',
  'words/languages',
].map((name) => new RegExp(String.raw`/test/${name}(?:/[\w-]+)?\.spec\.ts$`))

/**
 * The browser tests, on the built pages. Each runs on a desktop; tagged `@phone`, on a phone instead; tagged `@both`, on
 * both; tagged `@firefox`, also in a stock Firefox, where there is one.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results', 'pages'),
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes when it is tried again has found a fault, of the map or of its own.
  retries: 0,
  // No test is about time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  reporter: [['list'], ['json', { outputFile: join(root, 'test-results', 'playwright.json') }]],
  use: {
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // What moves is waited for; where motion is what a test is about, it is switched on.
    reducedMotion: 'reduce',
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone/, testIgnore: thorough, use: desktop },
    { name: 'thorough', grepInvert: /@phone/, testMatch: thorough, use: desktop },
    {
      name: 'phone',
      grep: /@phone|@both/,
      use: { ...devices['Pixel 7'], launchOptions, reuseContext: true },
    },
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
})
