import { type Child, createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'

/** The article's headline and date. */
export function renderHeading({
  document,
  words,
  story: { article },
  date,
  headlineTag = 'h2',
}: ViewContext): HTMLElement {
  const { headline, datePublished, publisher, inLanguage } = article
  // It is seen, and not said.
  const dot = (): Child[] => [' ', createElement(document, 'span', { 'aria-hidden': 'true' }, '·'), ' ']
  return createElement(
    document,
    'div',
    { class: 'heading', part: 'heading' },
    createElement(document, headlineTag, { lang: inLanguage, dir: 'auto' }, headline),
    createElement(
      document,
      'p',
      { class: 'subheading' },
      words.placesInArticle,
      ...(date === undefined ? [] : [...dot(), createElement(document, 'time', { datetime: datePublished }, date)]),
      ...(publisher === undefined ? [] : [...dot(), publisher]),
    ),
  )
}
