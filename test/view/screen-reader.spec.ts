import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { openFrame, post } from '../embed/host-page.ts'
import { cardName, MapPage, openRaqqa, raqqa, sizes, test } from '../map/map-page.ts'

/** Presses as screen readers do: with the events of a pointer, at whatever the reader is on, and without any key. */
function pressUnseen(button: Locator): Promise<void> {
  return button.evaluate((element) => {
    const options = { bubbles: true, cancelable: true, composed: true }
    element.dispatchEvent(new PointerEvent('pointerdown', options))
    element.dispatchEvent(new MouseEvent('mousedown', options))
    element.dispatchEvent(new PointerEvent('pointerup', options))
    element.dispatchEvent(new MouseEvent('mouseup', options))
    element.dispatchEvent(new MouseEvent('click', { ...options, detail: 1 }))
  })
}

test(
  'pressed without a key, every way to a place leads into what is said of it',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await pressUnseen(map.marker('Deir Ezzor'))
    await expect(map.title).toBeFocused()
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
    await pressUnseen(await map.row('Main hospital'))
    await expect(map.popup).toHaveAccessibleName(cardName('Main hospital'))
    await expect(map.title).toBeFocused()
    await pressUnseen(map.button('Next place'))
    await expect(map.popup).toHaveAccessibleName(cardName('Municipal stadium'))
    await expect(map.title).toBeFocused()
    await expect(map.said).toBeEmpty()
    await test.step('also where it is chosen already', async () => {
      await map.marker('Municipal stadium').focus()
      await pressUnseen(map.marker('Municipal stadium'))
      await expect(map.title).toBeFocused()
    })
  },
)

test('what a program selects leaves the focus where it is, and is said', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.button('Zoom in').focus()
  await map.select('raqqa')
  await expect(map.button('Zoom in')).toBeFocused()
  await expect(map.said).toHaveText('Raqqa, place 1 of 5')
})

test.describe('over a flight', () => {
  test.use({ reducedMotion: 'no-preference' })

  test('the focus goes from card to card at once, and never to anything else', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=raqqa')
    await map.element.evaluate((element) => {
      const names: string[] = []
      Object.assign(window, { names })
      element.addEventListener('focusin', ({ target }) => names.push((target as Element).textContent ?? ''))
    })
    await map.button('Next place').focus()
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Enter')
      await map.settled()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await expect(map.popup).toBeInViewport({ ratio: 1 })
      await map.button('Next place').focus()
    }
    const names = await page.evaluate(() => (window as unknown as { names: string[] }).names)
    expect(names.filter((name) => raqqa.places.some((place) => place.name === name))).toEqual(
      expect.arrayContaining(raqqa.places.slice(1).map(({ name }) => name)),
    )
    expect(names.filter((name) => name.includes('Zoom'))).toEqual([])
  })
})

test('a card is read part by part: no word of it runs into the next', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  for (const { id, source, name } of raqqa.places) {
    await map.select(id)
    const text = (await map.popup.evaluate((card) => card.textContent)) ?? ''
    expect(text).toContain(`${source} `)
    expect(text).toContain(`${name} `)
    expect(text).not.toMatch(/[.”\p{Ll}](?:Verbatim|From “|Location:|Copy)/u)
  }
})

test('an opened group is said, with the place that has the focus', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await pressUnseen(map.group())
  await expect(map.marker('Raqqa')).toBeFocused()
  await expect(map.said).toHaveText(
    '4 places: Raqqa, Al-Naim roundabout, Main hospital, Municipal stadium. Place 1: Raqqa',
  )
})

test('what is in view is said when the map is moved or zoomed', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.button('Zoom in').click()
  await expect(map.said).toHaveText(/^(In view: |No place is in view$)/)
  await map.button('Show all places').click()
  await expect(map.said).toHaveText('In view: Raqqa and 3 more, Deir Ezzor')
  await map.map.focus()
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowLeft')
    await map.settled()
  }
  await expect(map.said).not.toHaveText('In view: Raqqa and 3 more, Deir Ezzor')
})

test('“Copied” is said at each press', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=raqqa')
  const said = await map.said.evaluateHandle((status) => {
    const heard: string[] = []
    new MutationObserver(() => heard.push(status.textContent?.trim() ?? '')).observe(status, { childList: true })
    return heard
  })
  const before = await map.said.textContent()
  for (const name of ['Copy quote', 'Copy quote', 'Copy link']) {
    const last = await map.said.textContent()
    await map.button(name).click()
    // The text itself changes: what stays as it was is not heard.
    await expect.poll(() => map.said.textContent()).not.toBe(last)
  }
  expect(await said.jsonValue()).toEqual(['Copied', 'Copied', 'Copied'])
  expect(before).not.toContain('Copied')
})

test('the embed dialog is heard by its title', { tag: '@firefox' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.row('Raqqa')
  await map.button('Embed').click()
  await expect(page.getByRole('heading', { name: 'Put this map into a page' })).toBeFocused()
})

