import { expect, type Page } from '@playwright/test'
import { createSnippets } from '../../src/embed/snippets.ts'
import { localizeStory } from '../../src/words/localized-story.ts'
import { raqqa } from '../map/map-page.ts'
import type { TestServers } from '../server.ts'
import { test } from './host-page.ts'

/** Where a frame's snippet is pasted, how the page is styled, and where it stands then, in CSS pixels, at 1280. */
interface Layout {
  readonly style: string
  /** The markup around the snippet, which `*` stands for. */
  readonly around?: string
  readonly left: number
  readonly width: number
  readonly height?: number
}

const column = 'main > * { max-width: 640px; margin-left: auto !important; margin-right: auto !important }'
const video =
  '.video { position: relative; width: 640px } .video::before { content: ""; display: block; padding-top: 56.25% }' +
  '.video iframe { position: absolute; inset: 0; width: 100%; height: 100% } .video p { margin: 0; line-height: 20px }'

const layouts: Readonly<Record<string, Layout>> = {
  'a page without a style': { style: '', left: 0, width: 1280 },
  'the column of a WordPress theme': { style: column, left: 320, width: 640 },
  'a theme that leads frames out of its column': {
    style: `${column} main > iframe[style] { margin: 4rem 0 !important; max-width: 100% !important }`,
    left: 320,
    width: 640,
  },
  'a row of a grid': {
    style: '.grid { display: grid; grid-template-columns: 200px 1fr; width: 900px }',
    around: '<div class="grid"><p>Beside the map.</p>*</div>',
    left: 200,
    width: 700,
  },
  'a row of a flex box': {
    style: '.flex { display: flex; width: 900px } .flex p { margin: 0 } .flex > p { flex: none; width: 200px }',
    around: '<div class="flex"><p>Beside the map.</p>*</div>',
    left: 200,
    width: 700,
  },
  'a cell of a table': {
    style: 'table { width: 900px; border-collapse: collapse } td { padding: 0 }',
    around: '<table><tr><td>*</td></tr></table>',
    left: 0,
    width: 900,
  },
  'a box that cuts off': {
    style: '.cut { overflow: hidden; width: 640px; padding-left: 40px }',
    around: '<div class="cut">*</div>',
    left: 40,
    width: 640,
  },
  'a page whose frames are as high as they are': {
    style: `${column} img, iframe { max-width: 100%; height: auto; border: 3px solid }`,
    left: 320,
    width: 640,
  },
  'a box for videos': { style: video, around: '<div class="video">*</div>', left: 0, width: 640, height: 380 },
}

/** Opens a page of a style of its own, into which a frame's snippet was pasted. */
async function openLayout(page: Page, { pages, maps }: TestServers, { style, around = '*' }: Layout): Promise<void> {
  const folder = `${maps}/raqqa/`
  const [storyUrl, basemapUrl] = [`${folder}story.geojson`, `${folder}basemap.json`]
  const source = {
    pageUrl: folder,
    storyUrl,
    basemapUrl,
    moduleUrl: folder,
    content: localizeStory(raqqa),
    hostUrl: folder,
    title: 'The map',
  }
  const { frame } = createSnippets(source, { height: 480, tiles: 'off' })
  const markup = `<style>body { margin: 0 } ${style}</style>${around.replace('*', frame)}`
  await page.goto(`${pages}/pasted.html?${new URLSearchParams({ markup })}`)
}

for (const [name, layout] of Object.entries(layouts)) {
  test(
    `in ${name} the frame stands where the text does, in the height chosen, and may go full screen`,
    { tag: '@firefox' },
    async ({ page, servers, complaints }) => {
      await openLayout(page, servers, layout)
      const { left, width, height = 480 } = layout
      expect(await page.locator('iframe').boundingBox()).toMatchObject({ x: left, width, height })
      const map = page.frameLocator('iframe').locator('article-map')
      expect(await map.evaluate(() => [innerWidth, innerHeight, document.fullscreenEnabled])).toEqual([
        width,
        height,
        true,
      ])
      expect(complaints).toEqual([])
    },
  )
}

test('from a frame of another origin the map goes full screen', async ({ page, servers, complaints }) => {
  await openLayout(page, servers, { style: '', left: 0, width: 1280 })
  await page.frameLocator('iframe').getByRole('button', { name: 'Full screen' }).click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('iframe')
  expect(complaints).toEqual([])
})
