import type { Place } from '../story/story.ts'
import { renderTextButton } from './button.ts'
import { copyText } from './clipboard.ts'
import { createElement, spaced } from './element.ts'
import type { ViewContext } from './view-context.ts'
import { fill } from '../words/words.ts'

/** What sharing a place needs to know. */
export interface ShareOptions {
  /** The place's permanent address; without one there is no link to copy. */
  readonly url: string | undefined
  readonly announce: (message: string) => void
}

/** The buttons under a place's quotes: copy a link, copy the quotes with their credit, share. */
export function renderShare(context: ViewContext, place: Place, { url, announce }: ShareOptions): HTMLElement {
  const { document, words } = context
  const feedback = createElement(document, 'span', { class: 'feedback', 'aria-hidden': 'true' })
  // Where copying is refused, the reader is given the text to copy.
  const field = createElement(document, 'textarea', { readonly: true, rows: 2, 'aria-label': words.copy, hidden: true })
  const copy = (text: string) => async (): Promise<void> => {
    const copied = await copyText(document, text)
    const message = copied ? words.copied : words.copyFailed
    feedback.textContent = message
    announce(message)
    field.hidden = copied
    field.value = text
    if (!copied) {
      field.focus({ preventScroll: true })
      field.select()
    }
  }
  const share = document.defaultView?.navigator.share?.bind(document.defaultView.navigator)
  return createElement(
    document,
    'div',
    { class: 'share' },
    ...spaced(
      renderTextButton(document, words.copyQuote, copy(quoteText(context, place, url))),
      url !== undefined && renderTextButton(document, words.copyLink, copy(url)),
      share &&
        url !== undefined &&
        renderTextButton(document, words.share, () => {
          // Rejected when the reader thinks better of it.
          share({ title: place.name, url }).catch(() => undefined)
        }),
      feedback,
      field,
    ),
  )
}

/** The quotes as text, with who is quoted and where to find them. */
function quoteText(
  { words, story: { article }, date }: ViewContext,
  { quotes }: Place,
  url: string | undefined,
): string {
  const { headline, publisher } = article
  const source =
    date === undefined ? fill(words.quotedFromUndated, { headline }) : fill(words.quotedFrom, { headline, date })
  const credit = publisher === undefined ? source : `${source} (${publisher})`
  return [...quotes.map(({ exact }) => exact), [credit, article.url].filter(Boolean).join(' '), url]
    .filter((line) => line !== undefined)
    .join('\n\n')
}
