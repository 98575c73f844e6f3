import { createElement } from '../view/element.ts'
import { directionOf } from '../words/direction.ts'
import type { Words } from '../words/words.ts'

/**
 * Renders what a reader is told where the map should be, above what the element holds: a sentence, and, if nothing in the
 * element leads anywhere, a link to the story's page.
 */
export function renderMissingMap(element: HTMLElement & { readonly src: string }, words: Words): HTMLElement[] {
  const { language, cannotShow, placesInArticle } = words
  const attributes = { lang: language, dir: directionOf(language) }
  const page = element.querySelector('a') ? undefined : pageOf(element.src)
  return [
    createElement(document, 'p', { role: 'status', ...attributes }, cannotShow),
    ...(page === undefined
      ? []
      : [createElement(document, 'p', attributes, createElement(document, 'a', { href: page }, placesInArticle))]),
  ]
}

/** The address of the page beside a `story.geojson`, where the build writes it; `undefined` if that is where the reader is. */
function pageOf(src: string): string | undefined {
  const { href } = createElement(document, 'a', { href: src })
  const page = /^https?:.*\/(?=story\.geojson(?:[?#]|$))/.exec(href)?.[0]
  return page !== undefined && !location.href.startsWith(page) ? page : undefined
}
