import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openFrame, postedTo, selectIn, test } from './host-page.ts'

/** Connects the page's frame by the publisher's script; what it says is kept in `heard`. */
async function connect(page: Page, maps: string, options: object = {}): Promise<void> {
  await page.addScriptTag({ url: `${maps}/article-map-host.js` })
  await page.evaluate((options) => {
    const heard: unknown[] = []
    const { articleMapHost } = window as unknown as { articleMapHost: { connectFrame(f: unknown, o: object): unknown } }
    const connection = articleMapHost.connectFrame(document.querySelector('iframe'), {
      ...options,
      onReady: (places: unknown[]) => heard.push(places.length),
      onSelected: (id: unknown) => heard.push(id),
      onReveal: (id: unknown) => heard.push({ reveal: id }),
    })
    Object.assign(window, { heard, connection })
  }, options)
}
const heardBy = (page: Page) => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)

for (const sandbox of [null, 'allow-scripts']) {
  const name = sandbox === null ? 'any frame' : 'a sandboxed frame'
  test(`the publisher's script hears of the places and the selection of ${name}`, async ({
    page,
    servers,
    complaints,
  }) => {
    const frame = await openFrame(page, servers, sandbox === null ? {} : { sandbox })
    await connect(page, servers.maps)
    await expect.poll(() => heardBy(page)).toEqual([5, null])
    await selectIn(frame, 'raqqa')
    await expect.poll(() => heardBy(page)).toEqual([5, null, 'raqqa'])
    expect(complaints).toEqual([])
  })
}

test('the frame gets the height that it tells, within limits, and its own back in the end', async ({
  page,
  servers,
}) => {
  await openFrame(page, servers, { address: '?height=620' })
  await connect(page, servers.maps)
  const height = () => page.locator('iframe').evaluate((frame) => frame.clientHeight)
  await expect.poll(height).toBe(620)
  const frame = page.frames().find((other) => other.url().startsWith(servers.maps))
  await frame?.evaluate(() => parent.postMessage({ articleMap: 1, type: 'height', height: 9_999_999 }, '*'))
  await expect.poll(height).toBe(1000)
  await page.evaluate(() => (window as unknown as { connection: { disconnect(): void } }).connection.disconnect())
  await expect.poll(height).toBe(480)
})

test('a message from another frame, another origin or of another shape is not heard', async ({ page, servers }) => {
  await openFrame(page, servers)
  await connect(page, servers.maps)
  await expect.poll(() => heardBy(page)).toEqual([5, null])
  // From the page itself, whose origin is another one, and from a frame beside the map, which has the map's origin.
  const beside = `<script>
    parent.postMessage({ articleMap: 1, type: 'selected', id: 'from-beside' }, '*')
    parent.postMessage('sent', '*')
  </script>`
  await page.route(`${servers.maps}/beside`, (route) => route.fulfill({ contentType: 'text/html', body: beside }))
  await page.evaluate(
    (src) =>
      new Promise((done) => {
        window.postMessage({ articleMap: 1, type: 'selected', id: 'from-the-page' }, '*')
        addEventListener('message', ({ data }) => data === 'sent' && done(null))
        const other = document.createElement('iframe')
        other.src = src
        document.body.append(other)
      }),
    `${servers.maps}/beside`,
  )
  const frame = page.frames().find((other) => other.url().startsWith(servers.maps))
  await frame?.evaluate(() => {
    parent.postMessage({ articleMap: 1, type: 'selected', id: {} }, '*')
    parent.postMessage({ articleMap: 1, type: 'ready', places: [{ id: 'x' }] }, '*')
    parent.postMessage({ articleMap: 1, type: 'reveal', id: 'raqqa' }, '*')
  })
  await expect.poll(() => heardBy(page)).toEqual([5, null, { reveal: 'raqqa' }])
})

test('a frame from another origin than the one named is not heard', async ({ page, servers }) => {
  await openFrame(page, servers)
  await connect(page, servers.maps, { origin: 'https://maps.example' })
  const frame = page.frames().find((other) => other.url().startsWith(servers.maps))
  await frame?.evaluate(() => parent.postMessage({ articleMap: 1, type: 'selected', id: 'raqqa' }, '*'))
  // The page's own record has it.
  await expect.poll(async () => JSON.stringify(await postedTo(page))).toContain('"type":"selected"')
  expect(await heardBy(page)).toEqual([])
})
