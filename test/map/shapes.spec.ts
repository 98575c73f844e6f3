import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { cardName, type MapPage, openElement, test } from './map-page.ts'

/** A point so many pixels beside a shape that fits a selector, where no marker stands, in pixels of the window. */
function besideShape({ element }: MapPage, selector: string, by: number): Promise<{ x: number; y: number }> {
  return element.evaluate(
    (element, { selector, by }) => {
      for (const shape of (element.shadowRoot ?? element).querySelectorAll<SVGPathElement>(selector)) {
        for (let along = 1; along < shape.getTotalLength(); along++) {
          const [before, at] = [shape.getPointAtLength(along - 1), shape.getPointAtLength(along)]
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
