import type { PlaceGroup } from '../cartography/place-groups.ts'
import { createElement } from './element.ts'
import { renderGroupSymbol, renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'
import { fill, plural, type Words } from '../words/words.ts'

/** A group's label names at most this many of its places. */
const mostNames = 8

/** The button that stands on the map for a place, or for a group of places, named for those who cannot see it. */
export function renderMarker({ document, words }: ViewContext, group: PlaceGroup): HTMLButtonElement {
  const { lead, count } = group
  return createElement(
    document,
    'button',
    {
      type: 'button',
      class: count === 1 ? `marker ${lead.precision}` : 'marker group',
      'aria-label':
        count === 1 ? nameMarker(words, group) : plural(words, words.group, count, { names: listNames(words, group) }),
      'aria-haspopup': count === 1 && 'dialog',
    },
    count === 1 ? renderSymbol(document, lead) : renderGroupSymbol(document, words, group),
  )
}

/** Names a marker for those who cannot see it: `Place 2: Al-Naim roundabout`, `4 places: Raqqa, Al-Naim roundabout, …`. */
export function nameMarker(words: Words, group: PlaceGroup): string {
  const { count, lead } = group
  if (count === 1) return fill(words.marker, { number: lead.number, name: lead.name })
  return `${plural(words, words.places, count)}: ${listNames(words, group)}`
}

function listNames(words: Words, { count, places }: PlaceGroup): string {
  const names = places.slice(0, mostNames).map(({ name }) => name)
  const most = new Intl.ListFormat(words.language, { type: count > mostNames ? 'unit' : 'conjunction' }).format(names)
  return count > mostNames ? plural(words, words.groupName, count - mostNames, { name: most }) : most
}

/** What stands beside the marker of a place or group: its name, or that of its leading place and how many more there are. */
export function nameGroup(words: Words, { count, lead }: PlaceGroup): string {
  return count === 1 ? lead.name : plural(words, words.groupName, count - 1, { name: lead.name })
}
