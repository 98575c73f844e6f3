import { createElement } from './element.ts'
import { large, mostNames } from './group-name.ts'
import type { ViewContext } from './view-context.ts'
import type { LocalizedStory } from '../words/localized-story.ts'
import { fill, listNames } from '../words/words.ts'

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

/** Says what a picture of the map shows: `Map of the places in: HEADLINE (Raqqa, Deir Ezzor)`; of a large story, the first names. */
export function describeMap({ words, story: { article, places } }: LocalizedStory): string {
  const named = places.slice(0, places.length > large ? mostNames : large)
  const names = listNames(
    words,
    named.map(({ name }) => name),
    places.length,
  )
  return `${fill(words.mapOf, { headline: article.headline })} (${names})`
}
