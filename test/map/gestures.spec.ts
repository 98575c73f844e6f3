import { expect } from '@playwright/test'
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { drawn, openFrame, selectIn, storyOf, test } from '../embed/host-page.ts'
import { line, touch } from './fingers.ts'
import { cardName } from './map-page.ts'

const wheelHint = expect.stringMatching(/^Hold (Ctrl|⌘) and scroll to zoom the map$/)
const touchHint = 'Move the map with two fingers'

/** Where a map stands: what its scale bar says, and where the one marker that is far from the others is in the map. */
const viewOf = (frame: FrameLocator | Page) =>
  frame.locator('article-map').evaluate((map) => {
    const root = map.shadowRoot ?? map
    const marker = root.querySelector('[aria-label="Place 5: Deir Ezzor"]')?.getBoundingClientRect()
    return {
      scale: root.querySelector('.scale')?.textContent,
      x: Math.round(marker?.x ?? 0),
      y: Math.round(marker?.y ?? 0),
    }
  })

/** Notes each hint that comes into sight, which it does for a moment only; gives what they have said so far. */
async function watchHints(map: FrameLocator | Page): Promise<() => Promise<string[]>> {
  const hint = map.locator('.hint')
  await hint.evaluate((hint) => {
    const seen = new Set<string>()
    Object.assign(hint, { seen })
    const look = () => hint.checkVisibility({ visibilityProperty: true }) && seen.add(hint.textContent ?? '')
    new MutationObserver(look).observe(hint, { attributeFilter: ['class'] })
  })
  return () => hint.evaluate((hint: HTMLElement & { seen?: Set<string> }) => [...(hint.seen ?? [])])
}

const scrollOf = (page: Page) => page.evaluate(() => Math.round(scrollY))

/** The middle of the map in the window, or a part of it. */
async function middleOf(map: Locator, { x = 0.5, y = 0.5 } = {}): Promise<{ x: number; y: number }> {
  const box = await map.boundingBox()
  if (!box) throw new Error('There is no map to point at.')
  return { x: box.x + box.width * x, y: box.y + box.height * y }
}

async function wheel(page: Page, at: { x: number; y: number }, by = 200): Promise<void> {
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, by)
}

/** Browsers let a wheel go on with what it has scrolled last, until it has rested. */
async function wheelUntilPageScrolls(page: Page, at: { x: number; y: number }): Promise<void> {
  await expect(async () => {
    await wheel(page, at)
    await expect.poll(() => scrollOf(page), { timeout: 500 }).toBeGreaterThan(0)
  }).toPass()
}

const mapIn = (frame: FrameLocator | Page) => frame.locator('.map.leaflet-container')

