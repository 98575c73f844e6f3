import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { PostedMessage } from './host-page.ts'
import { openFrame, post, postedTo, storyOf, test } from './host-page.ts'

/** The heights in our own words, in the order in which they came. */
const heightsIn = (messages: readonly PostedMessage[]) =>
  messages.flatMap(({ data }) => {
    const { articleMap, type, height } = Object(data) as Record<string, unknown>
    return articleMap === 1 && type === 'height' ? [height] : []
  })

/** What a frame posts that tells a height in the words of every page that may listen: our own and those of the others. */
const inAllWords = (height: number) => [
  { articleMap: 1, type: 'height', height },
  { sentinel: 'amp', type: 'embed-size', height },
  { message: 'height', value: height, secret: 'abcDEF1234' },
  `pymxPYMxmap-1xPYMxheightxPYMx${height}`,
]
/** The address of a frame that its host has named, as WordPress and pym.js do. */
const named = 'childId=map-1#?secret=abcDEF1234'

/** Everything that the frame has posted, until so many messages are there. */
async function posted(page: Page, count: number): Promise<unknown[]> {
  await expect.poll(async () => (await postedTo(page)).length).toBe(count)
  return (await postedTo(page)).map(({ data }) => data)
}

test('a frame tells its height once in the words of every page that may listen', async ({ page, servers }) => {
  await openFrame(page, servers, { address: `?height=520&${named}` })
  // Whom it tells first depends on whether it is loaded or has a size first.
  expect(await posted(page, 4)).toEqual(expect.arrayContaining(inAllWords(520)))
  // What it tells when it is asked comes after all that it tells by itself.
  await post(page, { sentinel: 'amp', type: 'frames-init' })
  expect((await posted(page, 5)).at(-1)).toEqual({ sentinel: 'amp', type: 'embed-size', height: 520 })
})

test('a height is told again only when it has changed, and a frame shrinks as it grows', async ({ page, servers }) => {
  await page.setViewportSize({ width: 1200, height: 800 })
  const frame = await openFrame(page, servers, { width: '600' })
  const told = [480]
  await expect.poll(async () => heightsIn(await postedTo(page))).toEqual(told)
  for (const [width, height] of [
    [610, null],
    [1000, 550],
    [990, null],
    [600, 480],
  ] as const) {
    await page.locator('iframe').evaluate((element: HTMLIFrameElement, width) => (element.width = `${width}`), width)
    await expect.poll(() => frame.locator('html').evaluate(() => innerWidth)).toBe(width)
    if (height) told.push(height)
    await expect.poll(async () => heightsIn(await postedTo(page))).toEqual(told)
  }
})

test('a frame that is given its height asks for no other', async ({ page, servers }) => {
  const frame = await openFrame(page, servers, { width: '900' })
  const element = page.locator('iframe')
  await expect.poll(async () => heightsIn(await postedTo(page))).toEqual([495])
  for (const height of [496, 512, 528, 300]) {
    await element.evaluate((element: HTMLIFrameElement, height) => (element.height = `${height}`), height)
    await expect.poll(() => frame.locator('html').evaluate(() => innerHeight)).toBe(height)
  }
  // Another width makes it speak again.
  await element.evaluate((element: HTMLIFrameElement) => (element.width = '600'))
  await expect.poll(async () => heightsIn(await postedTo(page))).toEqual([495, 480])
})

test('a frame in a hidden tab tells no height until the tab is opened', async ({ page, servers }) => {
  await openFrame(page, servers, { hidden: '' })
  // It can be heard of otherwise.
  await post(page, { articleMap: 1, type: 'ready', passages: null })
  await expect.poll(async () => JSON.stringify(await postedTo(page))).toContain('"type":"ready"')
  expect(JSON.stringify(await postedTo(page))).not.toContain('height')
  await page.locator('iframe').evaluate((element: HTMLElement) => (element.hidden = false))
  await expect.poll(async () => heightsIn(await postedTo(page))).toEqual([480])
})

test('WordPress, which shows no frame without a height, is told one before the frame has a size', async ({
  page,
  servers,
}) => {
  const show = (width: string) =>
    page.locator('iframe').evaluate((element: HTMLIFrameElement, width) => {
      element.width = width
      element.hidden = false
    }, width)
  const [, , toWordPress] = inAllWords(480)

  await test.step('and not once more if it proves to be right', async () => {
    await openFrame(page, servers, { hidden: '', address: `?${named}` })
    expect(await posted(page, 1)).toEqual([toWordPress])
    await show('600')
    const [own, amp, , pym] = inAllWords(480)
    expect(await posted(page, 4)).toEqual([toWordPress, own, amp, pym])
  })

  await test.step('and once more if it does not', async () => {
    await openFrame(page, servers, { hidden: '', address: `?${named}` })
    expect(await posted(page, 1)).toEqual([toWordPress])
    await show('1000')
    expect(await posted(page, 5)).toEqual([toWordPress, ...inAllWords(550)])
  })
})

test('a page that was late and asks is told the height in its own words', async ({ page, servers }) => {
  await openFrame(page, servers, { address: '#?secret=abcDEF1234' })
  await expect.poll(async () => (await postedTo(page)).length).toBe(3)
  const before = (await postedTo(page)).length
  await post(page, { sentinel: 'amp', type: 'frames-init' })
  await post(page, { message: 'ready', secret: 'wrong' })
  await post(page, { message: 'ready', secret: 'abcDEF1234' })
  await expect
    .poll(async () => (await postedTo(page)).slice(before).map(({ data }) => data))
    .toEqual([
      { sentinel: 'amp', type: 'embed-size', height: 480 },
      { message: 'height', value: 480, secret: 'abcDEF1234' },
    ])
})

test('the pages of pym.js, of @newswire/frames and of AMP give the frame the height that it tells', async ({
  page,
  servers,
}) => {
  for (const [host, height] of Object.entries({ pym: 520, 'newswire-frames': 540, amp: 560 })) {
    await test.step(host, async () => {
      await page.goto(`${servers.pages}/${host}.html`)
      await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(height)
    })
  }
})

test('a page on its own posts nothing', async ({ page, servers }) => {
  await page.addInitScript(() => {
    Object.assign(window, { messages: [] })
    addEventListener('message', ({ data }) => (window as unknown as { messages: unknown[] }).messages.push(data))
  })
  await page.goto(`${servers.maps}/raqqa/?childId=map-1#?secret=abcDEF1234`)
  await storyOf(page)
  const messages = await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data === 'last') resolve((window as unknown as { messages: unknown[] }).messages)
        })
        window.postMessage('last', '*')
      }),
  )
  expect(messages).toEqual(['last'])
})
