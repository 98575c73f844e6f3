import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { PostedMessage } from './host-page.ts'
import { openFrame, post, postedTo, selectIn, selectedOf, test } from './host-page.ts'

/** The answers of the frame to a greeting. */
async function readyMessages(page: Page): Promise<PostedMessage[]> {
  return (await postedTo(page)).filter(({ data }) => JSON.stringify(data).includes('"type":"ready"'))
}

const greeting = { articleMap: 1, type: 'ready', passages: null }

test('a page selects a place on the map in its frame', async ({ page, servers }) => {
  const frame = await openFrame(page, servers)
  await post(page, { articleMap: 1, type: 'select', id: 'deir-ezzor' })
  await expect.poll(() => selectedOf(frame)).toBe('deir-ezzor')
  await post(page, { articleMap: 1, type: 'select', id: null })
  await expect.poll(() => selectedOf(frame)).toBeNull()
})

test('a page that has greeted hears which places there are and which one is selected', async ({ page, servers }) => {
  const frame = await openFrame(page, servers)
  await post(page, greeting)
  const ready = expect.objectContaining({
    type: 'ready',
    places: expect.arrayContaining([expect.objectContaining({ id: 'raqqa' })]),
  })
  await expect.poll(async () => (await postedTo(page)).map(({ data }) => data)).toContainEqual(ready)
  await selectIn(frame, 'main-hospital')
  await expect
    .poll(async () => (await postedTo(page)).at(-1))
    .toEqual({
      origin: servers.maps,
      data: { articleMap: 1, type: 'selected', id: 'main-hospital' },
    })
})

test('a page that has not greeted hears nothing but heights', async ({ page, servers }) => {
  const frame = await openFrame(page, servers)
  await selectIn(frame, 'main-hospital')
  await expect.poll(() => selectedOf(frame)).toBe('main-hospital')
  expect((await postedTo(page)).filter(({ data }) => !/height/.test(JSON.stringify(data)))).toEqual([])
})

test('a story that comes after the greeting is told when it comes', async ({ page, servers }) => {
  const query = new URLSearchParams({ src: `${servers.maps}/raqqa/`, sandbox: 'allow-scripts' })
  await page.addInitScript((greeting) => {
    if (window.parent !== window) return
    const greet = () => document.querySelector('iframe')?.contentWindow?.postMessage(greeting, '*')
    addEventListener('message', greet, { once: true })
  }, greeting)
  await page.goto(`${servers.pages}/frame.html?${query}`)
  await expect.poll(async () => JSON.stringify(await postedTo(page))).toContain('"places":[{"id":"raqqa"')
})

test.describe('what is not for the map is ignored', () => {
  const hostile: Readonly<Record<string, unknown>> = {
    'no object': 'select raqqa',
    'no version': { type: 'select', id: 'raqqa' },
    'another version': { articleMap: 2, type: 'select', id: 'raqqa' },
    'an unknown place': { articleMap: 1, type: 'select', id: 'atlantis' },
    'the name of a method': { articleMap: 1, type: 'constructor', id: 'raqqa' },
    'an id that is no text': { articleMap: 1, type: 'select', id: { id: 'raqqa' } },
    'an endless id': { articleMap: 1, type: 'select', id: 'x'.repeat(1_000_000) },
    markup: { articleMap: 1, type: 'select', id: '<img src=x onerror=alert(1)>' },
  }

  test('in whatever form it comes', async ({ page, servers, complaints }) => {
    const frame = await openFrame(page, servers, { address: '?place=deir-ezzor' })
    await expect.poll(() => selectedOf(frame)).toBe('deir-ezzor')
    for (const [i, [name, message]] of Object.entries(hostile).entries()) {
      await test.step(name, async () => {
        await post(page, message)
        // Messages come in order: when this one is answered, the one before it has been dealt with.
        await post(page, greeting)
        await expect.poll(() => readyMessages(page)).toHaveLength(i + 1)
        expect(await selectedOf(frame)).toBe('deir-ezzor')
      })
    }
    expect(complaints).toEqual([])
  })

  test('a frame beside the map', async ({ page, servers }) => {
    const frame = await openFrame(page, servers)
    await page.evaluate(
      () =>
        new Promise((done) => {
          const other = document.createElement('iframe')
          const message = "{articleMap: 1, type: 'select', id: 'raqqa'}"
          other.srcdoc = `<script>parent.frames[0].postMessage(${message}, '*'); parent.postMessage('sent', '*')</script>`
          addEventListener('message', ({ data }) => data === 'sent' && done(null))
          document.body.append(other)
        }),
    )
    await post(page, { articleMap: 1, type: 'select', id: 'deir-ezzor' })
    await expect.poll(() => selectedOf(frame)).toBe('deir-ezzor')
    await post(page, greeting)
    await expect.poll(() => readyMessages(page)).toHaveLength(1)
    expect(JSON.stringify(await postedTo(page))).not.toContain('"id":"raqqa"}}')
  })
})
