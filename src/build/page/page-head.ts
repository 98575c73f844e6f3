import { createElement } from '../../view/element.ts'
import { describeMap } from '../../view/map-image.ts'
import { palette } from '../../view/palette.ts'
import { type PageData, renderStoryLink } from '../../view/page-document.ts'
import { fill } from '../../words/words.ts'
import { cardSize } from '../card/card-size.ts'
import { pageIcon } from './page-icon.ts'

/** Where a page will be. */
export interface PageAddress {
  /** The story's folder as seen from the page, with a slash at its end; empty if the page is in it. */
  readonly folder: string
  /** The absolute address of the story's folder, with a slash at its end, if it is known. */
  readonly pageUrl?: string
}

/** A page's title, and the elements of its head that describe the story. */
export interface PageHead {
  readonly title: string
  /** Absolute; undefined if the page's address is not known. */
  readonly imageUrl: string | undefined
  readonly elements: readonly HTMLElement[]
}

/** How many places a description names at most. */
const mostNames = 8

/**
 * Renders what a page's head says about it: to search engines, to what previews links (https://ogp.me), and to what embeds
 * pages (https://oembed.com). What must be absolute is left out if the page's address is not known.
 */
export function renderPageHead(document: Document, data: PageData, address: PageAddress): PageHead {
  const { story, words } = data
  const { folder, pageUrl } = address
  const { headline, publisher } = story.article
  const title = fill(words.mapOf, { headline })
  const names = story.places.map(({ name }) => name)
  const description = `${words.placesInArticle}: ${listNames(names, words.language)}`
  const imageUrl = pageUrl === undefined ? undefined : `${pageUrl}card.png`

  const meta = (name: string, content: string | number | undefined): HTMLElement[] => {
    if (content === undefined) return []
    const key = name.startsWith('og:') ? 'property' : 'name'
    return [createElement(document, 'meta', { [key]: name, content })]
  }
  const link = (rel: string, href: string, rest: Readonly<Record<string, string>> = {}): HTMLElement =>
    createElement(document, 'link', { rel, href, ...rest })
  const elements = [
    ...meta('description', description),
    ...(pageUrl === undefined ? [] : [link('canonical', pageUrl)]),
    renderStoryLink(document, `${folder}story.geojson`),
    ...(pageUrl === undefined
      ? []
      : [link('alternate', `${pageUrl}oembed.json`, { type: 'application/json+oembed', title })]),
    link('icon', pageIcon),
    // No browser requests it to show the page.
    link('apple-touch-icon', `${folder}icon.png`),
    ...meta('og:type', 'article'),
    ...meta('og:title', headline),
    ...meta('og:description', description),
    ...meta('og:site_name', publisher),
    ...meta('og:url', pageUrl),
    ...meta('og:image', imageUrl),
    ...(imageUrl === undefined
      ? []
      : [
          ...meta('og:image:width', cardSize.x),
          ...meta('og:image:height', cardSize.y),
          ...meta('og:image:alt', describeMap(data)),
          ...meta('twitter:image:alt', describeMap(data)),
        ]),
    ...meta('twitter:card', imageUrl === undefined ? 'summary' : 'summary_large_image'),
    createElement(document, 'meta', { name: 'theme-color', content: palette.paper }),
    createElement(document, 'meta', { name: 'theme-color', content: '#1c1f22', media: '(prefers-color-scheme: dark)' }),
  ]
  return { title, imageUrl, elements }
}

/** Names as a sentence ends with them; of many, the first ones, without an "and" before what is left out. */
function listNames(names: readonly string[], language: string): string {
  const format = new Intl.ListFormat(language)
  if (names.length <= mostNames) return `${format.format(names)}.`
  const comma = format.formatToParts(['1', '2', '3'])[1]?.value ?? ', '
  return `${names.slice(0, mostNames).join(comma)} …`
}