test('in a frame the map is a part of another page, and can be skipped', async ({ page, servers }) => {
  const frame = await openFrame(page, servers)
  await expect(frame.getByRole('main')).toHaveCount(0)
  // Playwright goes by the element's name, programs by the attribute.
  await expect(frame.getByRole('heading', { name: raqqa.article.headline })).toHaveAttribute('aria-level', '2')
  await expect(frame.getByRole('heading', { name: '1. Raqqa' })).toHaveAttribute('aria-level', '3')
  await post(page, { articleMap: 1, type: 'select', id: 'raqqa' })
  await expect(frame.getByRole('heading', { level: 3, name: 'Raqqa' })).toBeAttached()
  await page.evaluate(() => document.body.append(document.createElement('input')))
  await frame.getByRole('button', { name: 'Skip the map' }).press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator('body > input')).toBeFocused()
})

/** The headings in the page's accessibility tree, each with the text that follows it up to the next one. */
async function passagesUnder(page: Page): Promise<Map<string, string>> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  await client.detach()
  const passages = new Map<string, string>()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  let heading = ''
  const read = (id: string): void => {
    const node = byId.get(id)
    if (!node) return
    if (node.role?.value === 'heading') {
      heading = String(node.name?.value)
      passages.set(heading, '')
    }
    if (node.role?.value === 'StaticText') {
      passages.set(heading, `${passages.get(heading) ?? ''}${String(node.name?.value)} `)
    }
    for (const child of node.childIds ?? []) read(child)
  }
  for (const { nodeId, parentId } of nodes) if (parentId === undefined) read(nodeId)
  return passages
}

for (const { width, height } of sizes.slice(0, 4)) {
  test(`by headings every quote of every place is reached, at ${width} × ${height}`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height })
    const map = await openRaqqa(page, servers)
    const states: Readonly<Record<string, () => Promise<unknown>>> = {
      'at the opening': () => Promise.resolve(),
      'with an open group': () => pressUnseen(map.group()),
      'with a popup': () => map.select('main-hospital'),
      'with the list unfolded': () => map.row('Raqqa').then((row) => row.focus()),
      'with a popup over the folded list': () => map.select('raqqa'),
    }
    for (const [state, enter] of Object.entries(states)) {
      await enter()
      await map.settled()
      const passages = await passagesUnder(page)
      for (const { number, name, quotes, source } of raqqa.places) {
        const text = passages.get(`${number}. ${name}`)
        for (const words of [...quotes.map(({ exact }) => exact), source]) expect(text, state).toContain(words)
      }
    }
  })
}

test('in a small map the list unfolds as soon as it has the focus, and folds behind it', async ({ page, servers }) => {
  await page.setViewportSize({ width: 300, height: 250 })
  const map = await openRaqqa(page, servers)
  const side = map.element.locator('.side')
  await expect(side).toHaveCSS('clip-path', 'inset(50%)')
  await map.button('5 places').focus()
  const name = map.list.getByRole('link', { name: '1. Raqqa' })
  while (!(await name.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab')
  await expect(side).toHaveCSS('clip-path', 'none')
  await expect(name).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(side).toHaveCSS('clip-path', 'inset(50%)')
})

test.describe('while the script is on its way', () => {
  /** Opens the page from a server that sends all but its script; the function that is returned has it send the rest. */
  async function openWaiting(page: Page): Promise<() => Promise<MapPage>> {
    const html = readFileSync(join(import.meta.dirname, '../../dist/raqqa/index.html'), 'utf8')
    const split = html.indexOf('<script type="module">')
    let sendRest = (): void => {}
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.write(html.slice(0, split))
      sendRest = () => response.end(html.slice(split))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/?tiles=off`, { waitUntil: 'commit' })
    await expect(page.locator('.row').last()).toBeAttached()
    await page.evaluate(() => {
      const nodes = [...document.querySelectorAll('.heading, .heading *, .list, .list *')]
      Object.assign(window, { nodes })
    })
    return async () => {
      sendRest()
      const map = await new MapPage(page).loaded()
      server.close()
      return map
    }
  }

  for (const [what, focus, role, name] of [
    ['a place in the list', '.row:nth-child(3) .name a', 'link', '3. Main hospital'],
    ['a marker', '.static-map a[aria-label="Place 5: Deir Ezzor"]', 'button', 'Place 5: Deir Ezzor'],
    ['a credit', '.static .attribution a[href*="naturalearth"]', 'link', 'Natural Earth'],
    ['a group', '.static-map a[aria-label^="4 places"]', 'button', /^4 places: /],
  ] as const) {
    test(`the focus on ${what} stays there when the map comes to life`, { tag: '@firefox' }, async ({ page }) => {
      const goLive = await openWaiting(page)
      await page.locator(focus).and(page.locator(':visible')).first().focus()
      const map = await goLive()
      const focused = map.element.locator(':focus')
      await expect(focused).toHaveRole(role)
      await expect(focused).toHaveAccessibleName(name)
    })
  }

  test('what is being read stays, node by node', { tag: '@firefox' }, async ({ page }) => {
    const goLive = await openWaiting(page)
    await goLive()
    const kept = await page.evaluate(() => {
      const { nodes } = window as unknown as { nodes: Element[] }
      return nodes.map((node) => node.isConnected)
    })
    expect(kept.length).toBeGreaterThan(50)
    expect(kept).not.toContain(false)
  })
})

test('a place’s name is a link to it, which can be opened in a window of its own', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await expect(await map.row('Deir Ezzor')).toHaveAttribute('href', '#place=deir-ezzor')
  const opened = page.context().waitForEvent('page')
  await (await map.row('Deir Ezzor')).click({ modifiers: ['ControlOrMeta'] })
  await (await opened).close()
  expect(await map.selected()).toBeNull()
})
