import type { Browser, Page } from '@playwright/test'
import { type Figures, median, note, round, type Table } from './report.ts'
import type { BenchServers } from './server.ts'
import { createSubjects, type Subject } from './subjects.ts'
import { type Profile, profiles, readLayoutTime, readMemory, visit } from './visit.ts'
import type { Moment, WatchedWindow } from './watch.ts'

/** A point of the window, in pixels. */
type Point = readonly [x: number, y: number]

/** What is measured of each subject, by profile. */
export type PageResults = Readonly<Record<string, Readonly<Record<keyof typeof profiles, Figures>>>>

/** Loads all pages in turn, so that what else the machine does meets all of them, in so many rounds. */
export async function measurePages(browser: Browser, servers: BenchServers, rounds: number): Promise<PageResults> {
  const subjects = await createSubjects(servers)
  const points = new Map<Subject, Point>()
  // The first load is not counted: it fills the server's cache.
  for (const subject of subjects) points.set(subject, await findMarker(browser, subject))
  const results = Object.fromEntries(subjects.map(({ name }) => [name, { fast: {} as Figures, slow: {} as Figures }]))
  for (let i = 0; i < rounds; i++) {
    for (const [profileName, profile] of Object.entries(profiles)) {
      for (const subject of subjects) {
        const point = points.get(subject)
        const figures = results[subject.name]?.[profileName as keyof typeof profiles]
        if (!point || !figures) continue
        note(figures, await measureLoad(browser, servers, subject, profile))
        if (subject.isBlank === true) continue
        note(figures, await measurePopup(browser, subject, profile))
        note(figures, await measurePan(browser, subject, profile, point))
      }
    }
    console.error(`round ${i + 1} of ${rounds}`)
  }
  return results
}

/** Goes to a subject, and looks for nothing but some moments: looking takes time. */
function visitFor(moments: readonly Moment[], browser: Browser, { url, watched }: Subject, profile: Profile) {
  return visit(browser, url, { ...watched, moments }, profile)
}

/** Where the marker is in the window, when all has come to rest. */
async function findMarker(browser: Browser, subject: Subject): Promise<Point> {
  const { page, until, close } = await visitFor(['place'], browser, subject, profiles.fast)
  await until('place')
  await page.waitForLoadState('networkidle')
  const point = await pointOfMarker(page)
  await close()
  if (!point) throw new Error(`${subject.url}: there is no marker.`)
  return point
}

/** Where the marker is in the window now, in the page or a frame of it. */
async function pointOfMarker(page: Page): Promise<Point | undefined> {
  for (const frame of page.frames().toReversed()) {
    const found = await frame.evaluate(() => (globalThis as unknown as WatchedWindow).markerAt?.())
    if (!found) continue
    const box = frame === page.mainFrame() ? null : await (await frame.frameElement()).boundingBox()
    return [(found[0] ?? NaN) + (box?.x ?? 0), (found[1] ?? NaN) + (box?.y ?? 0)]
  }
  return undefined
}

