import type { Place } from '../story/story.ts'
import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'
import { fill } from '../words/words.ts'

/** A place's quotes as `<blockquote>`s in the article's language; their credit is {@link renderCitation}. */
export function renderQuotes({ document, words, story }: ViewContext, { quotes }: Place): HTMLElement[] {
  const lang = story.article.inLanguage
  return quotes.map(({ exact, verified, paragraph }) =>
    createElement(
      document,
      'figure',
      { class: 'quote' },
      createElement(document, 'blockquote', { lang, dir: 'auto' }, createElement(document, 'p', {}, exact)),
      ' ',
      verified &&
        createElement(
          document,
          'figcaption',
          {},
          paragraph === undefined ? words.verbatim : fill(words.paragraph, { number: paragraph }),
        ),
    ),
  )
}

/** `From “HEADLINE”, 18 October 2017`, with a link where the story gives the article's address. */
export function renderCitation({ document, words, story: { article }, date }: ViewContext): HTMLElement {
  const cite = createElement(document, 'cite', { lang: article.inLanguage, dir: 'auto' }, article.headline)
  const headline = article.url
    ? createElement(document, 'a', { href: article.url, target: '_top', rel: 'noopener' }, cite)
    : cite
  const time = date !== undefined && createElement(document, 'time', { datetime: article.datePublished }, date)
  const parts: Readonly<Record<string, Node | false>> = { '{headline}': headline, '{date}': time }
  const pattern = time ? words.quotedFrom : words.quotedFromUndated
  return createElement(
    document,
    'p',
    { class: 'citation' },
    ...pattern.split(/(\{\w+\})/).map((part) => parts[part] ?? part),
    article.publisher !== undefined && ` (${article.publisher})`,
  )
}
