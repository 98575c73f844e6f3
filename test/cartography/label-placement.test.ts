import { expect, test } from 'vitest'
import { type Box, boxAround, type LabelRequest, placeLabels } from '../../src/cartography/label-placement.ts'
import { createRandom } from './place-at.ts'

const size = { x: 400, y: 300 }

const label = (x: number, y: number, rest: Partial<LabelRequest> = {}): LabelRequest => ({
  point: { x, y },
  width: 60,
  height: 16,
  anchors: ['right', 'left', 'below', 'above'],
  distance: 5,
  distanceUp: 5,
  ...rest,
})

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const anchorsOf = (...args: Parameters<typeof placeLabels>): string[] =>
  placeLabels(...args).map(({ anchor }) => anchor)

test('a label stands on the first side where there is room', () => {
  expect(anchorsOf([label(200, 150)], [], size)).toEqual(['right'])
  expect(anchorsOf([label(380, 150)], [], size)).toEqual(['left'])
  expect(anchorsOf([label(200, 150)], [boxAround({ x: 240, y: 150 }, 10)], size)).toEqual(['left'])
  const sides = [boxAround({ x: 250, y: 150 }, 10), boxAround({ x: 150, y: 150 }, 10)]
  expect(anchorsOf([label(200, 150)], sides, size)).toEqual(['below'])
})

test('a label without room is left out, and takes none from others', () => {
  const placed = placeLabels([label(10, 10, { anchors: ['center'] }), label(60, 10)], [], size)
  expect(placed.map(({ request }) => request.point.x)).toEqual([60])
})

test('what comes first is served first', () => {
  const [first, second] = [label(200, 150), label(202, 150)]
  expect(placeLabels([first, second], [], size)[0]).toMatchObject({ request: first, anchor: 'right' })
  expect(placeLabels([second, first], [], size)[0]).toMatchObject({ request: second, anchor: 'right' })
})

test('of 500 labels none covers another, an obstacle or the edge', () => {
  const random = createRandom(7)
  const requests = Array.from({ length: 500 }, () =>
    label(random() * 400, random() * 300, { width: 20 + random() * 80 }),
  )
  const obstacles = Array.from({ length: 5 }, () => boxAround({ x: random() * 400, y: random() * 300 }, 16))
  const boxes = placeLabels(requests, obstacles, size).map(({ box }) => box)
  expect(boxes.length).toBeGreaterThan(20)
  const all = [...obstacles, ...boxes]
  const pairs = boxes.flatMap((a) => all.filter((b) => a !== b && meet(a, b)))
  expect(pairs).toEqual([])
  expect(boxes.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > 400 || bottom > 300)).toEqual([])
})

test('a label’s box is as large as it asked for, and touches its point’s symbol on no side', () => {
  for (const anchor of ['right', 'left', 'above', 'below'] as const) {
    const [placed] = placeLabels([label(200, 150, { anchors: [anchor] })], [], size)
    if (!placed) throw new Error('There was room for the label.')
    const { left, top, right, bottom } = placed.box
    expect([right - left, bottom - top]).toEqual([60, 16])
    expect(meet(placed.box, boxAround({ x: 200, y: 150 }, 5))).toBe(false)
  }
})

test('of several labels for one country, the first that finds room is drawn', () => {
  const spots = [label(390, 150, { anchors: ['center'] }), label(100, 150), label(200, 50)]
  const placed = placeLabels(
    spots.map((spot) => ({ ...spot, once: 'IRAQ' })),
    [],
    size,
  )
  expect(placed.map(({ request }) => request.point.x)).toEqual([100])
})
