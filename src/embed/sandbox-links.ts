import type { Language } from '../words/language.ts'
import { placeHash } from './frame-address.ts'
import { languageOf, wordFor } from './reference-label.ts'
import type { SelectableMap } from './selectable-map.ts'

// Not in the words of the interface, which the element would have to bring along as well.
const openMap: Readonly<Record<Language, string>> = {
  ar: 'فتح الخريطة',
  de: 'Karte öffnen',
  en: 'Open the map',
  es: 'Abrir el mapa',
  fr: 'Ouvrir la carte',
  tr: 'Haritayı aç',
}

/**
 * In WordPress's sandbox no link opens. But WordPress follows a link for the reader if the frame asks it to, and if the
 * link leads to the frame's own host: so there is one to the map's own page, with the place that is selected, where
 * everything works. Links to other hosts are text.
 * @param secret by which WordPress knows the frame
 */
export function connectSandboxLinks(
  window: Window & typeof globalThis,
  element: Element,
  map: SelectableMap | undefined,
  secret: string,
  signal: AbortSignal,
): void {
  const { document, location } = window
  const heading = element.querySelector('.subheading')
  if (heading) {
    const link = document.createElement('a')
    link.href = location.pathname + location.search
    link.target = '_blank'
    link.textContent = wordFor(languageOf(heading), openMap)
    heading.append(' · ', link)
    const lead = (): void => void (link.hash = map?.selected ? placeHash(map.selected) : '')
    map?.addEventListener('place-select', lead, { signal })
  }
  const unlink = (): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (link.host !== location.host) link.removeAttribute('href')
    }
  }
  unlink()
  const observer = new window.MutationObserver(unlink)
  observer.observe(element, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
  document.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((target) => target instanceof window.HTMLAnchorElement)
      if (link === undefined || link.target === '' || link.host !== location.host) return
      event.preventDefault()
      window.parent.postMessage({ message: 'link', value: link.href, secret }, '*')
    },
    { signal },
  )
}
