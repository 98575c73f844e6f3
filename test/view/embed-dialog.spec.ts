import { expect } from '@playwright/test'
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { drawn, openFrame, pasted, selectedOf, storyOf, test } from '../embed/host-page.ts'
import { cardName } from '../map/map-page.ts'

const kinds = {
  address: 'Address, for WordPress and others: paste it on a line of its own',
  frame: 'Frame, for any website',
  element: 'Custom element, for your own pages',
  link: 'Link',
} as const
const title = 'Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory'

/** Opens the dialog of a map, in which the list is beside or under it. */
async function openDialog(map: FrameLocator | Page): Promise<Locator> {
  await storyOf(map)
  const button = map.getByRole('button', { name: 'Embed' })
  const toggle = map.getByRole('button', { name: '5 places', exact: true })
  await expect(button.or(toggle).first()).toBeVisible()
  if (await toggle.isVisible()) await toggle.click()
  await button.click()
  const dialog = map.getByRole('dialog', { name: 'Put this map into a page' })
  await expect(dialog).toBeVisible()
  return dialog
}

const snippetIn = (dialog: Locator, kind: keyof typeof kinds) =>
  dialog.getByRole('textbox', { name: kinds[kind], exact: true })

/** Opens a page of another origin than the map's, into which the markup was pasted. */
const paste = (page: Page, pages: string, markup: string) =>
  page.goto(`${pages}/pasted.html?${new URLSearchParams({ markup })}`)

test('the snippets say what was chosen, as soon as it is', { tag: '@both' }, async ({ page, servers }) => {
  await page.goto(`${servers.maps}/raqqa/`)
  const dialog = await openDialog(page)
  await expect(snippetIn(dialog, 'frame')).toHaveValue(
    new RegExp(
      `^<div style="width:100%">\n<iframe src="${servers.maps}/raqqa/\\?height=480" title="${title}" .* height="480" frameborder="0"`,
    ),
  )
  await dialog.getByLabel('Opens at').selectOption('Deir Ezzor')
  await expect(snippetIn(dialog, 'link')).toHaveValue(`<a href="${servers.maps}/raqqa/#place=deir-ezzor">${title}</a>`)
  await dialog.getByLabel('Height in pixels').fill('520')
  await dialog.getByLabel(/^Street map/).uncheck()
  await expect(snippetIn(dialog, 'frame')).toHaveValue(/\?place=deir-ezzor&amp;tiles=off&amp;height=520"/)
  await expect(snippetIn(dialog, 'element')).toHaveValue(
    /<article-map src=".*\/raqqa\/story\.geojson" basemap=".*\/raqqa\/basemap\.json" streets=".*\/raqqa\/streets\.json" place="deir-ezzor" tiles="off" style="display:block;height:520px;overflow:auto">/,
  )
})

test('on a local host the dialog says what is missing, and offers the connection with the article', async ({
  page,
  servers,
}) => {
  await page.goto(`${servers.maps}/raqqa/`)
  const dialog = await openDialog(page)
  // Whoever asked this address for its oEmbed would find none.
  await expect(snippetIn(dialog, 'address')).toHaveCount(0)
  await expect(dialog.getByText('These addresses lead to this computer alone.')).toHaveText(
    /when you build it: ARTICLE_MAP_URL=https:\/\/… npm run build$/,
  )
  await dialog.getByLabel('Link the article’s passages with the map').check()
  await expect(snippetIn(dialog, 'frame')).toHaveValue(
    new RegExp(
      `<iframe data-article-map src=.*</iframe>\n<script async src="${servers.maps}/article-map-host.js"></script>\n<p>`,
    ),
  )
})

test('a page whose build knows its address hands that out, wherever it is opened', async ({ page, servers }) => {
  await page.route(`${servers.maps}/raqqa/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      '</title>',
      '</title><link rel="canonical" href="https://maps.example/sub/raqqa/">',
    )
    await route.fulfill({ response, body })
  })
  await page.goto(`${servers.maps}/raqqa/`)
  const dialog = await openDialog(page)
  await expect(snippetIn(dialog, 'frame')).toHaveValue(
    /<iframe src="https:\/\/maps\.example\/sub\/raqqa\/\?height=480"/,
  )
  await expect(snippetIn(dialog, 'element')).toHaveValue(/src="https:\/\/maps\.example\/sub\/article-map\.js"/)
  await expect(snippetIn(dialog, 'link')).toHaveValue(/^<a href="https:\/\/maps\.example\/sub\/raqqa\/">/)
  await expect(snippetIn(dialog, 'address')).toHaveValue('https://maps.example/sub/raqqa/')
  await dialog.getByLabel('Opens at').selectOption('Deir Ezzor')
  await dialog.getByLabel('Colours').selectOption('Dark')
  await expect(snippetIn(dialog, 'address')).toHaveValue('https://maps.example/sub/raqqa/place/deir-ezzor/dark/')
  await expect(snippetIn(dialog, 'frame')).toHaveValue(/\?place=deir-ezzor&amp;height=480&amp;theme=dark"/)
  await expect(snippetIn(dialog, 'element')).toHaveValue(/ theme="dark"/)
  await expect(dialog.getByText('These addresses lead to this computer alone.')).toBeHidden()
})

test('a height that makes no sense is folded to one that does', async ({ page, servers }) => {
  await page.goto(`${servers.maps}/raqqa/`)
  const dialog = await openDialog(page)
  for (const [height, expected] of [
    ['', 480],
    ['-5', 200],
    ['99999', 1000],
  ] as const) {
    await dialog.getByLabel('Height in pixels').fill(height)
    await expect(snippetIn(dialog, 'frame')).toHaveValue(new RegExp(`height=${expected}" .* height="${expected}"`))
  }
})

for (const kind of ['frame', 'element', 'link'] as const) {
  test(`the ${kind} snippet, pasted into another page, opens the map at the place chosen`, async ({
    page,
    servers,
    complaints,
  }) => {
    servers.requests.length = 0
    // Under /cors the map's server lets other pages read its files, as the element needs it.
    await page.goto(`${servers.maps}/cors/raqqa/`)
    const dialog = await openDialog(page)
    await dialog.getByLabel('Opens at').selectOption('Deir Ezzor')
    await dialog.getByLabel('Height in pixels').fill('520')
    await dialog.getByLabel(/^Street map/).uncheck()
    const markup = await snippetIn(dialog, kind).inputValue()
    await paste(page, servers.pages, markup)
    if (kind === 'link') await page.getByRole('link', { name: title }).click()
    const map = kind === 'frame' ? page.frameLocator(`iframe[title="${title}"]`) : page
    await expect(map.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
    expect(await selectedOf(map)).toBe('deir-ezzor')
    if (kind !== 'link') {
      const box = await page.locator(kind === 'frame' ? 'iframe' : 'article-map').boundingBox()
      expect(box?.height).toBe(520)
    }
    if (kind === 'frame') await expect(page.getByRole('link', { name: title })).toBeVisible()
    if (kind === 'element') expect(servers.requests).toContain('/cors/raqqa/basemap.json')
    expect(complaints).toEqual([])
  })
}

test('the element snippet asks for streets only where they were chosen', async ({ page, servers, tiles }) => {
  for (const streets of [false, true]) {
    await page.goto(`${servers.maps}/cors/raqqa/`)
    const dialog = await openDialog(page)
    await dialog.getByLabel('Opens at').selectOption('Municipal stadium')
    await dialog.getByLabel(/^Street map/).setChecked(streets)
    const markup = await snippetIn(dialog, 'element').inputValue()
    await paste(page, servers.pages, markup)
    await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Municipal stadium'))
    if (streets) await expect.poll(() => tiles.requests.length).toBeGreaterThan(0)
    else expect(tiles.requests).toEqual([])
  }
})

test.describe('where the page may read what was copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('each snippet is copied by its button, and it is said', async ({ page, servers }) => {
    await page.goto(`${servers.maps}/raqqa/`)
    const dialog = await openDialog(page)
    for (const kind of ['frame', 'element', 'link'] as const) {
      await dialog.getByRole('button', { name: `Copy: ${kinds[kind]}` }).click()
      await expect(dialog.getByRole('status')).toHaveText('Copied')
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toBe(await snippetIn(dialog, kind).inputValue())
    }
  })
})

