import type { Browser, Page } from '@playwright/test'
import { parseStory } from '../../src/story/parse-story.ts'
import { createManyPlaces } from './many-places.ts'
import { renderManyPlaces } from './many-places-page.ts'
import { createManyShapes } from './many-shapes.ts'
import { canvasLeaflet, geoJsonLeaflet, plainLeaflet } from './peers.ts'
import { type Figures, median, note, round, type Table } from './report.ts'
import type { BenchServers } from './server.ts'
import { articlePage, inLeaflet } from './subjects.ts'
import { profiles, readMemory, visit } from './visit.ts'

const counts = [5, 100, 1000, 10_000]
const shapeCount = 1000

interface Subject {
  readonly name: string
  readonly url: string
  readonly places: number
  /** Bytes of the page's HTML. */
  readonly html: number
  readonly marker: string
}

/** What is measured of each page, by its name and its number of places. */
export type PlacesResults = readonly { readonly name: string; readonly places: number; readonly figures: Figures }[]

/**
 * Opens pages in turn, in so many rounds, moves their maps and types into their filters.
 * @param kind pages with more and more places, or with lines and areas
 */
export async function measurePlaces(
  browser: Browser,
  servers: BenchServers,
  rounds: number,
  kind: 'places' | 'shapes',
): Promise<PlacesResults> {
  const subjects =
    kind === 'places'
      ? counts.flatMap((count) => createSubjects(servers, count))
      : createShapeSubjects(servers, shapeCount)
  const results = subjects.map(({ name, places }) => ({ name, places, figures: {} as Figures }))
  for (let i = 0; i < rounds; i++) {
    for (const [at, subject] of subjects.entries()) {
      const figures = results[at]?.figures
      const measured = await measure(browser, subject)
      if (figures) note(figures, measured)
      console.error(`round ${i + 1} of ${rounds}: ${subject.name}, ${subject.places} places:`, JSON.stringify(measured))
    }
  }
  return results
}

/** Serves a page of a name with so many places. */
function put(servers: BenchServers, name: string, places: number, html: string, marker: string): Subject {
  const path = `/${places}/${name.replace(/\W+/g, '-')}.html`
  servers.put(path, html)
  return { name, url: servers.article + path, places, html: Buffer.byteLength(html), marker }
}

/** Our page and our element with a story. */
function createOurs(servers: BenchServers, places: number, story: string): Subject[] {
  const file = `/story-${places}.geojson`
  servers.put(file, story)
  const element = `<script type="module" src="${servers.maps}/article-map.js"></script>
<article-map src="${servers.maps}${file}" style="display:block;height:480px"></article-map>`
  const page = renderManyPlaces(story)
  if (page.places !== undefined) servers.put(`/${places}/places.json`, page.places)
  return [
    put(servers, 'ours, page', places, page.html, 'button.marker'),
    put(servers, 'ours, element', places, articlePage(element), 'button.marker'),
  ]
}

function createSubjects(servers: BenchServers, places: number): Subject[] {
  const { story } = createManyPlaces(places)
  const peerPlaces = parseStory(story).places.map(({ name, position, quotes }) => {
    return { name, position, passage: quotes[0]?.exact ?? '' }
  })
  return [
    ...createOurs(servers, places, story),
    put(servers, 'plain Leaflet, DOM', places, plainLeaflet(peerPlaces), inLeaflet.marker),
    put(servers, 'plain Leaflet, canvas', places, canvasLeaflet(peerPlaces), '.none'),
  ]
}

function createShapeSubjects(servers: BenchServers, places: number): Subject[] {
  const story = createManyShapes(places)
  return [
    ...createOurs(servers, places, story),
    put(servers, 'plain Leaflet, SVG', places, geoJsonLeaflet(story, false), 'path.leaflet-interactive'),
    put(servers, 'plain Leaflet, canvas', places, geoJsonLeaflet(story, true), '.none'),
  ]
}

async function measure(browser: Browser, { url, marker, html }: Subject): Promise<Record<string, number>> {
  const watched = { marker, popup: '.none', words: [], moments: ['place' as const] }
  const { page, session, time, until, close } = await visit(browser, url, watched, profiles.fast)
  await until('place')
  await page.waitForLoadState('networkidle')
  const { heap, nodes } = await readMemory(session)
  const figures = {
    live: time('place'),
    longestTask: await readLongestTask(page),
    nodes,
    html,
    heap,
    ...(await measurePan(page)),
    ...(await measureZoom(page)),
    ...(await measureTyping(page)),
  }
  await close()
  return figures
}

/** Milliseconds of the longest task until now; 0 where none took 50 ms, which browsers do not tell. */
async function readLongestTask(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let longest = 0
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
        }).observe({ type: 'longtask', buffered: true })
        // What is buffered is told in a task of its own.
        setTimeout(() => done(longest), 100)
      }),
  )
}