test.describe('with a mouse, in a frame', () => {
  test('a wheel scrolls the page, leaves the map as it is, and a hint says how to zoom it', async ({
    page,
    servers,
  }) => {
    const frame = await openFrame(page, servers)
    const hints = await watchHints(frame)
    const before = await viewOf(frame)
    await wheel(page, await middleOf(mapIn(frame)))
    await expect.poll(hints).toEqual([wheelHint])
    await expect.poll(() => scrollOf(page)).toBe(200)
    expect(await viewOf(frame)).toEqual(before)
  })

  test('Ctrl and a wheel zoom the map, and leave the page as it is', async ({ page, servers }) => {
    const frame = await openFrame(page, servers)
    const hints = await watchHints(frame)
    const before = await viewOf(frame)
    await page.keyboard.down('Control')
    await wheel(page, await middleOf(mapIn(frame)), -200)
    await expect.poll(async () => (await viewOf(frame)).scale).not.toBe(before.scale)
    await page.keyboard.up('Control')
    expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1])
    expect(await hints()).toEqual([])
  })

  test('in a frame as narrow as a phone, a wheel is still answered with a key and not with fingers', async ({
    page,
    servers,
  }) => {
    const frame = await openFrame(page, servers, { width: '300' })
    const hints = await watchHints(frame)
    await wheel(page, await middleOf(mapIn(frame), { y: 0.3 }))
    await expect.poll(hints).toEqual([wheelHint])
  })

  test('a wheel over a long popup scrolls its quotes, and at their end the page, with no hint', async ({
    page,
    servers,
  }) => {
    const frame = await openFrame(page, servers, { width: '300' })
    const hints = await watchHints(frame)
    await selectIn(frame, 'raqqa')
    const passages = frame.locator('.passages')
    await expect(passages).toBeVisible()
    await drawn(page)
    const before = await viewOf(frame)
    const middle = await middleOf(passages)
    const left = () => passages.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)
    expect(await left()).toBeGreaterThan(0)
    await wheel(page, middle, 40)
    await expect.poll(() => passages.evaluate((element) => element.scrollTop)).toBe(40)
    expect(await scrollOf(page)).toBe(0)
    await passages.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await wheelUntilPageScrolls(page, middle)
    expect(await hints()).toEqual([])
    expect(await viewOf(frame)).toEqual(before)
  })

  test('a wheel over a short popup scrolls the page, with no hint', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '1000' })
    const hints = await watchHints(frame)
    await selectIn(frame, 'deir-ezzor')
    const passages = frame.locator('.passages')
    await expect(passages).toBeVisible()
    await drawn(page)
    await wheelUntilPageScrolls(page, await middleOf(frame.locator('.steps')))
    await page.evaluate(() => scrollTo(0, 0))
    await drawn(page)
    await wheelUntilPageScrolls(page, await middleOf(passages))
    expect(await hints()).toEqual([])
  })

  test('a wheel over the list beside the map scrolls the page, once the list is at its end', async ({
    page,
    servers,
  }) => {
    const frame = await openFrame(page, servers, { width: '1000' })
    const hints = await watchHints(frame)
    const list = frame.getByRole('region').locator('.side .list')
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await wheelUntilPageScrolls(page, await middleOf(list))
    expect(await hints()).toEqual([])
  })

  test('the first click on the map does not move the page around it, wherever the map lies', async ({
    page,
    servers,
  }) => {
    const frame = await openFrame(page, servers)
    // Half of the map is above the window's edge.
    await page.evaluate(() => scrollTo(0, 300))
    await drawn(page)
    const before = await scrollOf(page)
    expect(before).toBe(300)
    // Clicked as soon as the frame says that the click would meet it there.
    await frame.locator('html').click({ position: { x: 150, y: 400 } })
    await expect(mapIn(frame)).toBeFocused()
    await drawn(page)
    expect(await scrollOf(page)).toBe(before)
    expect(await frame.locator('html').evaluate(() => scrollY)).toBe(0)
  })

  test('dragging with a mouse moves the map, and the page stays', async ({ page, servers }) => {
    const frame = await openFrame(page, servers)
    const before = await viewOf(frame)
    const { x, y } = await middleOf(mapIn(frame), { x: 0.3, y: 0.3 })
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 40, y - 30, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await viewOf(frame)).x).toBeLessThan(before.x - 30)
    expect(await scrollOf(page)).toBe(0)
  })

  test('full screen, the map takes the wheel for itself, and gives it back', async ({ page, servers }) => {
    const frame = await openFrame(page, servers)
    const hints = await watchHints(frame)
    await frame.getByRole('button', { name: 'Full screen' }).click()
    const leave = frame.getByRole('button', { name: 'Leave full screen' })
    await expect(leave).toBeVisible()
    await drawn(page)
    const before = await viewOf(frame)
    await wheel(page, await middleOf(mapIn(frame)), -200)
    await expect.poll(async () => (await viewOf(frame)).scale).not.toBe(before.scale)
    expect(await hints()).toEqual([])
    await leave.click()
    await expect(frame.getByRole('button', { name: 'Full screen' })).toBeVisible()
    await drawn(page)
    await wheel(page, await middleOf(mapIn(frame)))
    await expect.poll(hints).toEqual([wheelHint])
    await expect.poll(() => scrollOf(page)).toBe(200)
  })
})

test.describe('with a mouse, as an element of the page', () => {
  test('a wheel scrolls the page, and Ctrl and a wheel zoom the map', async ({ page, servers }) => {
    await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps)}`)
    await expect(page.locator('.marker').first()).toBeVisible()
    const hints = await watchHints(page)
    const before = await viewOf(page)
    await wheel(page, await middleOf(mapIn(page)))
    await expect.poll(hints).toEqual([wheelHint])
    await expect.poll(() => scrollOf(page)).toBe(200)
    expect((await viewOf(page)).scale).toBe(before.scale)
    await page.keyboard.down('Control')
    await wheel(page, await middleOf(mapIn(page)), -200)
    await expect.poll(async () => (await viewOf(page)).scale).not.toBe(before.scale)
    await page.keyboard.up('Control')
    expect(await scrollOf(page)).toBe(200)
  })

  test('the first click on the map does not move the page', async ({ page, servers }) => {
    await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps)}`)
    await expect(page.locator('.marker').first()).toBeVisible()
    await page.evaluate(() => scrollTo(0, 320))
    const box = await mapIn(page).boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) - 60)
    await expect(mapIn(page)).toBeFocused()
    await drawn(page)
    expect(await scrollOf(page)).toBe(320)
  })
})

test('on its own page the map takes the wheel, and there is no hint', async ({ page, servers }) => {
  await page.goto(`${servers.maps}/raqqa/`)
  await expect(page.locator('.marker').first()).toBeVisible()
  const hints = await watchHints(page)
  const before = await viewOf(page)
  await wheel(page, await middleOf(mapIn(page)), -200)
  await expect.poll(async () => (await viewOf(page)).scale).not.toBe(before.scale)
  expect(await hints()).toEqual([])
})

