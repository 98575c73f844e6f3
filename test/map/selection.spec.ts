import { expect } from '@playwright/test'
import { cardName, openRaqqa, raqqa, test } from './map-page.ts'

const focusedName = (element: Element): string | null => {
  const focused = (element.shadowRoot ?? document).activeElement
  return focused?.ariaLabel ?? focused?.getAttribute('title') ?? focused?.textContent ?? null
}

test('the chosen place is marked in the list and on the map, and no other', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  for (const { name, id } of raqqa.places) {
    await map.select(id)
    const current = map.element.locator('[aria-current]').filter({ visible: true })
    await expect(current).toHaveCount(2)
    await expect(map.marker(name)).toHaveAttribute('aria-current', 'true')
    await expect(map.list.locator('[aria-current]')).toContainText(name)
  }
})

test('a popup stands right after its marker in the document, also after zooming out and in', async ({
  page,
  servers,
}) => {
  const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
  const before = () =>
    map.element.evaluate((element) =>
      (element.shadowRoot ?? element)
        .querySelector('.leaflet-popup')
        ?.previousElementSibling?.getAttribute('aria-label'),
    )
  expect(await before()).toBe('Place 2: Al-Naim roundabout')
  await map.map.focus()
  for (const key of ['-', '-', '-', '+', '+', '+']) {
    await page.keyboard.press(key)
    await map.settled()
  }
  expect(await before()).toBe('Place 2: Al-Naim roundabout')
})

test.describe('on the way to a place', () => {
  test.use({ reducedMotion: 'no-preference' })

  test('another can be chosen: only that one opens', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.interrupt({ id: 'raqqa' }, { id: 'deir-ezzor' })
    await map.settled()
    await expect(map.popup).toHaveCount(1)
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
  })

  test('it can be dismissed: it does not open', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.interrupt({ id: 'main-hospital' }, { key: 'Escape' })
    await map.settled()
    await expect(map.popup).toHaveCount(0)
    expect(await map.selected()).toBeNull()
  })

  test('a zoom that is under way is given up for it', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.map.focus()
    await map.interrupt({ key: '+' }, { id: 'municipal-stadium' })
    await map.settled()
    await expect(map.marker('Municipal stadium')).toHaveAttribute('aria-current', 'true')
    await expect(map.popup).toBeInViewport({ ratio: 1 })
  })
})

test.describe('over a flight', () => {
  test.use({ reducedMotion: 'no-preference' })

  test('from the list the keyboard goes into the popup, and Escape leads back to the row', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers)
    const row = await map.row('Main hospital')
    await row.focus()
    await page.keyboard.press('Enter')
    await expect(map.title).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
  })

  test('the keyboard stays in the popup from place to place', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.marker('Deir Ezzor').focus()
    await page.keyboard.press('Enter')
    await expect(map.title).toBeFocused()
    for (const name of ['Raqqa', 'Al-Naim roundabout']) {
      await map.button('Next place').focus()
      await page.keyboard.press('Enter')
      await expect(map.popup).toHaveAccessibleName(cardName(name))
      await expect(map.title).toBeFocused()
    }
  })
})

test(
  'Escape closes a popup that was opened by a click on its marker',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.marker('Deir Ezzor').click()
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
    await page.keyboard.press('Escape')
    await expect(map.popup).toHaveCount(0)
  },
)

test('Escape closes a popup that was opened by its address, as soon as the reader is in the map', async ({
  page,
  servers,
}) => {
  const map = await openRaqqa(page, servers, '#place=raqqa')
  await map.popup.getByRole('blockquote').first().click()
  await page.keyboard.press('Escape')
  await expect(map.popup).toHaveCount(0)
})

test('from a marker the keyboard goes into its popup, and Escape leads back to the marker', async ({
  page,
  servers,
}) => {
  const map = await openRaqqa(page, servers)
  await map.marker('Deir Ezzor').focus()
  await page.keyboard.press('Enter')
  await expect(map.title).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await map.element.evaluate(focusedName)).toBe('Close')
  await page.keyboard.press('Escape')
  await expect(map.popup).toHaveCount(0)
  await expect(map.marker('Deir Ezzor')).toBeFocused()
})

test('a click on the map beside the popup closes it', { tag: '@both' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  const box = await map.map.boundingBox()
  if (!box) throw new Error('There is no map.')
  await page.mouse.click(box.x + 6, box.y + box.height / 2)
  await expect(map.popup).toHaveCount(0)
})

test('a click into the popup leaves it open', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  await map.popup.getByRole('blockquote').click()
  await map.popup.getByText('5 of 5', { exact: true }).click()
  await expect(map.popup).toHaveCount(1)
})

test('the address names the place that is open, and the history does not grow', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  const before = await page.evaluate(() => history.length)
  for (const { id } of raqqa.places) {
    await map.select(id)
    expect(new URL(page.url()).hash).toBe(`#place=${id}`)
  }
  await map.select(null)
  expect(new URL(page.url()).hash).toBe('')
  expect(await page.evaluate(() => history.length)).toBe(before)
})

test('the reader goes from place to place by changing the address', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=raqqa')
  await page.evaluate(() => (location.hash = '#place=deir-ezzor'))
  await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
})

test('an address that names no place opens nothing, and stays', async ({ page, servers, complaints }) => {
  for (const hash of ['#?secret=abc', '#place=palmyra', '#place=%E0%A4%A', '#place=', '#top', '#place=raqqa"><img>']) {
    await test.step(hash, async () => {
      const map = await openRaqqa(page, servers, hash)
      await expect(map.popup).toHaveCount(0)
      expect(await page.evaluate(() => location.hash)).toBe(new URL(hash, page.url()).hash)
    })
  }
  expect(complaints).toEqual([])
})

test('a selection is said once to those who do not see it', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.select('main-hospital')
  await expect(map.said).toHaveText('Main hospital, place 3 of 5')
})

test('a place that is opened by keyboard is said by its popup alone, which takes the focus', async ({
  page,
  servers,
}) => {
  const map = await openRaqqa(page, servers)
  await map.marker('Deir Ezzor').focus()
  await page.keyboard.press('Enter')
  await expect(map.title).toBeFocused()
  await expect(map.said).toBeEmpty()
})

test('the map tells the page around it which place is selected, once each', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await page.evaluate(() => {
    const heard: (string | null)[] = []
    Object.assign(window, { heard })
    document.addEventListener('place-select', (event) =>
      heard.push((event as Event & { place: { id: string } | null }).place?.id ?? null),
    )
  })
  for (const id of ['raqqa', 'raqqa', 'nowhere', 'deir-ezzor', null, null]) await map.select(id)
  expect(await page.evaluate(() => (window as unknown as { heard: unknown }).heard)).toEqual([
    'raqqa',
    'deir-ezzor',
    null,
  ])
})
