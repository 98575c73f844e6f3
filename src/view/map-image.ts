import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import { fill } from '../words/words.ts'

/**
 * Stands for the map on paper, and so in a PDF, where its markers lead nowhere: an image with an alternative text, `Map of the
 * places in: HEADLINE (Raqqa, Deir Ezzor)`. On the screen there is none.
 */
export function renderMapImage({ document, words, story: { article, places } }: ViewContext): HTMLElement {
  const names = new Intl.ListFormat(words.language, { type: 'unit' }).format(places.map(({ name }) => name))
  const label = `${fill(words.mapOf, { headline: article.headline })} (${names})`
  return createElement(document, 'span', { class: 'map-image', role: 'img', 'aria-label': label })
}
