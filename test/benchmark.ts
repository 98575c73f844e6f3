import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { gzip } from '../src/build/gzip.ts'
import { renderStoryPage } from '../src/build/page/story-page.ts'
import { parseBasemap } from '../src/cartography/parse-basemap.ts'
import { readGeometryFile } from '../src/command/geometry-file.ts'
import { parsePlaceList } from '../src/command/place-list-file.ts'
import { createQuoteFinder } from '../src/embed/quote-finder.ts'
import { parseArticleText } from '../src/story/article-text.ts'
import { checkStory } from '../src/story/check-story.ts'
import { openingView } from '../src/cartography/opening-view.ts'
import { parseStory } from '../src/story/parse-story.ts'
import { embedLanguages } from '../src/words/embed-languages.ts'
import { localizeStory } from '../src/words/localized-story.ts'
import { chromiumLaunch } from './browser.ts'

// Prints figures and asserts nothing: times depend on the machine. `npm run build` first.

const dist = resolve('dist')
const packages = resolve('node_modules')
const runs = 5
/** A slow line and a slow phone: 1.6 Mbit/s, 150 ms, a processor four times slower. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const slowdown = 4

const story = readFileSync(resolve('geo/raqqa.geojson'), 'utf8')
const world = parseBasemap(readFileSync(resolve('geo/world.basemap.json'), 'utf8'))
const { places } = parseStory(story)

/** Leaflet as its own tutorial has it, with the same five places. */
const plainLeaflet = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Leaflet</title>
<link rel="stylesheet" href="/leaflet/leaflet.css"><script src="/leaflet/leaflet.js"></script>
<style>body{margin:0}#map{height:100vh}</style></head><body><div id="map"></div><script>
const map = L.map('map')
L.tileLayer('/tiles/{z}/{x}/{y}.png', {attribution: 'OpenStreetMap'}).addTo(map)
const markers = ${JSON.stringify(places.map(({ name, position, quotes }) => ({ name, position, quotes })))}
  .map(({name, position: [lng, lat], quotes}) => L.marker([lat, lng], {title: name}).bindPopup(quotes[0].exact).addTo(map))
map.fitBounds(L.featureGroup(markers).getBounds())
</script></body></html>`

// As large as a tile of OpenStreetMap usually is there.
const tile = Buffer.concat([
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
  Buffer.alloc(3740),
])

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
}

function serve(): Promise<Server> {
  const send = (response: ServerResponse, type: string, body: string | Buffer): void => {
    response.writeHead(200, { 'Content-Type': type, ...(type.startsWith('text') && { 'Content-Encoding': 'gzip' }) })
    response.end(type.startsWith('text') ? gzipSync(body, { level: 9 }) : body)
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const type = types[extname(path)] ?? 'text/html; charset=utf-8'
    try {
      if (path === '/empty') send(response, type, '<!doctype html><title>Empty</title><p id="first">Empty</p>')
      else if (path === '/plain') send(response, type, plainLeaflet)
      else if (path.startsWith('/tiles/')) send(response, 'image/png', tile)
      else if (path.startsWith('/leaflet/'))
        send(response, type, readFileSync(join(packages, 'leaflet/dist', path.slice(9))))
      else send(response, type, readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path)))
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

interface Subject {
  readonly name: string
  readonly path: string
  /** In the page: whether its first place can be seen, with a box of its own and its picture there. */
  readonly isSeen: () => boolean
  /** In the page: presses the first marker that it can, and says whether the words about its place can be read. */
  readonly isOpen?: () => boolean
}

const subjects: readonly Subject[] = [
  { name: 'an empty page', path: '/empty', isSeen: () => document.getElementById('first') !== null },
  {
    name: 'the Raqqa story',
    path: '/raqqa/?tiles=off',
    isSeen: () => {
      const marker = document.querySelector('.static-map a .symbol, .marker')
      return (marker?.getBoundingClientRect().width ?? 0) > 0
    },
    isOpen: () => {
      if (document.querySelector('[role=dialog]') || document.querySelector('.row:target')?.checkVisibility())
        return true
      const marker = document.querySelector('.marker:not(.group)') ?? document.querySelector('.static-map a')
      marker?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      return false
    },
  },
  {
    name: 'plain Leaflet 1.9.4 with tiles',
    path: '/plain',
    isSeen: () =>
      [...document.querySelectorAll<HTMLImageElement>('img.leaflet-marker-icon')].some(
        (icon) => icon.complete && icon.naturalWidth > 0,
      ),
    isOpen: () => {
      if (document.querySelector('.leaflet-popup-content')) return true
      // What is not seen is not clicked.
      const icon = document.querySelector<HTMLImageElement>('img.leaflet-marker-icon')
      if (icon?.complete && icon.naturalWidth > 0) icon.click()
      return false
    },
  },
]

/** Loads a page on the slow line; milliseconds from the navigation until a frame in which the condition holds. */
async function time(
  browser: Browser,
  url: string,
  isSeen: () => boolean,
): Promise<{ ms: number; bytes: number; requests: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let [bytes, requests] = [0, 0]
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', network)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(watch(isSeen))
  await page.goto(url, { waitUntil: 'load' })
  const ms = await readTime(page)
  await page.waitForLoadState('networkidle')
  await context.close()
  return { ms, bytes, requests }
}

/** A script that notes, after each frame, whether the condition holds, and when it did first. */
function watch(isSeen: () => boolean): string {
  return `{
    const look = () => {
      if ((${isSeen.toString()})()) window.firstSeen = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }`
}

async function readTime(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => (window as unknown as { firstSeen?: number }).firstSeen, undefined, {
    timeout: 60_000,
  })
  return (await found.jsonValue()) ?? NaN
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN

async function measurePages(): Promise<void> {
  const server = await serve()
  const browser = await chromium.launch(await chromiumLaunch())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  console.log(
    `\nOn a slow line (1.6 Mbit/s, 150 ms, processor ${slowdown} × slower), medians of ${runs}; share of plain Leaflet:`,
  )
  const results = []
  for (const { name, path, isSeen, isOpen } of subjects) {
    const [seen, opened] = [[], []] as [{ ms: number; bytes: number; requests: number }[], { ms: number }[]]
    for (let i = 0; i < runs; i++) {
      seen.push(await time(browser, origin + path, isSeen))
      if (isOpen) opened.push(await time(browser, origin + path, isOpen))
    }
    const first = seen[0]
    results.push({
      name,
      seen: median(seen.map(({ ms }) => ms)),
      popup: opened.length > 0 ? median(opened.map(({ ms }) => ms)) : NaN,
      kilobytes: (first?.bytes ?? 0) / 1000,
      requests: first?.requests ?? 0,
    })
  }
  await browser.close()
  server.close()
  const plain = results.at(-1)
  for (const { name, seen, popup, kilobytes, requests } of results) {
    const share = (ms: number, whole = NaN): string =>
      Number.isNaN(ms) ? '' : `${Math.round(ms)} ms (${(ms / whole).toFixed(2)})`
    const columns = [
      name.padEnd(32),
      `first place ${share(seen, plain?.seen)}`.padEnd(30),
      `first popup ${share(popup, plain?.popup)}`.padEnd(30),
    ]
    console.log(`${columns.join('')}${kilobytes.toFixed(1)} kB, ${requests} requests`)
  }
}

function measureSizes(): void {
  console.log('\nWhat is built, compressed by gzip:')
  for (const file of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name.endsWith('.d.ts')) continue
    const path = join(file.parentPath, file.name)
    const size = gzip(readFileSync(path)).length
    console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${relative(dist, path)}`)
  }
}

