import type { PlaceGroup } from '../cartography/place-groups.ts'
import { fill, listNames, plural, type Words } from '../words/words.ts'

/** At most this many places of a group are named. */
export const mostNames = 8

/** The names of more places than this nobody would hear out. Of a group that is so large, only the leading one is named. */
export const large = 100

/** What stands beside the marker of a place or group: its name, or that of its leading place and how many more there are. */
export function nameGroup(words: Words, { count, lead }: PlaceGroup): string {
  return count === 1 ? lead.name : plural(words, words.groupName, count - 1, { name: lead.name })
}

/** Says what is in view: `In view: Raqqa and 3 more, Deir Ezzor`. */
export function nameGroups(words: Words, groups: readonly PlaceGroup[]): string {
  if (groups.length === 0) return words.nothingInView
  const names = groups.slice(0, mostNames).map((group) => nameGroup(words, group))
  return fill(words.inView, { names: listNames(words, names, groups.length) })
}

/** Names a marker for those who cannot see it, where it leads nowhere but to its places: `4 places: Raqqa, Al-Naim roundabout, …`. */
export function nameMarker(words: Words, group: PlaceGroup): string {
  const { count, lead } = group
  if (count === 1) return fill(words.marker, { number: lead.number, name: lead.name })
  return `${plural(words, words.places, count)}: ${namesIn(words, group)}`
}

/** Names a marker that zooms in when it is pressed: `4 places: Raqqa, Al-Naim roundabout, …. Zoom in`. */
export function nameLiveMarker(words: Words, group: PlaceGroup): string {
  const { count } = group
  return count === 1 ? nameMarker(words, group) : plural(words, words.group, count, { names: namesIn(words, group) })
}

function namesIn(words: Words, group: PlaceGroup): string {
  const { count, places } = group
  if (count >= large) return nameGroup(words, group)
  const names = places.slice(0, mostNames).map(({ name }) => name)
  return listNames(words, names, count)
}
