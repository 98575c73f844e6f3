import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import type { LocalizedStory } from '../words/localized-story.ts'
import { fill, listNames, plural } from '../words/words.ts'

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

/** Of more places than this, nobody would hear out all names: so many are named. */
const large = 100
const mostNames = 8

/** Says what a picture of the map shows: `Map of the places in: HEADLINE (Raqqa, Deir Ezzor)`. */
export function describeMap({ words, story: { article, places } }: LocalizedStory): string {
  const named = places.slice(0, places.length > large ? mostNames : large)
  const name = listNames(
    words,
    named.map((place) => place.name),
  )
  const more = places.length - named.length
  const names = more > 0 ? plural(words, words.groupName, more, { name }) : name
  return `${fill(words.mapOf, { headline: article.headline })} (${names})`
}
