import type { Credit } from '../cartography/basemap.ts'
import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'

/** Credits the sources of the map; on a narrow map, behind a button. */
export interface Attribution {
  readonly element: HTMLElement
  /** Credits without a `url` are text. */
  readonly show: (credits: readonly (Pick<Credit, 'text'> & { readonly url?: string | undefined })[]) => void
}

/** Renders the attribution, without credits yet. */
export function renderAttribution({ document, words }: ViewContext): Attribution {
  const element = createElement(document, 'div', { class: 'attribution', part: 'attribution' })
  const toggle = createElement(
    document,
    'button',
    { type: 'button', class: 'credits-toggle', 'aria-expanded': 'false', 'aria-label': words.credits },
    'i',
  )
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(element.classList.toggle('open')))
  })
  return {
    element,
    show: (credits) =>
      element.replaceChildren(
        toggle,
        ...credits.map(({ text, url }) =>
          createElement(document, 'a', { href: url, target: '_blank', rel: 'noopener' }, text),
        ),
      ),
  }
}
