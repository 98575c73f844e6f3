import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import type { LocalizedStory } from '../words/localized-story.ts'
import { fill } from '../words/words.ts'

/**
 * Stands for the map on paper, and so in a PDF, where its markers lead nowhere: an image with an alternative text, `Map of the
 * places in: HEADLINE (Raqqa, Deir Ezzor)`. On the screen there is none.
 */
export function renderMapImage(context: ViewContext): HTMLElement {
  return createElement(context.document, 'span', {
    class: 'map-image',
    role: 'img',
    'aria-label': describeMap(context),
  })
}

/** Says what a picture of the map shows: `Map of the places in: HEADLINE (Raqqa, Deir Ezzor)`. */
export function describeMap({ words, story: { article, places } }: LocalizedStory): string {
  const names = new Intl.ListFormat(words.language, { type: 'unit' }).format(places.map(({ name }) => name))
  return `${fill(words.mapOf, { headline: article.headline })} (${names})`
}
