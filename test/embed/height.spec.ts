import { expect } from '@playwright/test'
import type { PostedMessage } from './host-page.ts'
import { drawn, openFrame, post, postedTo, storyOf, test } from './host-page.ts'

/** The heights in our own words, in the order in which they came. */
const heightsIn = (messages: readonly PostedMessage[]) =>
  messages.flatMap(({ data }) => {
    const { articleMap, type, height } = Object(data) as Record<string, unknown>
    return articleMap === 1 && type === 'height' ? [height] : []
  })

test('a frame tells its height in the words of every page that may listen', async ({ page, servers }) => {
  await openFrame(page, servers, { address: '?height=520&childId=map-1#?secret=abcDEF1234' })
  await expect
    .poll(async () => (await postedTo(page)).map(({ data }) => data))
    .toEqual([
      { articleMap: 1, type: 'height', height: 520 },
      { sentinel: 'amp', type: 'embed-size', height: 520 },
      expect.stringMatching(/^\{"src":"http.*\/raqqa\/\?.*","context":"iframe.resize","height":520\}$/),
      { message: 'height', value: 520, secret: 'abcDEF1234' },
      'pymxPYMxmap-1xPYMxheightxPYMx520',
    ])
})

test('a height is told again only when it has changed, and a frame shrinks as it grows', async ({ page, servers }) => {
  await page.setViewportSize({ width: 1200, height: 800 })
  await openFrame(page, servers, { width: '600' })
  const frame = page.locator('iframe')
  for (const width of ['610', '1000', '1000', '600']) {
    await frame.evaluate((element: HTMLIFrameElement, width) => (element.width = width), width)
    await drawn(page)
  }
  await expect.poll(async () => heightsIn(await postedTo(page))).toEqual([480, 550, 480])
})

test('a frame that is given its height asks for no other', async ({ page, servers }) => {
  await openFrame(page, servers, { width: '900' })
  const frame = page.locator('iframe')
  for (let round = 0; round < 5; round++) {
    await frame.evaluate((element: HTMLIFrameElement) => (element.height = String(element.clientHeight + 16)))
    await drawn(page)
  }
  expect(heightsIn(await postedTo(page))).toHaveLength(1)
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

test('WordPress, which shows no frame without a height, is told one while the frame has no size yet', async ({
  page,
  servers,
}) => {
  await openFrame(page, servers, { hidden: '', address: '#?secret=abcDEF1234' })
  await expect
    .poll(async () => (await postedTo(page)).map(({ data }) => data))
    .toEqual([{ message: 'height', value: 480, secret: 'abcDEF1234' }])
})

test('a page that was late and asks is told the height in its own words', async ({ page, servers }) => {
  await openFrame(page, servers, { address: '#?secret=abcDEF1234' })
  await expect.poll(async () => (await postedTo(page)).length).toBe(4)
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
