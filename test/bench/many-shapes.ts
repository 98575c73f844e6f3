import type { Position } from '../../src/story/geometry.ts'
import { createManyPlaces } from './many-places.ts'
import { createRandom } from './random.ts'

interface Feature {
  geometry: { type: string; coordinates: unknown }
  readonly properties: { precision: string; accuracy?: number }
}

/**
 * Writes a story of lines and areas, always the same: those of {@link createManyPlaces}, every second one an area, of 20 to 60
 * points each. Most are as large as a village or a town, one in fifty as a province.
 */
export function createManyShapes(count: number): string {
  const random = createRandom(2)
  const story = JSON.parse(createManyPlaces(count).story) as { features: Feature[] }
  for (const [i, feature] of story.features.entries()) {
    const middle = feature.geometry.coordinates as Position
    const radius = i % 50 < 2 ? 1 + random(200) / 100 : 0.01 * 1.1 ** random(35)
    const points = 20 + random(41)
    const isArea = i % 2 === 0
    feature.geometry = isArea
      ? { type: 'Polygon', coordinates: [drawRing(middle, radius, points, random)] }
      : { type: 'LineString', coordinates: drawLine(middle, radius, points, random) }
    feature.properties.precision = ['exact', 'approximate', 'region'][i % 3] ?? ''
    delete feature.properties.accuracy
  }
  return JSON.stringify(story)
}

const at = (longitude: number, latitude: number): Position => [
  Number(longitude.toFixed(4)),
  Number(latitude.toFixed(4)),
]

/** A ring of points once around a middle, counterclockwise: it does not cross itself. */
function drawRing([x, y]: Position, radius: number, points: number, random: (below: number) => number): Position[] {
  const ring = Array.from({ length: points - 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / (points - 1)
    const distance = radius * (0.6 + random(400) / 1000)
    return at(x + distance * Math.cos(angle), y + distance * Math.sin(angle) * 0.8)
  })
  return [...ring, ...ring.slice(0, 1)]
}

/** A line that winds from a place to somewhere a diameter away. */
function drawLine([x, y]: Position, radius: number, points: number, random: (below: number) => number): Position[] {
  const course = (2 * Math.PI * random(360)) / 360
  const step = (2 * radius) / points
  let [longitude, latitude] = [x, y]
  return Array.from({ length: points }, () => {
    const turn = course + (random(200) - 100) / 80
    longitude += step * Math.cos(turn)
    latitude += step * Math.sin(turn)
    return at(longitude, latitude)
  })
}
