import type { Place } from '../story/story.ts'

/** The names that a story itself shows, in lower case: the map under it need not say them again. */
export function namesOfPlaces(places: readonly Place[]): ReadonlySet<string> {
  const names = places.flatMap(({ name, localName, aliases }) => [name, localName?.value ?? name, ...aliases])
  return new Set(names.map((name) => name.toLowerCase()))
}
