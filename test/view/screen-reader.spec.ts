import { expect, type Locator } from '@playwright/test'
import { openFrame, post } from '../embed/host-page.ts'
import { cardName, openRaqqa, raqqa, test } from '../map/map-page.ts'

/** Presses as screen readers do: with the events of a pointer, at whatever the reader is on, and without any key. */
function pressUnseen(button: Locator): Promise<void> {
  return button.evaluate((element) => {
    const options = { bubbles: true, cancelable: true, composed: true }
    element.dispatchEvent(new PointerEvent('pointerdown', options))
    element.dispatchEvent(new MouseEvent('mousedown', options))
    element.dispatchEvent(new PointerEvent('pointerup', options))
    element.dispatchEvent(new MouseEvent('mouseup', options))
    element.dispatchEvent(new MouseEvent('click', { ...options, detail: 1 }))
  })
}

test(
  'pressed without a key, every way to a place leads into what is said of it',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await pressUnseen(map.marker('Deir Ezzor'))
    await expect(map.title).toBeFocused()
    await expect(map.popup).toHaveAccessibleName(cardName('Deir Ezzor'))
    await pressUnseen(await map.row('Main hospital'))
    await expect(map.popup).toHaveAccessibleName(cardName('Main hospital'))
    await expect(map.title).toBeFocused()
    await pressUnseen(map.button('Next place'))
    await expect(map.popup).toHaveAccessibleName(cardName('Municipal stadium'))
    await expect(map.title).toBeFocused()
    await expect(map.said).toBeEmpty()
    await test.step('also where it is chosen already', async () => {
      await map.marker('Municipal stadium').focus()
      await pressUnseen(map.marker('Municipal stadium'))
      await expect(map.title).toBeFocused()
    })
  },
)

test('what a program selects leaves the focus where it is, and is said', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.button('Zoom in').focus()
  await map.select('raqqa')
  await expect(map.button('Zoom in')).toBeFocused()
  await expect(map.said).toHaveText('Raqqa, place 1 of 5')
})

test.describe('over a flight', () => {
  test.use({ reducedMotion: 'no-preference' })

  test('the focus goes from card to card at once, and never to anything else', async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=raqqa')
    await map.element.evaluate((element) => {
      const names: string[] = []
      Object.assign(window, { names })
      element.shadowRoot?.addEventListener('focusin', ({ target }) => names.push((target as Element).textContent ?? ''))
    })
    await map.button('Next place').focus()
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Enter')
      await map.settled()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await expect(map.popup).toBeInViewport({ ratio: 1 })
      await map.button('Next place').focus()
    }
    const names = await page.evaluate(() => (window as unknown as { names: string[] }).names)
    expect(names.filter((name) => raqqa.places.some((place) => place.name === name))).toEqual(
      expect.arrayContaining(raqqa.places.slice(1).map(({ name }) => name)),
    )
    expect(names.filter((name) => name.includes('Zoom'))).toEqual([])
  })
})

test('a card is read part by part: no word of it runs into the next', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  for (const { id, source, name } of raqqa.places) {
    await map.select(id)
    const text = (await map.popup.evaluate((card) => card.textContent)) ?? ''
    expect(text).toContain(`${source} `)
    expect(text).toContain(`${name} `)
    expect(text).not.toMatch(/[.”\p{Ll}](?:Verbatim|From “|Location:|Copy)/u)
  }
})

test('an opened group is said, with the place that has the focus', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await pressUnseen(map.group())
  await expect(map.marker('Raqqa')).toBeFocused()
  await expect(map.said).toHaveText(
    '4 places: Raqqa, Al-Naim roundabout, Main hospital, and Municipal stadium. Place 1: Raqqa',
  )
})

test('what is in view is said when the map is moved or zoomed', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.button('Zoom in').click()
  await expect(map.said).toHaveText(/^(In view: |No place is in view$)/)
  await map.button('Show all places').click()
  await expect(map.said).toHaveText('In view: Raqqa and 3 more, Deir Ezzor')
  await map.map.focus()
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowLeft')
    await map.settled()
  }
  await expect(map.said).not.toHaveText('In view: Raqqa and 3 more, Deir Ezzor')
})

test('“Copied” is said at each press', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=raqqa')
  const said = await map.said.evaluateHandle((status) => {
    const heard: string[] = []
    new MutationObserver(() => heard.push(status.textContent?.trim() ?? '')).observe(status, { childList: true })
    return heard
  })
  const before = await map.said.textContent()
  for (const name of ['Copy quote', 'Copy quote', 'Copy link']) {
    const last = await map.said.textContent()
    await map.button(name).click()
    // The text itself changes: what stays as it was is not heard.
    await expect.poll(() => map.said.textContent()).not.toBe(last)
  }
  expect(await said.jsonValue()).toEqual(['Copied', 'Copied', 'Copied'])
  expect(before).not.toContain('Copied')
})

test('the embed dialog is heard by its title', { tag: '@firefox' }, async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  await map.row('Raqqa')
  await map.button('Embed').click()
  await expect(page.getByRole('heading', { name: 'Put this map into a page' })).toBeFocused()
})

test('in a frame the map is a part of another page, and can be skipped', async ({ page, servers }) => {
  const frame = await openFrame(page, servers)
  await expect(frame.getByRole('main')).toHaveCount(0)
  await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(0)
  await expect(frame.getByRole('heading', { level: 2, name: raqqa.article.headline })).toBeAttached()
  await post(page, { articleMap: 1, type: 'select', id: 'raqqa' })
  await expect(frame.getByRole('heading', { level: 3, name: 'Raqqa' })).toBeAttached()
  await page.evaluate(() => document.body.append(document.createElement('input')))
  await frame.getByRole('button', { name: 'Skip the map' }).press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.locator('body > input')).toBeFocused()
})
