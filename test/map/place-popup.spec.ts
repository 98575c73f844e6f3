import { expect, type Locator } from '@playwright/test'
import type { Place } from '../../src/story/story.ts'
import { isInside, meets, readLayout } from './layout.ts'
import { cardName, type MapPage, openRaqqa, raqqa, test } from './map-page.ts'

// A clock of the test stays behind, now and then, in a page that another test would get.
test.use({ reuseContext: false })

/** The words in which the popup says how well each place is known. */
const precisions: Readonly<Record<string, string>> = {
  raqqa: 'A city as a whole, within about 400\u00a0m',
  'al-naim-roundabout': 'Exact location, within about 50\u00a0m',
  'main-hospital': 'Exact location, within about 120\u00a0m',
  'municipal-stadium': 'Exact location, within about 60\u00a0m',
  'deir-ezzor': 'A whole region',
}

/** Checks that the popup says what the story says of a place, and nothing else of it. */
async function expectPopupOf(map: MapPage, place: Place): Promise<void> {
  await expect(map.popup).toHaveCount(1)
  await expect(map.popup).toHaveAccessibleName(cardName(place.name))
  expect(await map.popup.getByRole('blockquote').allTextContents()).toEqual(place.quotes.map(({ exact }) => exact))
}

/** Closes the popup, and shows the map as it was when it opened. */
async function showAll(map: MapPage): Promise<void> {
  await map.select(null)
  await map.button('Show all places').click()
  await map.settled()
}

test.describe('each of the five places opens', () => {
  test(
    'on the map, by its marker, or by its group, and what of that is a group still, and then its marker; and by the list',
    { tag: '@both' },
    async ({ page, servers }) => {
      const map = await openRaqqa(page, servers)
      for (const place of raqqa.places) {
        await test.step(place.name, async () => {
          const group = page.getByRole('button', { name: new RegExp(`^\\d places: .*${place.name}`) })
          while (!(await map.marker(place.name).isVisible())) {
            await group.click()
            await map.settled()
          }
          await map.marker(place.name).click()
          await expectPopupOf(map, place)
          await showAll(map)
          await (await map.row(place.name)).click()
          await expectPopupOf(map, place)
          await showAll(map)
        })
      }
    },
  )

  test('by its address', async ({ page, servers }) => {
    for (const place of raqqa.places) {
      await test.step(place.name, async () =>
        expectPopupOf(await openRaqqa(page, servers, `#place=${place.id}`), place),
      )
    }
  })

  test('by keyboard alone', { tag: '@firefox' }, async ({ page, servers }) => {
    for (const place of raqqa.places) {
      await test.step(place.name, async () => {
        const map = await openRaqqa(page, servers)
        const press = async (button: ReturnType<MapPage['marker']>) => {
          for (let i = 0; i < 20 && !(await isFocused(button)); i++) await page.keyboard.press('Tab')
          await page.keyboard.press('Enter')
          await map.settled()
        }
        const marker = map.marker(place.name)
        if (!(await marker.isVisible())) await press(map.group())
        if (!(await isFocused(marker))) await press(marker)
        else await page.keyboard.press('Enter')
        await expectPopupOf(map, place)
        await expect(map.title).toBeFocused()
      })
    }
  })
})

/** The middle of what has been measured. */
function middleOf(box: Awaited<ReturnType<Locator['boundingBox']>>): { x: number; y: number } {
  if (!box) throw new Error('It is not to be seen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function isFocused(button: ReturnType<MapPage['marker']>): Promise<boolean> {
  if ((await button.count()) === 0) return false
  return button.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)
}

test('the popup says who is quoted, what the place is called there, and how well it is known', async ({
  page,
  servers,
}) => {
  const map = await openRaqqa(page, servers)
  for (const place of raqqa.places) {
    await map.select(place.id)
    await expect(map.popup).toContainText(`From “${raqqa.article.headline}”, 18 October 2017`)
    await expect(map.popup.locator('cite')).toHaveText(raqqa.article.headline)
    await expect(map.popup.locator('time')).toHaveAttribute('datetime', '2017-10-18')
    const local = map.popup.getByText(place.localName?.value ?? '', { exact: true })
    await expect(local).toHaveAttribute('lang', 'ar')
    await expect(local).toHaveCSS('direction', 'rtl')
    await expect(map.popup.getByText(precisions[place.id] ?? '', { exact: true })).toBeVisible()
    await expect(map.popup).toContainText(`Location: ${place.source}`)
    if (place.note) await expect(map.popup.getByText(place.note, { exact: true })).toBeAttached()
  }
})

test.describe('with motion', () => {
  test.use({ reducedMotion: 'no-preference' })

  test('next and previous lead around through all places, and say which of how many', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.select('deir-ezzor')
    for (const { number, name } of raqqa.places) {
      await map.button('Next place').click()
      await expect(map.popup).toHaveAccessibleName(cardName(name))
      await expect(map.popup.getByText(`${number} of 5`, { exact: true })).toBeVisible()
    }
    await map.select('raqqa')
    await map.button('Previous place').click()
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  })

  test('a button that is pressed while its popup is on its way stands still until it is let go', async ({
    page,
    servers,
  }) => {
    await page.clock.install()
    const map = await openRaqqa(page, servers, '#place=municipal-stadium')
    await map.select(null)
    const { left, top } = (await readLayout(map)).stage
    await page.mouse.move(left + 100, top + 400)
    await page.mouse.down()
    await page.mouse.move(left + 100, top + 85, { steps: 5 })
    // Held for a while, the map does not glide on when it is let go.
    await page.clock.runFor(500)
    await page.mouse.up()
    await map.settled()
    await page.clock.pauseAt(Date.now() + 60_000)
    await map.marker('Municipal stadium').click()
    await page.clock.runFor(50)
    const button = middleOf(await map.button('Next place').boundingBox())
    await page.mouse.move(button.x, button.y)
    await page.mouse.down()
    await page.clock.runFor(1000)
    expect(middleOf(await map.button('Next place').boundingBox())).toEqual(button)
    await page.mouse.up()
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  })
})

for (const size of [
  { width: 1280, height: 800 },
  { width: 680, height: 480 },
]) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size })

    test('when the map has just opened, the popup of Deir Ezzor leaves the group of Raqqa in sight', async ({
      page,
      servers,
    }) => {
      const map = await openRaqqa(page, servers)
      await map.marker('Deir Ezzor').click()
      await map.settled()
      const { stage, markers, popup } = await readLayout(map)
      const group = markers.filter(({ name }) => name.startsWith('4 places: '))
      expect(group.map((box) => isInside(box, stage))).toEqual([true])
      expect(group.filter((box) => popup.some((card) => meets(card, box)))).toEqual([])
    })
  })
}

test('quotes are opened and closed by typographic marks of the page, not in the quote itself', async ({
  page,
  servers,
}) => {
  const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
  const quote = map.popup.getByRole('blockquote').last()
  await expect(quote).toHaveText(/^"Hell Roundabout is now Al-Naim Roundabout again," the fighters in Raqqa cheered/)
})