/** An article of a sentence and a half for each place, and a story that quotes it; 10,000 places have an article of 2 MB. */
function createStory(count: number, change: (sentence: string) => string): { story: string; article: string } {
  let seed = 1
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
  const letters = (): string => String.fromCharCode(97 + random(26))
  const words = Array.from({ length: 20_000 }, () => Array.from({ length: 3 + random(7) }, letters).join(''))
  // Some words are common, most are rare.
  const word = (): string => words[Math.min(random(20_000), random(20_000), random(20_000))] ?? ''
  const sentence = (): string => `T${Array.from({ length: 12 + random(20) }, word).join(' ')}.`
  const sentences = Array.from({ length: Math.ceil(count * 1.5) }, sentence)
  const features = Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    id: `place-${i}`,
    geometry: { type: 'Point', coordinates: [random(3600) / 10 - 180, random(1700) / 10 - 85] },
    properties: {
      name: 'Place',
      quotes: [{ exact: change(sentences[random(sentences.length)] ?? '') }],
      precision: 'city',
      accuracy: 500,
      source: 'Random numbers',
    },
  }))
  const article = sentences.map((text, i) => text + (i % 4 === 3 ? '\n\n' : ' ')).join('')
  return {
    article,
    story: JSON.stringify({ type: 'FeatureCollection', article: { headline: 'A long article' }, features }),
  }
}

const same = (sentence: string): string => sentence
const misquote = (sentence: string): string => sentence.replace(/\w(?=\w* \w+\.$)/, 'é')

/** What is done with a story of some size; the time counts from the call of what is returned. */
const tasks: Readonly<Record<string, (count: number) => () => void>> = {
  'check, quotes right': (count) => {
    const { story, article } = createStory(count, same)
    return () => void checkStory(story, { article: parseArticleText(article) })
  },
  'check, quotes wrong': (count) => {
    const { story, article } = createStory(count, misquote)
    return () => void checkStory(story, { article: parseArticleText(article) })
  },
  'check, JSON broken': (count) => {
    const story = `${' '.repeat(count * 200)}[${'1 '.repeat(count)}]`
    return () => void checkStory(story)
  },
  'list of places': (count) => {
    const list = `Place${' '.repeat(count * 4)}x\n`.repeat(4)
    return () => void parsePlaceList(list, 'list', readGeometryFile)
  },
  'quotes in a page': (count) => {
    const { story, article } = createStory(count, same)
    const quotes = parseStory(story).places.flatMap((place) => place.quotes)
    return () => {
      const find = createQuoteFinder(article)
      // No more are looked for.
      for (const quote of quotes.slice(0, 1000)) find(quote)
    }
  },
  'static page': (count) => {
    const story = parseStory(createStory(count, same).story)
    const data = {
      ...localizeStory(story),
      embedWords: embedLanguages.en,
      basemap: world,
      view: openingView(story, world),
    }
    const parts = { template: readFileSync(resolve('index.html'), 'utf8'), style: '', script: '' }
    return () => void renderStoryPage(data, { ...parts, address: { folder: '' } })
  },
}

function measureGrowth(): void {
  const counts = [10, 100, 1000, 10_000]
  console.log('\nMilliseconds for so many places:')
  console.log(' '.repeat(24) + counts.map((count) => String(count).padStart(10)).join(''))
  for (const [name, prepare] of Object.entries(tasks)) {
    const times = counts.map((count) => {
      const run = prepare(count)
      const start = performance.now()
      run()
      return Math.round(performance.now() - start)
    })
    console.log(`${name.padEnd(24)}${times.map((ms) => String(ms).padStart(10)).join('')}`)
  }
}

measureGrowth()
measureSizes()
await measurePages()
