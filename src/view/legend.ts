import { precisions } from '../story/story.ts'
import { createElement } from './element.ts'
import { renderSymbol } from './symbol.ts'
import type { ViewContext } from './view-context.ts'

/** Says in words what the shapes of the markers mean; only those that the story has. */
export function renderLegend({ document, words, story }: ViewContext): HTMLElement {
  const used = precisions.filter((precision) => story.places.some((place) => place.precision === precision))
  return createElement(
    document,
    'ul',
    { class: 'legend', role: 'list', 'aria-label': words.legend },
    ...used.map((precision) => {
      const symbol = renderSymbol(document, { precision, number: 0 })
      symbol.querySelector('text')?.remove()
      return createElement(document, 'li', {}, symbol, words[precision])
    }),
  )
}
