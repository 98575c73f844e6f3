import { expect, type Locator } from '@playwright/test'
import { cardName, openRaqqa, raqqa, test } from '../map/map-page.ts'

async function isFocused(element: Locator): Promise<boolean> {
  return element.evaluateAll(([one]) => one !== undefined && (one.getRootNode() as ShadowRoot).activeElement === one)
}

/** Tabs until an element has the focus, forwards or backwards. */
async function tabTo(element: Locator, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 40 && !(await isFocused(element)); i++) await element.page().keyboard.press(key)
  await expect(element).toBeFocused()
}

test(
  'by keyboard alone a reader opens the group, visits all five places, and returns to the first marker',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await tabTo(map.group())
    await page.keyboard.press('Enter')
    await map.settled()
    await expect(map.marker('Raqqa')).toBeFocused()
    for (const { name } of raqqa.places.slice(0, -1)) {
      // From a popup on to the next marker, which follows it.
      await tabTo(map.marker(name))
      await page.keyboard.press('Enter')
      await map.settled()
      await expect(map.popup).toHaveAccessibleName(cardName(name))
      await expect(map.title).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(map.marker(name)).toBeFocused()
    }
    await page.keyboard.press('Enter')
    await tabTo(map.button('Next place'))
    await page.keyboard.press('Enter')
    await map.settled()
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
    await expect(map.title).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(map.marker('Deir Ezzor')).toBeFocused()
    await tabTo(map.button('Show all places'))
    await page.keyboard.press('Enter')
    await map.settled()
    await tabTo(map.group(), 'Shift+Tab')
  },
)

test('a link leads past the map to the list, and another back', { tag: '@firefox' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await page.keyboard.press('Tab')
  await expect(map.button('Skip to the list of places')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(await map.row('Raqqa')).toBeFocused()
  await tabTo(map.button('Back to the map'))
  await expect(map.button('Back to the map')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(map.map).toBeFocused()
})

test('Escape closes the embed dialog and leaves the popup behind it open', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  await map.row('Raqqa')
  await map.button('Embed').click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Put this map into a page' })).toHaveCount(0)
  expect(await map.selected()).toBe('deir-ezzor')
})

for (const size of [
  { width: 1280, height: 800 },
  { width: 300, height: 250 },
]) {
  const title = `whatever has the focus can be seen, has a ring, and lies under nothing, at ${size.width} × ${size.height}`
  test(title, { tag: '@firefox' }, async ({ page, servers }) => {
    await page.setViewportSize(size)
    const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
    // The address has led the focus to the place in the list.
    await map.button('Skip to the list of places').focus()
    const names: (string | null)[] = []
    const faults: string[] = []
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      const focus = await map.element.evaluate((element) => {
        const focused = element.contains(document.activeElement) && document.activeElement
        if (!focused) return null
        const { left, right, top, bottom } = focused.getBoundingClientRect()
        const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        // That of a place's name is around its row.
        const { outlineStyle, outlineWidth } = getComputedStyle(focused, focused.matches('.row *') ? '::after' : null)
        return {
          name: focused.ariaLabel ?? (focused.getAttribute('title') || focused.className),
          seen: onTop !== null && (focused.contains(onTop) || onTop.contains(focused)),
          ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        }
      })
      if (focus === null) break
      names.push(focus.name)
      if (!focus.seen) faults.push(`${focus.name} is covered`)
      if (!focus.ringed) faults.push(`${focus.name} has no ring`)
    }
    expect(names).toContain('Next place')
    expect(faults).toEqual([])
  })
}
