import { directionOf } from '../words/direction.ts'
import type { Words } from '../words/words.ts'
import { renderIconButton } from './button.ts'
import { createElement } from './element.ts'

/** Says quietly what is missing, over what is there, until the reader dismisses it. */
export function renderNotice(document: Document, words: Words, message: string): HTMLElement {
  const notice = createElement(
    document,
    'div',
    { class: 'notice', role: 'alert', lang: words.language, dir: directionOf(words.language) },
    createElement(document, 'p', {}, message),
    renderIconButton(document, 'close', words.close, () => notice.remove()),
  )
  return notice
}
