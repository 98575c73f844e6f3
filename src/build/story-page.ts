import { parseHTML } from 'linkedom'
import type { PageData } from '../page.ts'
import { createElement } from '../view/element.ts'
import { fill } from '../view/words/words.ts'

/** What goes into a page beside its data. */
export interface PageParts {
  /** The module to write into the page; without it, the template's own script stays. */
  readonly script?: string
  readonly style: string
}

/** Fills the template with a story: the whole page as one file. */
export function renderStoryPage(template: string, data: PageData, { script, style }: PageParts): string {
  const { document } = parseHTML(template)
  const { story, words } = data
  document.documentElement.setAttribute('lang', story.article.inLanguage ?? words.language)
  document.title = fill(words.mapOf, { headline: story.article.headline })
  document.head.append(createElement(document, 'style', {}, style))
  const json = createElement(document, 'script', { type: 'application/json', id: 'article-map-data' })
  json.textContent = scriptSafeJson(data)
  const entry = document.querySelector('script[src]')
  entry?.before(json)
  if (script !== undefined) {
    const inline = createElement(document, 'script', { type: 'module' })
    inline.textContent = script.replaceAll('</script', '<\\/script')
    entry?.replaceWith(inline)
  }
  return `${document.toString()}\n`
}

/** JSON that can stand in a script: nothing in it ends the script or starts a comment. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