for (const sandbox of [null, 'allow-scripts']) {
  const where = sandbox === null ? 'a frame that is given no right to it' : `sandbox="${sandbox}"`
  test(`copying works in ${where}, in silence`, async ({ page, servers, complaints }) => {
    const frame = await openFrame(page, servers, { width: '1000', ...(sandbox !== null && { sandbox }) })
    const dialog = await openDialog(frame)
    await dialog.getByRole('button', { name: 'Copy: Link' }).click()
    await expect(dialog.getByRole('status')).toHaveText('Copied')
    expect(await pasted(page)).toBe(await snippetIn(dialog, 'link').inputValue())
    expect(complaints).toEqual([])
  })
}

test('where copying is refused, the text is selected and the reader is told so', async ({ page, servers }) => {
  await page.addInitScript(() => {
    document.execCommand = () => false
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) },
    })
  })
  await page.goto(`${servers.maps}/raqqa/`)
  const dialog = await openDialog(page)
  await dialog.getByRole('button', { name: 'Copy: Link' }).click()
  await expect(dialog.getByRole('status')).toHaveText(/^Copying was refused/)
  const text = snippetIn(dialog, 'link')
  await expect(text).toBeFocused()
  const all = await text.evaluate(
    (area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart === area.value.length,
  )
  expect(all).toBe(true)
})

test('the dialog is reached and left by keyboard, and the focus goes back', async ({ page, servers }) => {
  await page.goto(`${servers.maps}/raqqa/`)
  await storyOf(page)
  const button = page.getByRole('button', { name: 'Embed' })
  await button.focus()
  await button.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Put this map into a page' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button).toBeFocused()
})

test(
  'at the least size of a frame the dialog fits, and all of it can be reached',
  { tag: '@both' },
  async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '280', address: '?height=200' })
    await page.locator('iframe').evaluate((element: HTMLIFrameElement) => (element.height = '200'))
    await drawn(page)
    const dialog = await openDialog(frame)
    const box = await dialog.boundingBox()
    expect(box?.width).toBeLessThanOrEqual(280)
    expect(box?.height).toBeLessThanOrEqual(200)
    const last = dialog.getByRole('button', { name: 'Copy: Link' })
    await last.scrollIntoViewIfNeeded()
    await last.click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toHaveCount(0)
  },
)
