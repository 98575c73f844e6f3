import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser, type Frame, type Page } from '@playwright/test'
import { chromiumLaunch } from '../browser.ts'
import { until } from '../engines/engine.ts'
import { startServers } from '../server.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import type { Tell } from './run.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..', '..')
const packages = join(import.meta.dirname, 'node_modules')
const { article, places } = parseStory(readFileSync(join(root, 'geo', 'raqqa.geojson'), 'utf8'))
const quotes = places.flatMap((place) => place.quotes.map(({ exact }) => exact))

/** Programs that keep copies of pages, and what readers see in the copy once the map's own server is gone. */
export async function tryArchives(tell: Tell): Promise<void> {
  const browser = await chromium.launch(await chromiumLaunch())
  try {
    await tell('wget --mirror --convert-links: the copy has the live map', () => tryMirror(browser))
    await tell('a WARC, replayed by wabac: the copy has the live map', () => tryReplay(browser))
  } finally {
    await browser.close()
  }
}

/**
 * SingleFile's command line, as the README says. Not for `.ci/run`: often its browser tells it of the page before it listens, and it
 * ends without a copy, "Execution context not found for SingleFile world".
 */
export async function trySingleFile(tell: Tell): Promise<void> {
  const browser = await chromium.launch(await chromiumLaunch())
  try {
    await tell('the copy has the map and every quote', () => tryStill(browser))
  } finally {
    await browser.close()
  }
}

async function tryMirror(browser: Browser): Promise<void> {
  await withCopy(
    async (url, folder) => {
      await run('wget', ['--quiet', '--mirror', '--convert-links', '--page-requisites', '--no-host-directories', url], {
        cwd: folder,
      })
      return '/raqqa/index.html'
    },
    async (url) => {
      const { page, errors } = await openPage(browser, url)
      await expectLiveMap(page.mainFrame())
      if (errors.length > 0) throw new Error(errors.join())
    },
  )
}

/** wget writes the WARC. The replay is a service worker, which shows pages in a frame. */
async function tryReplay(browser: Browser): Promise<void> {
  await withCopy(
    async (url, folder) => {
      await run('wget', ['--quiet', '--page-requisites', '--warc-file=map', '--no-warc-keep-log', url], { cwd: folder })
      cpSync(join(packages, '@webrecorder', 'wabac', 'dist', 'sw.js'), join(folder, 'sw.js'))
      writeFileSync(join(folder, 'replay.html'), '<!doctype html><title>Replay</title><link rel="icon" href="data:,">')
      return `/replay.html?${new URLSearchParams({ url })}`
    },
    async (url) => {
      const { page, errors } = await openPage(browser, url)
      await page.evaluate(async () => {
        const { serviceWorker } = navigator
        const controlled = new Promise((done) => serviceWorker.addEventListener('controllerchange', done))
        await serviceWorker.register('/sw.js')
        await controlled
        const added = new Promise((done) =>
          serviceWorker.addEventListener('message', ({ data }) => {
            if (data.msg_type === 'collAdded') done(data)
          }),
        )
        const file = { sourceUrl: new URL('/map.warc.gz', location.href).href }
        serviceWorker.controller?.postMessage({ msg_type: 'addColl', name: 'map', file })
        await added
        const frame = document.createElement('iframe')
        frame.src = `/w/map/mp_/${new URLSearchParams(location.search).get('url') ?? ''}`
        document.body.append(frame)
      })
      const frame = await until(async () => page.frames().find((one) => one.url().includes('/w/map/')), 'the replay')
      await expectLiveMap(frame)
      if (errors.length > 0) throw new Error(errors.join())
    },
  )
}

/** SingleFile saves what a page shows, without its scripts. */
async function tryStill(browser: Browser): Promise<void> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, directives = ''] = /SingleFile.* without `([^`]+)`/.exec(readme) ?? []
  const { executablePath = chromium.executablePath(), args = [], env } = await chromiumLaunch()
  await withCopy(
    async (url, folder) => {
      const page = await (await fetch(url)).text()
      if (directives === '' || !page.includes(directives)) throw new Error(`The page has no ${directives}`)
      writeFileSync(join(folder, 'without.html'), page.replace(directives, ''))
      const options = [`--browser-executable-path=${executablePath}`, ...args.map((arg) => `--browser-arg=${arg}`)]
      const program = join(packages, 'single-file-cli', 'single-file-node.js')
      const address = pathToFileURL(join(folder, 'without.html')).href
      // A page that it cannot save it waits for until it is ended.
      await run(process.execPath, [program, address, 'copy.html', ...options], {
        cwd: folder,
        env: { ...process.env, ...env },
        timeout: 60_000,
      })
      return '/copy.html'
    },
    async (url) => {
      const { page } = await openPage(browser, url)
      await page.getByRole('button', { name: 'Place 5: Deir Ezzor' }).waitFor()
      await expectWords(page.mainFrame())
    },
  )
}

/**
 * Has a program copy the Raqqa page from a server, which then stops, and opens the copy from another one.
 * @param copy writes the copy into the folder and gives the path to open
 */
async function withCopy(
  copy: (url: string, folder: string) => Promise<string>,
  open: (url: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'article-map-archive-'))
  try {
    const original = await startServers(join(root, 'dist'))
    let path: string
    try {
      path = await copy(`${original.maps}/raqqa/`, folder)
    } finally {
      await original.close()
    }
    const other = await startServers(folder)
    try {
      await open(`${other.maps}${path}`)
    } finally {
      await other.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Opens a page, and notes what its console says is wrong. */
async function openPage(browser: Browser, url: string): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  return { page, errors }
}

/** The headline and all quotes are there, and a marker of the live map, which has its colours, opens its popup. */
async function expectLiveMap(frame: Frame): Promise<void> {
  const ground = await frame
    .locator('.stage:has(.leaflet-container)')
    .evaluate((stage) => getComputedStyle(stage).backgroundColor)
  if (ground === 'rgba(0, 0, 0, 0)') throw new Error('The map has no colours.')
  await frame.getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
  await frame.locator('.leaflet-popup blockquote').first().waitFor()
  await expectWords(frame)
}

/** The headline and every quote are in a page, and not in its data alone. */
async function expectWords(frame: Frame): Promise<void> {
  const text = (await frame.locator('h1, blockquote').allTextContents()).join('\n')
  const missing = [article.headline, ...quotes].filter((words) => !text.includes(words))
  if (missing.length > 0) throw new Error(`It lacks ${missing.join()}`)
}