test.describe('with fingers', { tag: '@phone' }, () => {
  test('one finger scrolls the page, leaves the map as it is, and a hint says how to move it', async ({
    page,
    servers,
  }) => {
    const frame = await openFrame(page, servers, { width: '380' })
    const hints = await watchHints(frame)
    const before = await viewOf(frame)
    const { x, y } = await middleOf(mapIn(frame))
    await touch(page, [
      [
        { x, y },
        { x, y: y - 150 },
      ],
    ])
    await expect.poll(hints).toEqual([touchHint])
    await expect.poll(() => scrollOf(page)).toBeGreaterThan(80)
    expect(await viewOf(frame)).toEqual(before)
  })

  test('two fingers move the map, and the page stays', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '380' })
    const hints = await watchHints(frame)
    const before = await viewOf(frame)
    const { x, y } = await middleOf(mapIn(frame))
    const by = { x: -50, y: -60 }
    await touch(page, [line({ x: x - 40, y }, by), line({ x: x + 40, y }, by)])
    await expect.poll(async () => (await viewOf(frame)).x).toBeLessThan(before.x - 25)
    expect(await scrollOf(page)).toBe(0)
    expect(await hints()).toEqual([])
  })

  test('two fingers that part zoom the map, and not the page', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '380' })
    const before = await viewOf(frame)
    const { x, y } = await middleOf(mapIn(frame))
    await touch(page, [line({ x: x - 30, y }, { x: -70, y: 0 }), line({ x: x + 30, y }, { x: 70, y: 0 })])
    await expect.poll(async () => (await viewOf(frame)).scale).not.toBe(before.scale)
    expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1])
  })

  test('after two fingers, one finger scrolls the page again', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '380' })
    const { x, y } = await middleOf(mapIn(frame))
    const opening = await viewOf(frame)
    await touch(page, [line({ x: x - 30, y }, { x: -50, y: 0 }), line({ x: x + 30, y }, { x: 50, y: 0 })])
    await expect.poll(async () => (await viewOf(frame)).scale).not.toBe(opening.scale)
    await drawn(page)
    const before = await viewOf(frame)
    await touch(page, [line({ x, y }, { x: 0, y: -150 })])
    await expect.poll(() => scrollOf(page)).toBeGreaterThan(80)
    expect((await viewOf(frame)).scale).toBe(before.scale)
  })

  test('a tap on a marker opens its popup, and the page stays', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '380' })
    await frame.getByRole('button', { name: 'Place 5: Deir Ezzor' }).tap()
    await expect(frame.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
    expect(await scrollOf(page)).toBe(0)
  })

  test('one finger that starts on a marker scrolls the page as well, and opens nothing', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '380' })
    const at = await middleOf(frame.getByRole('button', { name: 'Place 5: Deir Ezzor' }))
    await touch(page, [line(at, { x: 0, y: -150 })])
    await expect.poll(() => scrollOf(page)).toBeGreaterThan(80)
    await expect(frame.getByRole('dialog')).toHaveCount(0)
  })

  test('one finger over a popup scrolls its quotes', async ({ page, servers }) => {
    const frame = await openFrame(page, servers, { width: '300' })
    const hints = await watchHints(frame)
    await selectIn(frame, 'raqqa')
    const passages = frame.locator('.passages')
    await expect(passages).toBeVisible()
    await touch(page, [line(await middleOf(passages, { y: 0.8 }), { x: 0, y: -60 })])
    await expect.poll(() => passages.evaluate((element) => element.scrollTop)).toBeGreaterThan(20)
    expect(await hints()).toEqual([])
  })

  test('on its own page one finger moves the map', async ({ page, servers }) => {
    await page.goto(`${servers.maps}/raqqa/`)
    await storyOf(page)
    await expect(page.locator('.marker').first()).toBeVisible()
    const hints = await watchHints(page)
    const before = await viewOf(page)
    const { x, y } = await middleOf(mapIn(page))
    await touch(page, [line({ x, y }, { x: -60, y: -20 })])
    await expect.poll(async () => (await viewOf(page)).x).toBeLessThan(before.x - 30)
    expect(await hints()).toEqual([])
  })

  test('an element in the page leaves one finger to the page and takes two', async ({ page, servers }) => {
    await page.goto(`${servers.pages}/element.html?${elementOf(servers.maps)}`)
    await expect(page.locator('.marker').first()).toBeVisible()
    const { x, y } = await middleOf(mapIn(page))
    const before = await viewOf(page)
    const by = { x: -50, y: 0 }
    await touch(page, [line({ x: x - 40, y }, by), line({ x: x + 40, y }, by)])
    await expect.poll(async () => (await viewOf(page)).x).toBeLessThan(before.x - 25)
    expect(await scrollOf(page)).toBe(0)
    await touch(page, [line({ x, y }, { x: 0, y: -150 })])
    await expect.poll(() => scrollOf(page)).toBeGreaterThan(80)
  })
})

function elementOf(maps: string): string {
  return `${new URLSearchParams({ src: `${maps}/cors/geo/raqqa.geojson`, tiles: 'off', height: '480px' })}`
}
