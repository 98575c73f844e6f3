import type { Place } from './story.ts'

/** Writes places as a JSON array with one place in each line, so that they can be read while the file arrives. */
export function formatPlaces(places: readonly Place[]): string {
  return `[\n${places.map((place) => JSON.stringify(place)).join(',\n')}\n]\n`
}

/** Reads some of the lines of {@link formatPlaces}. @throws {SyntaxError} if one is cut off */
export function parsePlaces(lines: readonly string[]): readonly Place[] {
  return lines.flatMap((line) => (line.startsWith('{') ? (JSON.parse(line.replace(/,$/, '')) as Place) : []))
}
