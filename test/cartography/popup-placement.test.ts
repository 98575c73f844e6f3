import { expect, test } from 'vitest'
import { boxAround } from '../../src/cartography/label-placement.ts'
import { type PopupRequest, placePopup } from '../../src/cartography/popup-placement.ts'

const frame = { left: 8, top: 8, right: 892, bottom: 760 }
const size = { x: 340, y: 400 }
const markerAt = (x: number, y: number) => boxAround({ x, y }, 16)

/** Where the popup of a marker stands, among others, and by how much the map moves. */
function place(x: number, y: number, others: [number, number][], more: Partial<PopupRequest> = {}) {
  const request = { size, marker: markerAt(x, y), others: others.map(([x, y]) => markerAt(x, y)), frame, ...more }
  return { ...placePopup(request), request }
}

test('a popup stands above its marker where nothing else is hidden there', () => {
  expect(place(450, 600, [[450, 700]])).toMatchObject({ side: 'above', pan: { x: 0, y: 0 } })
})

test('where another marker is above, it stands at the side; where others are there as well, below', () => {
  expect(place(450, 430, [[450, 300]]).side).toBe('right')
  expect(
    place(450, 430, [
      [450, 300],
      [600, 430],
    ]).side,
  ).toBe('left')
  const around: [number, number][] = [
    [450, 300],
    [600, 430],
    [300, 430],
  ]
  expect(
    place(
      450,
      300,
      around.map(([x, y]) => [x, y - 130]),
    ).side,
  ).toBe('below')
})

test('where it has to hide something, it hides as few markers as it can', () => {
  const { side } = place(450, 430, [
    [450, 300],
    [480, 300],
    [600, 430],
    [630, 430],
    [300, 430],
    [450, 600],
    [470, 600],
  ])
  expect(side).toBe('left')
})

test('a popup slides along its side before the map has to move, and the map moves no more than it must', () => {
  expect(place(60, 600, []).box.left).toBe(8)
  expect(place(60, 600, []).pan).toEqual({ x: 0, y: 0 })
  // Above it lacks 422 - 292 pixels; at its side, nothing.
  expect(place(450, 300, [])).toMatchObject({ side: 'right', pan: { x: 0, y: 0 } })
  expect(
    place(700, 380, [
      [700, 250],
      [500, 380],
      [700, 500],
    ]),
  ).toMatchObject({ side: 'right', pan: { x: 170, y: 0 } })
})

test('a marker that would leave the map when it moves is hidden as well', () => {
  // At the right side nothing is covered, but the two in the west would go.
  const others: [number, number][] = [
    [700, 250],
    [500, 380],
    [100, 380],
    [120, 300],
    [700, 500],
  ]
  expect(place(700, 380, others).side).toBe('left')
})

test('a popup stands clear of the circle in which its place lies', () => {
  const { side, box } = place(450, 600, [], { circle: boxAround({ x: 450, y: 600 }, 60) })
  expect([side, box.bottom <= 540]).toEqual(['above', true])
})

test('in a frame that is too small for popup and marker side by side, it stands above, with its head in sight', () => {
  const small = { left: 8, top: 8, right: 292, bottom: 242 }
  const { side, box, pan } = place(150, 200, [[150, 100]], { frame: small, size: { x: 280, y: 220 } })
  expect([side, box.top - pan.y]).toEqual(['above', 8])
})
