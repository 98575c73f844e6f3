import { parseHTML } from 'linkedom'
import { placeHash } from '../../embed/frame-address.ts'
import { hasPlacePages, type RedirectOptions, redirectPath } from '../../embed/redirect-path.ts'
import type { Story } from '../../story/story.ts'
import { createElement } from '../../view/element.ts'
import type { PageData } from '../../view/page-document.ts'
import { fill } from '../../words/words.ts'
import { cardSize } from '../card/card-size.ts'
import { markupOf } from '../markup.ts'
import { writeContentSecurityPolicy } from './content-security.ts'

/** What a story has redirect pages for: each place and each choice of colours, alone and together. */
export function listRedirects({ places }: Story): RedirectOptions[] {
  const ids = places.map(({ id }) => id)
  return [null, ...(hasPlacePages(ids) ? ids : [])].flatMap((place) =>
    (['auto', 'light', 'dark'] as const)
      .map((theme) => ({ place, theme }))
      .filter((options) => redirectPath(options) !== ''),
  )
}

/**
 * Renders a small page that hands out the map with a place or colours chosen: to what previews links, to what embeds pages
 * by its own oEmbed, `oembed.json` beside it, and to readers, whom it leads to the story's page at once.
 * @param pageUrl the absolute address of the story's folder, with a slash at its end
 */
export function renderRedirectPage(data: PageData, pageUrl: string, options: RedirectOptions): string {
  const { story, words, embedWords, direction } = data
  const { document } = parseHTML('<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>')
  document.documentElement.setAttribute('lang', story.article.inLanguage ?? words.language)
  document.documentElement.setAttribute('dir', direction)
  const place = story.places.find(({ id }) => id === options.place)
  const source = fill(words.mapOf, { headline: story.article.headline })
  const quote = place?.quotes[0]?.exact
  const path = redirectPath(options)
  const query = options.theme === 'auto' ? '' : `?theme=${options.theme}`
  // Relative, so that a copy of the site leads into itself.
  const target = path.replace(/[^/]+/g, '..') + query + (place ? placeHash(place.id) : '')
  const meta = (key: 'name' | 'property' | 'http-equiv', name: string, content: string | number): HTMLElement =>
    createElement(document, 'meta', { [key]: name, content })
  document.title = source
  document.head.append(
    meta('http-equiv', 'Content-Security-Policy', writeContentSecurityPolicy({ scripts: [], styles: [] })),
    meta('http-equiv', 'refresh', `0; url=${target}`),
    meta('name', 'color-scheme', 'light dark'),
    createElement(document, 'link', { rel: 'canonical', href: pageUrl }),
    createElement(document, 'link', {
      rel: 'alternate',
      href: `${pageUrl}${path}oembed.json`,
      type: 'application/json+oembed',
      title: source,
    }),
    createElement(document, 'link', { rel: 'icon', href: 'data:,' }),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', place?.name ?? story.article.headline),
    meta('property', 'og:description', quote === undefined ? source : fill(embedWords.quotation, { quote, source })),
    // Its own address: that of the story would have the story's title.
    meta('property', 'og:url', pageUrl + path),
    meta('property', 'og:image', `${pageUrl}card.png`),
    meta('property', 'og:image:width', cardSize.x),
    meta('property', 'og:image:height', cardSize.y),
    meta('name', 'twitter:card', 'summary_large_image'),
  )
  document.body.append(createElement(document, 'p', {}, createElement(document, 'a', { href: target }, source)))
  return `${markupOf(document)}\n`
}
