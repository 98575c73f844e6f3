import type { ArticleConnectionOptions } from './embed/article-connection.ts'
import { connectArticle } from './embed/article-connection.ts'

export { connectArticle } from './embed/article-connection.ts'
export type { ArticleConnectionOptions } from './embed/article-connection.ts'
export { connectFrame } from './embed/frame-connection.ts'
export type { FrameConnectionOptions } from './embed/frame-connection.ts'
export type { MapConnection, MapListener } from './embed/map-connection.ts'
export type { EmbeddedPlace } from './embed/protocol.ts'
export type { SelectableMap } from './embed/selectable-map.ts'

const connected = new WeakSet<Element>()

// Where this script lies, read while it runs for the first time: later, there is no current script. A module never is one:
// who imports it says which frames it connects.
const script = typeof document === 'undefined' ? null : document.currentScript
const scriptFolder =
  script && script instanceof HTMLScriptElement ? /^https?:[^?#]*\//.exec(script.src)?.[0] : undefined

/**
 * Connects every `<iframe data-article-map>` and `<article-map data-article-map>` of the page with the article around
 * it, each once; and every `<iframe>` of an address that was pasted into WordPress, which leaves no attribute, whose page lies
 * in the folder of this script or under it, if the script is no module. The attribute's value may be a CSS selector of the
 * element with the article's text. Without one, that is the `<article>` or `<main>` around the map, else the page's first, else
 * its body. This module calls it when the page is parsed; call it again for maps that are added later.
 * An attribute whose value is no selector is told in the console, and that map is left alone.
 */
export function connectArticles(): void {
  const selector = 'iframe[data-article-map],iframe.wp-embedded-content,article-map[data-article-map]'
  for (const map of document.querySelectorAll<ArticleConnectionOptions['map']>(selector)) {
    if (connected.has(map) || !(map.matches('[data-article-map]') || isBesideScript(map))) continue
    try {
      const article = findArticle(map)
      if (article === null) continue
      connected.add(map)
      connectArticle({ map, article })
    } catch (error) {
      // The page's other maps are connected nevertheless.
      console.error('article-map: data-article-map must be empty or a CSS selector:', map, error)
    }
  }
}

/** Whether a frame's page lies in the folder of this script, or under it. */
function isBesideScript(map: ArticleConnectionOptions['map']): boolean {
  return scriptFolder !== undefined && map instanceof HTMLIFrameElement && map.src.startsWith(scriptFolder)
}

function findArticle(map: HTMLElement): Element | null {
  const selector = map.dataset['articleMap']
  if (selector) return document.querySelector(selector)
  return map.closest('article,main') ?? document.querySelector('article,main') ?? document.body
}

// In Node there is no page, and importing this module does nothing.
if (typeof document !== 'undefined') {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', connectArticles, { once: true })
  else connectArticles()
}
