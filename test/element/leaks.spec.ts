import { expect } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import { createManyShapes } from '../bench/many-shapes.ts'
import { type MapElement, openElement, openRaqqa, test } from '../map/map-page.ts'
import type { TestServers } from '../server.ts'

// So much takes a busy machine more than the usual time.
test.describe.configure({ timeout: 600_000 })

/** How many maps are in the page at once. */
const together = 20

/**
 * Puts so many maps into the page, some at a time, waits until they are drawn, and removes them: by turns with a popup open and on a
 * flight, with a story of their own and with one that they fetch.
 */
async function mount(page: Page, src: string, times: number): Promise<void> {
  await page.evaluate(
    async ({ src, times, together }) => {
      const story = await (await fetch(src)).text()
      const mountOne = async (_: unknown, i: number): Promise<void> => {
        const map = document.createElement('article-map') as MapElement
        map.style.cssText = 'width: 320px; height: 300px'
        map.setAttribute('tiles', 'off')
        // It is for one map of a page.
        map.toggleAttribute('address', i === 0)
        if (i % 2 === 0) {
          map.setAttribute('src', src)
          map.setAttribute('place', 'raqqa')
        } else {
          const script = map.appendChild(document.createElement('script'))
          script.type = 'application/geo+json'
          script.textContent = story
        }
        const loaded = new Promise((resolve) => map.addEventListener('story-load', resolve, { once: true }))
        document.querySelector('main')?.append(map)
        await loaded
        map.select('deir-ezzor')
        map.remove()
      }
      for (let round = 0; round < times / together; round++)
        await Promise.all(Array.from({ length: together }, mountOne))
    },
    { src, times, together },
  )
}

interface Metrics {
  readonly listeners: number
  readonly nodes: number
  /** Bytes. */
  readonly heap: number
}

async function measure(session: CDPSession): Promise<Metrics> {
  // Twice: what the first finds unused may have held on to more.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { listeners: value('JSEventListeners'), nodes: value('Nodes'), heap: value('JSHeapUsedSize') }
}

/** Waits until no more nodes and listeners are there than before: a timer holds on for a moment to what was on its way. */
async function expectNoMore(session: CDPSession, before: Metrics): Promise<void> {
  const more = async (): Promise<{ listeners: number; nodes: number }> => {
    const { listeners, nodes } = await measure(session)
    return { listeners: Math.max(0, listeners - before.listeners), nodes: Math.max(0, nodes - before.nodes) }
  }
  await expect.poll(more).toEqual({ listeners: 0, nodes: 0 })
}

/** One map is more nodes than this; the page without one is fewer. */
const nodesOfMap = 100

test('a thousand maps that come and go leave no listener, no node and no memory behind', async ({
  page,
  servers,
  complaints,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const src = `${servers.maps}/cors/geo/raqqa.geojson`
  await page.goto(`${servers.pages}/element.html?${new URLSearchParams({ src })}`)
  await page.locator('article-map').evaluate((map) => map.remove())
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // The first maps leave what the browser has learned of their code.
  await mount(page, src, 100)
  await expect.poll(async () => (await measure(session)).nodes).toBeLessThan(nodesOfMap)
  const before = await measure(session)
  await mount(page, src, 900)
  await expectNoMore(session, before)
  // A kilobyte of each, or one map that somebody holds on to.
  expect((await measure(session)).heap - before.heap).toBeLessThan(900_000)
  expect(complaints).toEqual([])
})

/**
 * Does what readers do with a map in some minutes, each time the same.
 * @returns what there was to do, and how often something was done
 */
async function use(page: Page): Promise<{ kinds: string[]; times: number }> {
  return page.locator('article-map').evaluate(async (element: MapElement) => {
    const root = element.shadowRoot ?? element
    const places = element.story?.places ?? []
    const press = (selector: string, at = 0): boolean => {
      const found = root.querySelectorAll(selector)[at]
      found?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }))
      return found !== undefined
    }
    const pressNamed = (name: string): boolean => {
      const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      found?.click()
      return found !== undefined
    }
    const key = (name: string): boolean => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true })
      return root.querySelector('.map')?.dispatchEvent(event) ?? false
    }
    const set = (selector: string, value: (field: HTMLInputElement | HTMLSelectElement) => string): boolean => {
      const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(selector)
      if (!field) return false
      field.value = value(field)
      return field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const scroll = (share: number): boolean => {
      const list = root.querySelector('.list')
      list?.scrollTo(0, share * list.scrollHeight)
      return list !== null
    }
    const select = (id: string | null | undefined): boolean => {
      element.select(id ?? null)
      return id !== undefined
    }
    const deedsOf = (turn: number): Record<string, () => boolean> => ({
      'opens a place': () => select(places[(turn * 37) % places.length]?.id),
      'goes to the next': () => press('.steps button', 1),
      'zooms in': () => press('.controls button', 0),
      'moves the map': () => key('ArrowLeft'),
      'moves it back': () => key('ArrowRight'),
      'closes the card': () => press('.card-head button'),
      'scrolls the list': () => scroll(turn / 10),
      'presses a row': () => press('.list .name > *', turn % 5),
      'zooms out': () => press('.controls button', 1),
      'shows all': () => press('.controls button', 2),
      'opens a group': () => press('.marker.group', turn % 2),
      'presses a line or area': () => press('path.shape', turn),
      'presses a marker': () => press('.marker:not(.group)'),
      filters: () => set('input[type=search]', () => 'abc'.charAt(turn % 4)),
      'opens the dialog': () => pressNamed('Embed'),
      'chooses a place in it': () => set('dialog select', () => places[turn % places.length]?.id ?? ''),
      'closes the dialog': () => press('dialog .embed-head button'),
      'goes back to the opening': () => select(null) && press('.controls button', 2),
    })
    const kinds = new Set<string>()
    let times = 0
    for (let turn = 0; turn < 10; turn++) {
      for (const [kind, act] of Object.entries(deedsOf(turn))) {
        if (!act()) continue
        kinds.add(kind)
        times++
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    }
    return { kinds: [...kinds], times }
  })
}

/** What there is to do on every map. */
const everywhere = [
  'opens a place',
  'goes to the next',
  'zooms in',
  'moves the map',
  'moves it back',
  'closes the card',
  'scrolls the list',
  'presses a row',
  'zooms out',
  'shows all',
  'opens a group',
  'presses a marker',
  'goes back to the opening',
]

for (const { what, open, also } of [
  {
    what: 'the page',
    open: openRaqqa,
    also: ['opens the dialog', 'chooses a place in it', 'closes the dialog'],
  },
  {
    what: 'an element with many lines and areas',
    open: (page: Page, servers: TestServers) =>
      openElement(page, servers, { story: createManyShapes(150), tiles: 'off', height: '600px' }),
    also: ['filters', 'presses a line or area'],
  },
]) {
  test(`an hour’s use of ${what} leaves no listener, no node and no memory behind`, async ({
    page,
    servers,
    complaints,
  }) => {
    await page.setViewportSize({ width: 1000, height: 600 })
    await (await open(page, servers)).loaded()
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const { kinds, times } = await use(page)
    expect(kinds.toSorted()).toEqual([...everywhere, ...also].toSorted())
    const before = await measure(session)
    for (let done = times; done < 1200; done += times) await use(page)
    await expectNoMore(session, before)
    // The browser goes on learning of the code. A thousand of anything would be more.
    expect((await measure(session)).heap - before.heap).toBeLessThan(1_500_000)
    expect(complaints).toEqual([])
  })
}
