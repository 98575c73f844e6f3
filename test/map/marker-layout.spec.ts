import { expect } from '@playwright/test'
import { type Box, isInside, meets, readLayout } from './layout.ts'
import { cardName, openRaqqa, raqqa, sizes, test } from './map-page.ts'

for (const size of sizes) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size })

    test('markers, names, controls and popups stand clear of each other', async ({ page, servers, tiles }) => {
      // On the largest, streets would be thousands of tiles, which take longer than all else here.
      const map = await openRaqqa(page, servers, size.width > 2000 ? '?tiles=off' : '')

      await test.step('all five places are in sight when the map opens, and no tile is asked for', async () => {
        const { stage, markers, furniture } = await readLayout(map)
        expect(markers.map(({ name }) => name)).toEqual([
          expect.stringMatching(/^4 places: Raqqa, Al-Naim roundabout, Main hospital, Municipal stadium/),
          'Place 5: Deir Ezzor',
        ])
        expect(markers.filter((box) => !isInside(box, stage))).toEqual([])
        expect(pairs(markers, [...markers, ...furniture])).toEqual([])
        expect(tiles.requests).toEqual([])
      })

      await test.step('no name covers another, a marker or a control, and no two markers meet, at any zoom', async () => {
        const zooms: unknown[] = []
        for (let step = 0; step <= 12; step++) {
          if (step > 0) await map.button('Zoom in').click()
          await map.settled()
          const { stage, markers, furniture, labels } = await readLayout(map)
          const trouble = [
            ...pairs(labels, [...labels, ...markers, ...furniture]),
            ...pairs(markers, markers),
            ...labels.filter((box) => !isInside(box, stage)).map(({ name }) => `${name} is cut off`),
          ]
          if (trouble.length > 0) zooms.push({ step, trouble })
        }
        expect(zooms).toEqual([])
        await map.button('Show all places').click()
        await map.settled()
      })

      // In the lowest, four pins do not fit.
      if (size.height > 200) {
        await test.step('a group is opened in the room that the controls leave', async () => {
          await map.group().click()
          await map.settled()
          const { stage, markers, furniture } = await readLayout(map)
          // Where a strip has taken room from the map, two of them may still be one.
          expect(markers.length).toBeGreaterThanOrEqual(size.width < 520 && size.height > 760 ? 3 : 4)
          expect(pairs(markers, furniture)).toEqual([])
          if (size.height > 250) expect(markers.filter((box) => !isInside(box, stage))).toEqual([])
          await map.button('Show all places').click()
          await map.settled()
        })
      }

      for (const { name } of raqqa.places) {
        await test.step(`the marker of ${name} is whole in the map, and so are its popup, or its card is under the map, and the names beside them`, async () => {
          await (await map.row(name)).click()
          await expect(map.popup).toHaveAccessibleName(cardName(name))
          await map.settled()
          const { stage, markers, furniture, labels, popup, sheet } = await readLayout(map)
          const own = markers.filter(({ current }) => current)
          expect(own.map((box) => box.name)).toEqual([expect.stringMatching(new RegExp(`^Place \\d: ${name}$`))])
          const isSheet = size.width === 390
          expect([popup.length, sheet.length]).toEqual(isSheet ? [0, 1] : [1, 0])
          expect([...popup, ...sheet].map((box) => isInside(box, stage))).toEqual([!isSheet])
          expect(pairs(sheet, [stage])).toEqual([])
          expect(own.map((box) => isInside(box, stage))).toEqual([true])
          expect(pairs(popup, [...own, ...furniture])).toEqual([])
          expect(pairs(own, furniture)).toEqual([])
          // No name is half hidden beside the popup.
          expect(pairs(labels, popup)).toEqual([])
          if (await map.button('Close').isVisible()) await map.button('Close').click()
          await map.settled()
        })
      }

      await test.step('a card that is higher than its room scrolls, down to its last line', async () => {
        await map.select('municipal-stadium')
        const passages = map.popup.getByRole('group')
        // In the smallest maps the card scrolls as a whole, else its quotes do.
        await passages.evaluate((element) => {
          for (const box of [element, element.parentElement]) box?.scrollTo(0, box.scrollHeight)
        })
        const [end, frame] = [await passages.locator('> :last-child').boundingBox(), await map.popup.boundingBox()]
        if (!end || !frame) throw new Error('The card holds nothing.')
        expect(end.y + end.height).toBeLessThanOrEqual(frame.y + frame.height)
        // Two lines of the quote can be read at once, whatever else the card has to say.
        expect(frame.height).toBeGreaterThanOrEqual(44)
        expect(await map.page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
      })
    })
  })
}

test('in a small frame, the places of a group that is opened are whole in it, each with its own marker', async ({
  page,
  servers,
}) => {
  await page.setViewportSize({ width: 300, height: 250 })
  const map = await openRaqqa(page, servers, '?tiles=off')
  await map.group().click()
  await map.settled()
  const { stage, markers } = await readLayout(map)
  expect(markers).toHaveLength(4)
  expect(markers.filter((box) => !isInside(box, stage))).toEqual([])
})

test('the scale goes away while a marker is under it', async ({ page, servers }) => {
  await page.setViewportSize({ width: 680, height: 480 })
  const map = await openRaqqa(page, servers, '?tiles=off')
  const scale = page.locator('.scale')
  await expect(scale).toBeVisible()
  await map.select('al-naim-roundabout')
  await map.settled()
  await expect(scale).toBeHidden()
  await map.select(null)
  await map.button('Show all places').click()
  await expect(scale).toBeVisible()
})

/** Which of some boxes meet which of others, in words. */
function pairs(some: readonly Box[], others: readonly Box[]): string[] {
  return some.flatMap((a, i) =>
    others
      .slice(others[i] === a ? i + 1 : 0)
      .filter((b) => meets(a, b))
      .map((b) => `${a.name} meets ${b.name}`),
  )
}
