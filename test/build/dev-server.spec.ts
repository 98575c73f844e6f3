import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { type DraftProcess, startDrafts } from '../draft-process.ts'
import type { MapElement } from '../map/map-page.ts'

const root = join(import.meta.dirname, '..', '..')

/** The dev server on a folder of stories, as `npm start` runs it. */
function startDevServer(stories: string): Promise<DraftProcess> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  return startDrafts([vite, '--port', '0', '--open', 'false'], root, { ARTICLE_MAP_STORIES: stories, NO_COLOR: '1' })
}

/** The status that a server answers with to a path, sent as it is written. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end()
  })
}

/** Waits for the map, and gives where it shows each place, to the pixel. */
async function readView(page: Page): Promise<string> {
  const map = page.locator('article-map')
  await expect.poll(() => map.evaluate((element: MapElement) => element.story !== null).catch(() => false)).toBe(true)
  let view = ''
  // Until it stands still.
  await expect
    .poll(async () => {
      const before = view
      const boxes = await map.locator('.marker').evaluateAll((markers) =>
        markers.map((marker) => {
          const { x, y } = marker.getBoundingClientRect()
          return [Math.round(x), Math.round(y)]
        }),
      )
      view = JSON.stringify(boxes)
      return view !== '[]' && view === before
    })
    .toBe(true)
  return view
}

test('a faulty story is drawn, with its faults in a panel over it; mended, the page shows the same place and part of the map', async ({
  page,
}) => {
  const stories = mkdtempSync(join(tmpdir(), 'article-map-'))
  cpSync(join(root, 'geo'), stories, { recursive: true })
  const file = join(stories, 'raqqa.geojson')
  const good = readFileSync(file, 'utf8')
  const server = await startDevServer(stories)
  try {
    for (const path of ['/%E0%A4%A', '/%', '//']) expect(await statusOf(server.url, path)).toBe(400)
    await page.route(/^https:/, (route) => route.abort())
    await page.goto(`${server.url}raqqa/?tiles=off#place=deir-ezzor`)
    const map = page.locator('article-map')
    const opening = await readView(page)
    await map.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await readView(page)
    const surface = await map.locator('.leaflet-container').boundingBox()
    if (surface === null) throw new Error('There is no map.')
    const [x, y] = [surface.x + surface.width - 120, surface.y + surface.height - 120]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 90, y - 60, { steps: 5 })
    await page.mouse.up()
    const view = await readView(page)
    expect(view).not.toBe(opening)

    writeFileSync(file, good.replace('"precision": "region"', '"precision": "regoin"'))
    const panel = page.locator('.issues')
    await expect(panel).toContainText('raqqa.geojson: 1 error. It is built when the errors are mended.')
    await expect(panel.getByRole('listitem')).toHaveText([/did you mean "region"\?/])
    await expect(page.locator('vite-error-overlay')).toHaveCount(0)
    await readView(page)
    await expect(map.locator('.row')).toHaveCount(5)

    // The watcher takes two changes within 50 ms for one, which only a program can make: then it is saved once more.
    await expect(async () => {
      writeFileSync(file, good)
      await expect(panel).toHaveCount(0, { timeout: 5_000 })
    }).toPass()
    await expect.poll(() => readView(page)).toBe(view)
    await expect(map.getByRole('dialog')).toBeVisible()
    expect(new URL(page.url()).hash).toBe('#place=deir-ezzor')
  } finally {
    server.stop()
    rmSync(stories, { recursive: true })
  }
})

test('an unfinished story is drawn as far as it is, and listed beside good ones', async ({ page }) => {
  const stories = mkdtempSync(join(tmpdir(), 'article-map-'))
  cpSync(join(root, 'test', 'fixture', 'good', 'smallest.geojson'), join(stories, 'good.geojson'))
  const text = readFileSync(join(stories, 'good.geojson'), 'utf8')
  writeFileSync(join(stories, 'storm.geojson'), text.replace('"swisstopo"', '""'))
  writeFileSync(join(stories, 'empty.geojson'), '{}')
  writeFileSync(join(stories, 'My story.geojson'), text)
  const server = await startDevServer(stories)
  try {
    await page.route(/^https:/, (route) => route.abort())
    await page.goto(server.url)
    await expect(page.getByRole('listitem')).toHaveText([/^empty1 error$/, /^(?!.*error)/, /1 error$/])
    await expect(page.locator('main')).toContainText('My story.geojson: a story’s name must be small letters')
    await page.getByRole('link').last().click()
    await readView(page)
    await expect(page.locator('.issues li')).toHaveText([/source must not be empty, got "": write who says/])
    const panel = await page.locator('.issues').boundingBox()
    const map = await page.locator('article-map').boundingBox()
    expect(map?.y).toBe((panel?.y ?? 0) + (panel?.height ?? 0))
    await page.goto(`${server.url}empty/`)
    await expect(page.getByText('No place has a position yet')).toBeVisible()
    await expect(page.locator('.issues li').first()).toContainText('type')
  } finally {
    server.stop()
    rmSync(stories, { recursive: true })
  }
})
