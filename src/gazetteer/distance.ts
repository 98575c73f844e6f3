import type { Gazetteer } from './gazetteer.ts'

/** How far two places are from each other, in kilometres, on a flat map of their middle. */
export function kilometres(a: number, b: number, gazetteer: Gazetteer): number {
  const [y1, y2] = [gazetteer.latitudeOf(a), gazetteer.latitudeOf(b)]
  let dx = Math.abs(gazetteer.longitudeOf(a) - gazetteer.longitudeOf(b))
  if (dx > 180) dx = 360 - dx
  return 111.2 * Math.hypot(dx * Math.cos(((y1 + y2) * Math.PI) / 360), y1 - y2)
}
