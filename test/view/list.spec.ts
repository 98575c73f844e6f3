import { expect } from '@playwright/test'
import { longStory } from '../map/long-story.ts'
import { cardName, type MapPage, openElement, openRaqqa, test } from '../map/map-page.ts'

/** The names in the list that are to be seen. */
const shown = (map: MapPage): Promise<string[]> =>
  map.list.locator('li:visible .name').evaluateAll((names) => names.map(({ textContent }) => textContent ?? ''))

/** Folded, the list is clipped away, and still read by those who hear it. */
const expectFolded = (map: MapPage): Promise<void> =>
  expect(map.element.locator('.side')).toHaveCSS('clip-path', 'inset(50%)')

test.describe('the list of forty places', () => {
  test('is searched by name, local name and alias, and how many it finds is said', async ({ page, servers }) => {
    const map = await (await openElement(page, servers, { story: longStory(), height: '700px' })).loaded()
    const field = page.getByRole('searchbox', { name: 'Find a place' })
    const status = page.getByRole('search').locator('[aria-live]')
    for (const [query, names] of [
      ['hell ROUND', ['Al-Naim roundabout']],
      ['lodz', ['Łódź']],
      ['al naim', ['Al-Naim roundabout', 'Rasm al-Na‘im']],
      ['دير الزور', ['Deir Ezzor']],
      ['دَيْرُ ٱلزَّوْر'.replace('ٱ', 'ا'), ['Deir Ezzor']],
      ['الطَّبقة', ['الطبقة']],
    ] as const) {
      await field.fill(query)
      expect(await shown(map), query).toEqual(names)
      await expect(status).toHaveText(names.length === 1 ? '1 place' : `${names.length} places`)
    }
    await field.fill('  Palmyra ')
    expect(await shown(map)).toEqual([])
    await expect(status).toHaveText('No place is called “Palmyra”.')
    await field.fill('')
    expect(await shown(map)).toHaveLength(40)
    await expect(status).toHaveText('40 places')
  })

  test('is searched, chosen from and left by keyboard; Escape first clears the field', async ({ page, servers }) => {
    const map = await (await openElement(page, servers, { story: longStory(), height: '700px' })).loaded()
    await map.select('raqqa')
    const field = page.getByRole('searchbox', { name: 'Find a place' })
    await field.focus()
    await page.keyboard.type('deir')
    expect(await shown(map)).toEqual(['Deir Ezzor', 'Deir Hafer'])
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('')
    expect(await shown(map)).toHaveLength(40)
    expect(await map.selected()).toBe('raqqa')
    await page.keyboard.press('Escape')
    expect(await map.selected()).toBeNull()
    await page.keyboard.type('deir h')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Hafer'))
    await expect(map.title).toBeFocused()
  })

  test('has its first groups named by eight places and how many more', async ({ page, servers }) => {
    const map = await (
      await openElement(page, servers, { story: longStory(), width: '300px', height: '250px' })
    ).loaded()
    const large = map.map.getByRole('button', { name: /^\d\d places: ([^,]+, ){7}[^,]+ and \d+ more\. Zoom in$/ })
    await expect(large.first()).toBeAttached()
  })
})

test.describe('where the list lies over the map', () => {
  test.use({ viewport: { width: 680, height: 480 } })

  test('Escape folds it and leaves the popup under it open; the focus goes to its button', async ({
    page,
    servers,
  }) => {
    const map = await openRaqqa(page, servers, '#place=raqqa')
    await (await map.row('Main hospital')).focus()
    await page.keyboard.press('Escape')
    await expectFolded(map)
    await expect(map.button('5 places')).toBeFocused()
    expect(await map.selected()).toBe('raqqa')
    await page.keyboard.press('Escape')
    expect(await map.selected()).toBeNull()
  })

  test('the way back to the map folds it', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.row('Raqqa')
    await map.button('Back to the map').focus()
    await page.keyboard.press('Enter')
    await expect(map.map).toBeFocused()
    await expectFolded(map)
  })

  test('from a popup that was opened from it by keyboard, Escape leads back to the row', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    const row = await map.row('Main hospital')
    await row.focus()
    await page.keyboard.press('Enter')
    await expect(map.title).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
  })

  test('with a mouse, closing a popup leaves it folded', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await (await map.row('Main hospital')).click()
    await map.settled()
    await map.button('Close').click()
    await expectFolded(map)
    await expect(map.marker('Main hospital')).toBeFocused()
  })

  test('it lies over a popup with its button under it, in the smallest map too', async ({ page, servers }) => {
    await page.setViewportSize({ width: 280, height: 200 })
    const map = await openRaqqa(page, servers, '#place=raqqa')
    await map.button('Skip to the list of places').focus()
    await page.keyboard.press('Enter')
    await expect(await map.row('Raqqa')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(map.button('5 places')).toBeHidden()
    await expectFolded(map)
    await expect(map.popup).toBeVisible()
    await expect(map.map).toBeFocused()
  })
})

test(
  'when a phone’s keyboard takes the room of the list, the list lies over the map, with the focus in it',
  { tag: '@phone' },
  async ({ page, servers }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const map = await openRaqqa(page, servers)
    await expect(page.locator('meta[name=viewport]')).toHaveAttribute('content', /interactive-widget=resizes-content/)
    const row = await map.row('Raqqa')
    await row.focus()
    await page.setViewportSize({ width: 390, height: 430 })
    await expect(row).toBeFocused()
    await expect(row).toBeInViewport({ ratio: 1 })
  },
)
