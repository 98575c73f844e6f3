import { createElement } from '../../view/element.ts'
import { palette } from '../../view/palette.ts'
import { type PageData, renderStoryLink } from '../../view/page-document.ts'
import { fill } from '../../words/words.ts'
import { cardSize } from '../card/card-size.ts'

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

/** A place's pin, as in the map. */
const icon = `data:image/svg+xml,${encodeMarkup(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='-16 -16 32 32'><path fill='${palette.accent}' d='M0 15.5C-3 10-11 5-11-3a11 11 0 0 1 22 0C11 5 3 10 0 15.5Z'/><circle cy='-3' r='4' fill='#fff'/></svg>`)}`

/** Encodes what may not stand in an address, or ends an attribute for a program that reads HTML only roughly. */
function encodeMarkup(markup: string): string {
  return markup.replace(/[<>#]/g, encodeURIComponent)
}

/** How many places a description names at most. */
const mostNames = 8

/**
 * Renders what a page's head says about it: to search engines, to what previews links (https://ogp.me), and to what embeds
 * pages (https://oembed.com). What must be absolute is left out if the page's address is not known.
 */
export function renderPageHead(document: Document, { story, words }: PageData, address: PageAddress): PageHead {
  const { folder, pageUrl } = address
  const { headline, publisher } = story.article
  const title = fill(words.mapOf, { headline })
  const names = story.places.map(({ name }) => name)
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names
  const description = `${words.placesInArticle}: ${new Intl.ListFormat(words.language).format(shown)}.`
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
    link('icon', icon),
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
          ...meta('og:image:alt', title),
        ]),
    ...meta('twitter:card', imageUrl === undefined ? 'summary' : 'summary_large_image'),
    createElement(document, 'meta', { name: 'theme-color', content: palette.paper }),
    createElement(document, 'meta', { name: 'theme-color', content: '#1c1f22', media: '(prefers-color-scheme: dark)' }),
  ]
  return { title, imageUrl, elements }
}
