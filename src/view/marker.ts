import type { PlaceGroup } from '../cartography/place-groups.ts'
import { createElement } from './element.ts'
import { nameLiveMarker } from './group-name.ts'
import { renderGroupSymbol, renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'

/** The button that stands on the map for a place, or for a group of places. */
export function renderMarker({ document, words }: ViewContext, group: PlaceGroup): HTMLButtonElement {
  const { lead, count } = group
  return createElement(
    document,
    'button',
    {
      type: 'button',
      class: count === 1 ? `marker ${lead.precision}` : 'marker group',
      'aria-label': nameLiveMarker(words, group),
    },
    count === 1 ? renderSymbol(document, lead) : renderGroupSymbol(document, words, group),
  )
}
