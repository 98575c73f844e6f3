import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { MapElement } from '../embed/host-page.ts'
import { test } from '../embed/host-page.ts'
import { cardName } from '../map/map-page.ts'

const inFirst = (page: Page) => page.locator('#first')
const inSecond = (page: Page) => page.locator('#second')
const selected = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll<MapElement>('article-map')].map((map) => map.selected))
const ready = (page: Page, count = 1) =>
  expect
    .poll(() =>
      page.evaluate(() => [...document.querySelectorAll<MapElement>('article-map')].filter((map) => map.story).length),
    )
    .toBe(count)

test.describe('two maps in one page', () => {
  test.beforeEach(async ({ page, servers }) => {
    await page.goto(`${servers.pages}/two-maps.html`)
    await ready(page, 2)
  })

  test('have a selection each', async ({ page, complaints }) => {
    await inFirst(page).getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
    await expect.poll(() => selected(page)).toEqual(['deir-ezzor', null])
    await inSecond(page).evaluate((map: MapElement) => map.select('raqqa'))
    await expect(page.getByRole('dialog')).toHaveCount(2)
    expect(await selected(page)).toEqual(['deir-ezzor', 'raqqa'])
    await inSecond(page).getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    expect(await selected(page)).toEqual(['deir-ezzor', null])
    expect(complaints).toEqual([])
  })

  test("only the one with the address attribute writes and reads the page's address", async ({ page }) => {
    await inSecond(page).evaluate((map: MapElement) => map.select('raqqa'))
    expect(new URL(page.url()).hash).toBe('')
    await inFirst(page).evaluate((map: MapElement) => map.select('main-hospital'))
    expect(new URL(page.url()).hash).toBe('#place=main-hospital')
    await page.evaluate(() => (location.hash = '#place=deir-ezzor'))
    await expect.poll(() => selected(page)).toEqual(['deir-ezzor', 'raqqa'])
    await inFirst(page).evaluate((map: MapElement) => map.select(null))
    expect(new URL(page.url()).hash).toBe('')
  })

  test('the Escape key in one leaves the other as it is', async ({ page }) => {
    await inSecond(page).evaluate((map: MapElement) => map.select('raqqa'))
    await inFirst(page).getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => selected(page)).toEqual([null, 'raqqa'])
  })
})

test.describe('an element in a page that is made by a framework', () => {
  test.beforeEach(async ({ page, servers }) => {
    const src = `${servers.maps}/cors/geo/raqqa.geojson`
    await page.goto(`${servers.pages}/element.html?${new URLSearchParams({ src, tiles: 'off', height: '480px' })}`)
    await ready(page)
  })

  test('mounted twice in one go, as React does in its strict mode, it is one map', async ({ page, complaints }) => {
    const events = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const main = document.querySelector('main')
          const first = document.querySelector('article-map')
          if (!main || !first) return
          const map = first.cloneNode() as typeof first
          first.remove()
          let count = 0
          map.addEventListener('story-load', () => {
            count += 1
            // A second one of this map would come before that of a map which is made only now.
            const other = first.cloneNode() as typeof first
            other.addEventListener('story-load', () => {
              other.remove()
              done(count)
            })
            main.append(other)
          })
          main.append(map)
          map.remove()
          main.append(map)
        }),
    )
    expect(events).toBe(1)
    await expect(page.locator('.leaflet-container')).toHaveCount(1)
    await page.getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
    await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
    expect(complaints).toEqual([])
  })

  test('mounted again while it is loading, it loads once more and shows one map', async ({ page, complaints }) => {
    await page.evaluate(async () => {
      const main = document.querySelector('main')
      const map = document.querySelector('article-map')
      // Each time it has come a step further.
      for (let round = 0; round < 10; round++) {
        map?.remove()
        if (map) main?.append(map)
        for (let task = 0; task < round; task++) await new Promise((done) => setTimeout(done))
      }
    })
    await ready(page)
    await expect(page.locator('.leaflet-container')).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Place 5: Deir Ezzor' })).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('moved to another part of the page it goes on with the same place selected', async ({ page, complaints }) => {
    await page.getByRole('button', { name: 'Place 5: Deir Ezzor' }).click()
    await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
    await page.evaluate(() => {
      const aside = document.createElement('aside')
      document.body.append(aside)
      aside.append(document.querySelector('article-map') ?? '')
    })
    await ready(page)
    expect(await selected(page)).toEqual(['deir-ezzor'])
    await expect(page.locator('aside').getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
    await expect(page.locator('.leaflet-container')).toHaveCount(1)
    expect(complaints).toEqual([])
  })

  test('made before its definition is there, and given its attributes later, it shows its story', async ({
    page,
    servers,
    complaints,
  }) => {
    await page.evaluate((src) => {
      document.querySelector('article-map')?.remove()
      const map = document.createElement('article-map')
      map.style.height = '480px'
      document.querySelector('main')?.append(map)
      map.setAttribute('src', src)
    }, `${servers.maps}/cors/geo/raqqa.geojson`)
    await ready(page)
    await expect(page.getByRole('button', { name: 'Place 5: Deir Ezzor' })).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('its module can be imported twice under two addresses', async ({ page, servers, complaints }) => {
    const same = await page.evaluate(async (url) => {
      const element = document.querySelector('article-map')
      await import(`${url}?again`)
      await import(`${url}?and-again`)
      return customElements.get('article-map') === element?.constructor
    }, `${servers.maps}/cors/article-map.js`)
    expect(same).toBe(true)
    await expect(page.getByRole('button', { name: 'Place 5: Deir Ezzor' })).toBeVisible()
    expect(complaints).toEqual([])
  })
})
