import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { expect, test, vi } from 'vitest'
import { draftOf } from '../../src/build/output-draft.ts'
import { storyReload } from '../../src/build/story-reload.ts'
import { readFixture } from '../story/fixture.ts'

/** Starts a dev server with one story. `save` writes the story and waits until the page is sent the message expected. */
async function startDevServer(story: string) {
  const root = mkdtempSync(join(tmpdir(), 'article-map-'))
  const file = join(root, 'geo/storm.geojson')
  mkdirSync(join(root, 'geo'))
  writeFileSync(file, story)
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    root,
    server: { middlewareMode: true, ws: false },
    plugins: [storyReload('geo')],
  })
  await vi.waitFor(() => expect(server.watcher.getWatched()[join(root, 'geo')]).toContain('storm.geojson'), patience)
  const send = vi.spyOn(server.environments.client.hot, 'send')
  const error = vi.spyOn(server.config.logger, 'error')
  const printed = () => error.mock.calls.map(([line]) => line)
  const save = (text: string, message: object): Promise<void> => {
    writeFileSync(file, text)
    return vi.waitFor(() => expect(send).toHaveBeenLastCalledWith(expect.objectContaining(message)), patience)
  }
  return { root, server, file, save, printed, close: () => server.close() }
}

// No test is about time.
const patience = { timeout: 30_000 }
const good = readFixture('good/smallest.geojson')

test('saving a story reloads the page, and its errors are printed with file, line and column', async () => {
  const { save, printed, close } = await startDevServer(good)
  await save(good.replace('"swisstopo"', '""'), { type: 'full-reload' })
  expect(printed()).toEqual([
    expect.stringMatching(/^geo\Wstorm\.geojson:13:19 features\[0\]\.properties\.source: must not be empty/),
  ])
  await close()
})

test('of a story that has only warnings nothing is printed', async () => {
  const { save, printed, close } = await startDevServer(good)
  await save(readFixture('bad/decimals.geojson'), { type: 'full-reload' })
  expect(printed()).toEqual([])
  await close()
})

test('a story that is written in two steps is checked as a whole', async () => {
  const { file, save, printed, close } = await startDevServer(good)
  // As some editors do it: the watcher tells of the first step only.
  writeFileSync(file, '')
  await save(good, { type: 'full-reload' })
  expect(printed()).toEqual([])
  await close()
})

test('the folder of a build that is made meanwhile is not watched, so that none of its pages reloads any', async () => {
  const { root, server, close } = await startDevServer(good)
  const draft = draftOf(join(root, 'dist'))
  for (const folder of [draft, join(root, 'pages')]) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  }
  // What is not a build's comes after it, and is watched.
  await vi.waitFor(() => expect(server.watcher.getWatched()[join(root, 'pages')]).toContain('index.html'), patience)
  expect(Object.keys(server.watcher.getWatched())).not.toContain(draft)
  await close()
})
