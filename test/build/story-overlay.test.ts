import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { expect, test, vi } from 'vitest'
import { overlayOf, storyOverlay } from '../../src/build/story-overlay.ts'
import { fixtures, readFixture } from '../story/fixture.ts'

test('saving a story with an error shows the overlay, fixing it reloads the page', async () => {
  const root = mkdtempSync(join(tmpdir(), 'article-map-'))
  const file = join(root, 'geo/storm.geojson')
  const good = readFixture('good/smallest.geojson')
  mkdirSync(join(root, 'geo'))
  writeFileSync(file, good)
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    root,
    server: { middlewareMode: true, ws: false },
    plugins: [storyOverlay('geo')],
  })
  const send = vi.spyOn(server.environments.client.hot, 'send')
  const save = (text: string, message: object): Promise<void> =>
    vi.waitFor(
      () => {
        writeFileSync(file, text)
        expect(send).toHaveBeenLastCalledWith(expect.objectContaining(message))
      },
      { timeout: 4000, interval: 100 },
    )
  await save(good.replace('"swisstopo"', '""'), { type: 'error' })
  expect(send.mock.lastCall).toMatchObject([{ err: { loc: { line: 13, column: 19 } } }])
  await save(good, { type: 'full-reload' })
  await server.close()
})

test('the dev server shows file, line and the lines around it', () => {
  const overlay = overlayOf(join(fixtures, 'bad/source-empty.geojson'), fixtures)
  expect(overlay).toMatchObject({ loc: { file: join(fixtures, 'bad/source-empty.geojson'), line: 18, column: 19 } })
  expect(overlay?.message).toMatch(/source-empty\.geojson:18:19 features\[0\]\.properties\.source: must not be empty/)
  expect(overlay?.frame?.split('\n')[3]).toBe(`   | ${' '.repeat(18)}^`)
  expect(overlay?.frame?.split('\n')[0]).toMatch(/^16 \| /)
})

test('the dev server shows nothing for a story that has only warnings', () => {
  expect(overlayOf(join(fixtures, 'bad/decimals.geojson'), fixtures)).toBeUndefined()
})
