import type { Credit } from '../cartography/basemap.ts'
import { createElement } from './element.ts'
import type { ViewContext } from './view-context.ts'

/** Who is credited, with a link where there is an address. */
export type LinkedCredit = Pick<Credit, 'text'> & {
  readonly url?: string | undefined
  /** BCP 47; empty where it is not known. English by default, as the sources of the bundled map are named. */
  readonly lang?: string
}

/** Credits the sources of the map; on a narrow map, behind a button. */
export interface Attribution {
  readonly element: HTMLElement
  readonly show: (credits: readonly LinkedCredit[]) => void
}

/** Renders a credit. An address that is neither http nor https is left out: another could run a script. */
export function renderCredit(document: Document, { text, url, lang = 'en' }: LinkedCredit): HTMLElement {
  const href = url !== undefined && /^https?:/i.test(url) && url
  return createElement(document, 'a', { href, lang, target: '_blank', rel: 'noopener' }, text)
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
    show: (credits) => element.replaceChildren(toggle, ...credits.map((credit) => renderCredit(document, credit))),
  }
}
