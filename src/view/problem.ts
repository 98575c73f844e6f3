import { createElement } from './element.ts'
import type { Words } from '../words/words.ts'

/** Stands where the map would be: what is wrong, and what to do about it. */
export function renderProblem(document: Document, words: Words, messages: readonly string[]): HTMLElement {
  const most = 12
  const shown = messages.slice(0, most)
  if (messages.length > most) shown.push('…')
  return createElement(
    document,
    'div',
    { class: 'problem', role: 'alert', lang: words.language, dir: words.direction },
    createElement(document, 'h2', {}, words.cannotShow),
    createElement(
      document,
      'ul',
      { lang: 'en', dir: 'ltr' },
      ...shown.map((message) => createElement(document, 'li', {}, message)),
    ),
  )
}
