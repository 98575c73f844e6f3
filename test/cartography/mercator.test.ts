import { expect, test } from 'vitest'
import { nearestLongitude, project, unproject, worldSize, zoomOfWorldSize } from '../../src/cartography/mercator.ts'

test('Web Mercator puts places where its standard says, and back', () => {
  expect(project([0, 0])).toEqual({ x: 0.5, y: 0.5 })
  // Spherical Mercator of Raqqa, from EPSG:3857: x = 4 342 339.6 m, y = 4 292 843.9 m on a world of 40 075 016.7 m.
  const { x, y } = project([39.0079, 35.9528])
  expect((x - 0.5) * 40_075_016.6856).toBeCloseTo((39.0079 / 360) * 40_075_016.6856, 3)
  expect((0.5 - y) * 40_075_016.6856).toBeCloseTo(
    6_378_137 * Math.log(Math.tan(Math.PI / 4 + (35.9528 * Math.PI) / 360)),
    3,
  )
  const [lng, lat] = unproject({ x, y })
  expect([lng, lat].map((degrees) => Number(degrees.toFixed(9)))).toEqual([39.0079, 35.9528])
})

test('beyond its last latitude Web Mercator ends', () => {
  expect(project([0, 90]).y).toBeCloseTo(0, 6)
  expect(project([0, -90]).y).toBeCloseTo(1, 6)
})

test('a zoom is as many pixels as Leaflet gives it, and back', () => {
  expect([worldSize(0), worldSize(1), worldSize(6.5)]).toEqual([256, 512, 256 * 2 ** 6.5])
  expect(zoomOfWorldSize(worldSize(7.25))).toBeCloseTo(7.25, 9)
})

test('a longitude is turned to be the nearest to another', () => {
  expect([nearestLongitude(-179, 179), nearestLongitude(179, -179), nearestLongitude(10, 20)]).toEqual([181, -181, 10])
})
