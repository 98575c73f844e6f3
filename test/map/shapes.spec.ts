import { readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { createManyShapes } from '../bench/many-shapes.ts'
import { cardName, type MapPage, openElement, test } from './map-page.ts'

/** A point so many pixels beside a shape that fits a selector, where no marker stands, in pixels of the window. */
function besideShape({ element }: MapPage, selector: string, by: number): Promise<{ x: number; y: number }> {
  return element.evaluate(
    (element, { selector, by }) => {
      for (const shape of (element.shadowRoot ?? element).querySelectorAll<SVGPathElement>(selector)) {
        for (let along = 1; along < shape.getTotalLength(); along++) {
          const [before, at] = [shape.getPointAtLength(along - 1), shape.getPointAtLength(along)]
          // Several dots are one path.
          if (Math.hypot(at.x - before.x, at.y - before.y) > 2) continue
          for (const side of [-by, by]) {
            const point = new DOMPoint(at.x - (at.y - before.y) * side, at.y + (at.x - before.x) * side)
            const { x, y } = point.matrixTransform(shape.getScreenCTM() ?? undefined)
            const onTop = (element.shadowRoot ?? document).elementFromPoint(x, y)
            if (!shape.isPointInFill(point) && onTop?.closest('.map') && !onTop.closest('button')) return { x, y }
          }
        }
      }
      throw new Error(`There is no room beside ${selector}.`)
    },
    { selector, by },
  )
}

/** A point of the window at which a shape is on top of all others. */
function pointOn(shape: Locator): Promise<{ x: number; y: number }> {
  return shape.evaluate((shape) => {
    const { left, top, width, height } = shape.getBoundingClientRect()
    for (let i = 1; i < 400; i++) {
      const [x, y] = [left + (width * (i % 20)) / 20, top + (height * Math.floor(i / 20)) / 20]
      if ((shape.getRootNode() as ShadowRoot).elementFromPoint(x, y) === shape) return { x, y }
    }
    throw new Error('Something lies over all of the shape.')
  })
}

const fiji = readFileSync('test/fixture/story/fiji.geojson', 'utf8')
// Its line's place is one of several dots as well.
const dots = JSON.stringify(JSON.parse(fiji), (_, value: unknown) => {
  const { type, coordinates } = (value ?? {}) as { type?: string; coordinates?: number[][][] }
  return type === 'MultiLineString' ? { type: 'MultiPoint', coordinates: coordinates?.flat() } : value
})

for (const { what, story, selector, by } of [
  { what: 'a line', story: fiji, selector: 'path.shape.line', by: 10 },
  { what: 'one of several dots', story: dots, selector: 'path.shape[d*="a"]', by: 6 },
]) {
  test(`a click ${by} pixels beside ${what} opens its place`, async ({ page, servers }) => {
    const map = await (await openElement(page, servers, { story, height: '700px' })).loaded()
    await map.settled()
    const { x, y } = await besideShape(map, selector, by)
    await page.mouse.click(x, y)
    await expect(map.popup).toHaveAccessibleName(cardName("Cable to Nuku'alofa"))
  })
}

test('a line is seen whole when its place is chosen, however close the map was', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { story: fiji, height: '700px' })).loaded()
  for (let i = 0; i < 3; i++) {
    await map.button('Zoom in').click()
    await map.settled()
  }
  const reach = async (): Promise<boolean> => {
    const [line, stage] = [await map.element.locator('path.shape.line').boundingBox(), await map.map.boundingBox()]
    if (!line || !stage) throw new Error('There is no line, or no map.')
    return (
      line.x > stage.x &&
      line.y > stage.y &&
      line.x + line.width < stage.x + stage.width &&
      line.y + line.height < stage.y + stage.height
    )
  }
  expect(await reach()).toBe(false)
  await map.select('cable')
  expect(await reach()).toBe(true)
})

test('what is approximate is dashed, and the gaps are open', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { story: fiji, height: '700px' })).loaded()
  const line = map.element.locator('path.shape.line')
  await expect(line).toHaveCSS('stroke-dasharray', '6px, 4px')
  await expect(line).toHaveCSS('stroke-linecap', 'butt')
})

test.describe('of a thousand lines and areas', () => {
  let map: MapPage
  test.beforeEach(async ({ page, servers }) => {
    const story = createManyShapes(1000)
    map = await (await openElement(page, servers, { story, tiles: 'off', height: '700px' })).loaded()
    await map.settled()
  })

  test('only those have an element that are in view and large enough to be told from a speck', async () => {
    const sizes = (): Promise<number[]> =>
      map.element
        .locator('path.shape')
        .evaluateAll((shapes) =>
          shapes.map((shape) => shape.getBoundingClientRect()).map((box) => Math.max(box.width, box.height)),
        )
    for (const id of [null, 'place-500']) {
      await map.select(id)
      const drawn = await sizes()
      expect(drawn.length).toBeGreaterThan(10)
      expect(drawn.length).toBeLessThan(250)
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(15)
    }
  })

  test('the one that is chosen is marked, and a click on it opens it again', async ({ page }) => {
    await map.select('place-898')
    const name = (await map.title.textContent()) ?? ''
    const chosen = map.element.locator('.shape.current')
    await expect(chosen).toHaveCount(1)
    const { x, y } = await pointOn(chosen)
    await map.select(null)
    await expect(chosen).toHaveCount(0)
    await page.mouse.click(x, y)
    await expect(map.popup).toHaveAccessibleName(cardName(name))
    await expect(chosen).toHaveCount(1)
  })

  test('none hides a smaller one from a click', async () => {
    const sizes = await map.element
      .locator('path.shape:not(.line)')
      .evaluateAll((areas) =>
        areas.map((area) => area.getBoundingClientRect()).map((box) => Math.max(box.width, box.height)),
      )
    expect(sizes.map(Math.round)).toEqual(sizes.map(Math.round).toSorted((a, b) => b - a))
  })
})