/** Milliseconds from frame to frame while a mouse drags the map to and fro. @throws if the map does not move */
async function measurePan(page: Page): Promise<{ panP95: number; panWorst: number }> {
  const box = await page.locator('.leaflet-container').first().boundingBox()
  if (!box) throw new Error(`${page.url()}: there is no map.`)
  const [x, y] = await findFreePoint(page, [box.x + box.width / 2, box.y + box.height / 2])
  const readPane = (): Promise<number> =>
    page
      .locator('.leaflet-map-pane')
      .first()
      .evaluate((pane) => pane.getBoundingClientRect().left)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const before = await readPane()
  await startFrames(page)
  let moved = 0
  // Where frames are slow, a quarter of a minute is enough.
  const end = Date.now() + 15_000
  for (let step = 1; step <= 90 && (step <= 15 || Date.now() < end); step++) {
    await page.mouse.move(x + 150 * Math.sin(step / 10), y + 60 * Math.sin(step / 15))
    if (step === 15) moved = Math.abs((await readPane()) - before)
  }
  const gaps = await readFrames(page)
  await page.mouse.up()
  if (moved < 50) throw new Error(`${page.url()}: the map moved by ${moved} pixels.`)
  return { panP95: gaps[Math.floor(gaps.length * 0.95)] ?? NaN, panWorst: gaps.at(-1) ?? NaN }
}

/** Milliseconds of the longest frame while a wheel zooms in by three steps and out again, where the mouse is. */
async function measureZoom(page: Page): Promise<{ zoomWorst: number }> {
  await startFrames(page)
  // Without it, a map in an article leaves the wheel to the page.
  await page.keyboard.down('Control')
  for (const step of [-120, -120, -120, 120, 120, 120]) {
    await page.mouse.wheel(0, step)
    // Leaflet waits for more turns of the wheel, and then zooms for a quarter of a second.
    await page.waitForTimeout(600)
  }
  await page.keyboard.up('Control')
  return { zoomWorst: (await readFrames(page)).at(-1) ?? NaN }
}

/** Notes the time of each frame from now on. */
async function startFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as { benchFrames?: number[] }
    const isCounting = scope.benchFrames !== undefined
    scope.benchFrames = []
    const count = (time: number): void => {
      scope.benchFrames?.push(time)
      requestAnimationFrame(count)
    }
    if (!isCounting) requestAnimationFrame(count)
  })
}

/** Milliseconds from frame to frame since {@link startFrames}, the shortest first. */
async function readFrames(page: Page): Promise<number[]> {
  const frames = await page.evaluate(() => (globalThis as unknown as { benchFrames: number[] }).benchFrames)
  return frames
    .slice(1)
    .map((time, i) => time - (frames[i] ?? NaN))
    .toSorted((a, b) => a - b)
}

/** The point nearest to another on which no marker and no button is, if there is one within 200 pixels. */
async function findFreePoint(page: Page, middle: [x: number, y: number]): Promise<[x: number, y: number]> {
  return page.evaluate(([x, y]) => {
    const root = document.querySelector('article-map')?.shadowRoot ?? document
    for (let angle = 0; angle < 200; angle += 1) {
      const [left, top] = [x + angle * Math.cos(angle), y + angle * Math.sin(angle)]
      if (!root.elementFromPoint(left, top)?.closest('button, a, svg.symbol, .leaflet-interactive')) return [left, top]
    }
    return [x, y]
  }, middle)
}

/** Milliseconds from a key to its painted answer in the filter, the longest of three; nothing where there is no filter. */
async function measureTyping(page: Page): Promise<{ typing?: number }> {
  const field = page.locator('input[type=search]')
  if ((await field.count()) === 0) return {}
  await field.click()
  await page.evaluate(() => {
    const scope = globalThis as unknown as { benchKeys: number[] }
    scope.benchKeys = []
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name.startsWith('key')) scope.benchKeys.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  for (const key of 'ape') await page.keyboard.press(key)
  // They are told after the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 500))))
  const keys = await page.evaluate(() => (globalThis as unknown as { benchKeys: number[] }).benchKeys)
  // What takes no longer than a frame is not told.
  return { typing: Math.max(16, ...keys) }
}

/** One row for each page and number of places. */
export function placesTable(results: PlacesResults, rounds: number): Table {
  const rows = results.map(({ name, places, figures }) => {
    const figure = (key: string): number => median(figures[key] ?? [])
    const ms = (key: string): string => (Number.isNaN(figure(key)) ? '' : `${round(figure(key))} ms`)
    return [
      name,
      places.toLocaleString('en'),
      ms('live'),
      figure('longestTask') < 50 ? '< 50 ms' : ms('longestTask'),
      figure('nodes').toLocaleString('en'),
      round(figure('html') / 1000).toLocaleString(),
      `${(figure('heap') / 1e6).toFixed(1)} MB`,
      `${round(figure('panP95'))} / ${round(figure('panWorst'))} ms`,
      ms('zoomWorst'),
      ms('typing'),
    ]
  })
  return {
    heading: `Medians of ${rounds} rounds, on the machine as it is. Typing: the longest time from a key to its painted answer.`,
    columns: [
      'page',
      'places',
      'live',
      'longest task',
      'DOM nodes',
      'HTML kB',
      'heap',
      'pan p95 / worst frame',
      'zoom, worst frame',
      'typing in the filter',
    ],
    rows,
  }
}
