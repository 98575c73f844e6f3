import type { PlaceGroup } from '../cartography/place-groups.ts'
import { createElement } from './element.ts'
import { renderGroupSymbol, renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'
import { fill, plural } from './words/words.ts'

/** A group's label names so many of its places. */
const mostNames = 8

/** The button that stands on the map for a place, or for a group of places, named for those who cannot see it. */
export function renderMarker({ document, words }: ViewContext, group: PlaceGroup): HTMLButtonElement {
  const { lead, count, places } = group
  const names = places.slice(0, mostNames).map(({ name }) => name)
  const list = new Intl.ListFormat(words.language).format(count > mostNames ? [...names, '…'] : names)
  return createElement(
    document,
    'button',
    {
      type: 'button',
      class: count === 1 ? `marker ${lead.precision}` : 'marker group',
      'aria-label':
        count === 1
          ? fill(words.marker, { number: lead.number, name: lead.name })
          : plural(words, words.group, count, { names: list }),
      'aria-haspopup': count === 1 && 'dialog',
    },
    count === 1 ? renderSymbol(document, lead) : renderGroupSymbol(document, words, group),
  )
}
