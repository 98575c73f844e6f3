import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { expect, test, vi } from 'vitest'
import { storyOverlay } from '../../src/build/story-overlay.ts'
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
    plugins: [storyOverlay('geo')],
  })
  await vi.waitFor(() => expect(server.watcher.getWatched()[join(root, 'geo')]).toContain('storm.geojson'), patience)
  const send = vi.spyOn(server.environments.client.hot, 'send')
  const save = (text: string, message: object): Promise<void> => {
    writeFileSync(file, text)
    return vi.waitFor(() => expect(send).toHaveBeenLastCalledWith(expect.objectContaining(message)), patience)
  }
  return { file, send, save, close: () => server.close() }
}

// No test is about time.
const patience = { timeout: 30_000 }
const good = readFixture('good/smallest.geojson')

test('saving a story with an error shows file, line and the lines around it; mending it reloads the page', async () => {
  const { file, send, save, close } = await startDevServer(good)
  await save(good.replace('"swisstopo"', '""'), { type: 'error' })
  const [{ err }] = send.mock.lastCall as unknown as [{ err: { message: string; frame: string; loc: object } }]
  expect(err.loc).toEqual({ file, line: 13, column: 19 })
  expect(err.message).toMatch(/^geo\Wstorm\.geojson:13:19 features\[0\]\.properties\.source: must not be empty/)
  const lines = err.frame.split('\n')
  expect(lines[0]).toMatch(/^11 \| /)
  expect(lines[3]).toBe(`   | ${' '.repeat(18)}^`)
  await save(good, { type: 'full-reload' })
  await close()
})

test('a story that has only warnings is shown', async () => {
  const { save, close } = await startDevServer(good)
  await save(readFixture('bad/decimals.geojson'), { type: 'full-reload' })
  await close()
})

test('a story that is written in two steps is checked as a whole', async () => {
  const { file, save, close } = await startDevServer(good)
  const bad = good.replace('"swisstopo"', '""')
  await save(bad, { type: 'error' })
  // As some editors do it: the watcher tells of the first step only.
  writeFileSync(file, '')
  await save(good, { type: 'full-reload' })
  await close()
})
