import { expect } from '@playwright/test'
import { openFrame, selectIn, selectedOf, storyOf, test } from './host-page.ts'

const places = ['raqqa', 'al-naim-roundabout', 'main-hospital', 'municipal-stadium', 'deir-ezzor']

for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin', null]) {
  const name = sandbox === null ? 'without a sandbox' : `in sandbox="${sandbox}"`

  test(`a frame ${name} shows the story, asks for nothing but its page, and its console is empty`, async ({
    page,
    servers,
    complaints,
  }) => {
    servers.requests.length = 0
    const frame = await openFrame(page, servers, sandbox === null ? {} : { sandbox })
    expect(await storyOf(frame)).toEqual(places)
    await selectIn(frame, 'deir-ezzor')
    await expect.poll(() => selectedOf(frame)).toBe('deir-ezzor')
    expect(servers.requests).toEqual(['/raqqa/'])
    expect(complaints).toEqual([])
  })
}

test('the harshest frame has no storage, no origin and no network, and none is missed', async ({ page, servers }) => {
  const frame = await openFrame(page, servers, { sandbox: 'allow-scripts' })
  const refused = await frame.locator('html').evaluate(async () => {
    const throws = (get: () => unknown) => {
      try {
        return void get()
      } catch (error) {
        return (error as DOMException).name
      }
    }
    return {
      origin: window.origin,
      localStorage: throws(() => window.localStorage),
      sessionStorage: throws(() => window.sessionStorage),
      cookie: throws(() => document.cookie),
    }
  })
  expect(refused).toEqual({
    origin: 'null',
    localStorage: 'SecurityError',
    sessionStorage: 'SecurityError',
    cookie: 'SecurityError',
  })
  expect(await storyOf(frame)).toEqual(places)
})

test('a frame cut off from all but its own server is whole and silent', async ({ page, servers, complaints }) => {
  const asked: string[] = []
  await page.route(
    (url) => url.origin !== servers.pages && url.origin !== servers.maps,
    (route) => {
      asked.push(route.request().url())
      return route.abort()
    },
  )
  const frame = await openFrame(page, servers, {
    sandbox: 'allow-scripts',
    address: '?tiles=off&place=al-naim-roundabout',
  })
  await expect.poll(() => selectedOf(frame)).toBe('al-naim-roundabout')
  expect(asked).toEqual([])
  expect(complaints).toEqual([])
})

test('with scripts forbidden, the frame has the list of places and their quotes', async ({ page, servers }) => {
  const query = new URLSearchParams({ src: `${servers.maps}/raqqa/`, sandbox: '' })
  await page.goto(`${servers.pages}/frame.html?${query}`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('little more than a "dwarf territory"')).toBeVisible()
  await expect(frame.locator('svg').first()).toBeVisible()
})