/** A visit without a hand on the mouse. */
async function measureLoad(browser: Browser, servers: BenchServers, subject: Subject, profile: Profile) {
  servers.takeTraffic()
  const { page, session, time, until, close } = await visitFor(['place', 'passage'], browser, subject, profile)
  await until('place')
  if (subject.watched.passages !== undefined) await until('passage')
  await page.waitForLoadState('networkidle')
  const { paint, shift } = await page.evaluate(
    () =>
      new Promise<{ paint: number; shift: number }>((done) => {
        let shift = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        // A paint is told some time after it; what is buffered, in a task of its own.
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-paint')[0]?.startTime
          if (paint !== undefined) setTimeout(() => done({ paint, shift }), 100)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  const layout = (await readLayoutTime(session)) * 1000
  const memory = await readMemory(session)
  const { requests, pageBytes, brotliBytes, tileBytes } = servers.takeTraffic()
  await close()
  return {
    place: time('place'),
    ...(subject.watched.passages !== undefined && { passage: time('passage') }),
    paint,
    shift,
    layout,
    ...memory,
    requests,
    pageBytes,
    brotliBytes,
    tileBytes,
  }
}

/** Clicks on the live marker as soon as it is seen, and waits until its popup can be read. */
async function measurePopup(browser: Browser, subject: Subject, profile: Profile) {
  const { watched, liveMarker: marker = watched.marker } = subject
  const live = { ...subject, watched: { ...watched, marker } }
  const { page, time, until, close } = await visitFor(['place', 'popup'], browser, live, profile)
  await until('place')
  await until('popup', async () => {
    const point = await pointOfMarker(page)
    if (point) await page.mouse.click(...point)
    // Who sees a popup coming clicks no more: another click would close it.
    if (await isOpening(page)) await until('popup')
  })
  const popup = time('popup')
  await close()
  // Where no list has them, passages are in popups only.
  return { popup, ...(watched.passages === undefined && { passage: popup }) }
}

/** Whether a popup is in the page or a frame of it, after the next frame is painted. */
async function isOpening(page: Page): Promise<boolean> {
  const found = page.frames().map(async (frame) => {
    // A frame that is about to be loaded has none.
    return frame.evaluate(() => (globalThis as unknown as WatchedWindow).benchIsOpen()).catch(() => false)
  })
  return (await Promise.all(found)).includes(true)
}

/** Drags the map from the first byte on, until it moves. */
async function measurePan(browser: Browser, subject: Subject, profile: Profile, [x, y]: Point) {
  const { page, time, until, close } = await visitFor(['pan'], browser, subject, profile)
  await until('pan', async () => {
    await page.mouse.move(x - 60, y - 70)
    await page.mouse.down()
    for (let step = 1; step <= 4; step++) await page.mouse.move(x - 60 - 10 * step, y - 70)
    await page.mouse.up()
  })
  await close()
  return { pan: time('pan') }
}

/** Times are relative to those of plain Leaflet, whose own are in milliseconds. */
export function pagesTable(results: PageResults, rounds: number): Table {
  const plain = Object.entries(results).find(([name]) => name.startsWith('plain'))?.[1]
  const relative = ['place', 'passage', 'popup', 'pan']
  const rows = Object.entries(results).map(([name, result]) => {
    const figure = (profile: keyof typeof profiles, key: string): number => median(result[profile][key] ?? [])
    const share = (profile: keyof typeof profiles, key: string, unit: (value: number) => string): string => {
      const value = figure(profile, key)
      if (Number.isNaN(value)) return ''
      return result === plain ? unit(value) : (value / median(plain?.[profile][key] ?? [])).toFixed(2)
    }
    const ms = (value: number): string => `${round(value)} ms`
    return [
      name,
      (figure('fast', 'pageBytes') / 1000).toFixed(1),
      (figure('fast', 'brotliBytes') / 1000).toFixed(1),
      round(figure('fast', 'tileBytes') / 1000),
      round(figure('fast', 'requests')),
      ...relative.map((key) => share('slow', key, ms)),
      ...['paint', ...relative].map((key) => share('fast', key, ms)),
      share('slow', 'paint', ms),
      ...(['fast', 'slow'] as const).map((profile) => ms(figure(profile, 'layout'))),
      share('fast', 'heap', (value) => `${(value / 1e6).toFixed(2)} MB`),
      round(figure('fast', 'nodes')),
      round(figure('fast', 'listeners')),
      round(Math.max(figure('fast', 'shift'), figure('slow', 'shift')), 3),
    ]
  })
  const names = ['first place', 'first passage', 'live popup', 'first pan']
  return {
    heading: `Medians of ${rounds} rounds. Slow: a processor 4 × slower, 150 ms, 1.6 Mbit/s. Times and heap are relative to plain Leaflet’s.`,
    columns: [
      'page',
      'kB',
      'in Brotli',
      'tiles’ kB',
      'requests',
      ...names.map((name) => `slow: ${name}`),
      'fast: first paint',
      ...names.map((name) => `fast: ${name}`),
      'slow: first paint',
      'fast: layout',
      'slow: layout',
      'heap',
      'DOM nodes',
      'listeners',
      'layout shift',
    ],
    rows,
  }
}
