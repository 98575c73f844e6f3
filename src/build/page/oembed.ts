import { frameUrl } from '../../embed/frame-address.ts'
import { escapeHtml } from '../../embed/html-text.ts'
import { createFrame, DEFAULT_HEIGHT } from '../../embed/snippets.ts'
import type { Story } from '../../story/story.ts'

/** What an oEmbed consumer gets: https://oembed.com/#section2.3, type `rich`. Written as static JSON beside the page. */
export interface OEmbed {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly title: string
  readonly provider_name: string
  readonly provider_url: string
  /** Seconds. */
  readonly cache_age: number
  readonly html: string
  readonly width: number
  readonly height: number
  readonly thumbnail_url?: string
  readonly thumbnail_width?: number
  readonly thumbnail_height?: number
}

export interface OEmbedSource {
  readonly story: Story
  /** The story's page: absolute, http or https. */
  readonly pageUrl: string
  /** `Map of the places in: HEADLINE`, in the story's language. */
  readonly title: string
  /** CSS pixels. WordPress asks for a width of its own and takes what is no wider: leave it at 600. */
  readonly width?: number
  readonly height?: number
  /** A picture of the map; its URL is absolute. */
  readonly thumbnail?: { readonly url: string; readonly width: number; readonly height: number }
}

/**
 * Writes a story's oEmbed. Its HTML starts with a quote and a link, which WordPress shows in the frame's place until the
 * frame has told its height, and which a feed reader or a mail shows when it leaves frames out.
 * @throws {TypeError} where pageUrl is not absolute, or not http or https: who embeds a page must find it
 */
export function createOEmbed({
  story,
  pageUrl,
  title,
  width = 600,
  height = DEFAULT_HEIGHT,
  thumbnail,
}: OEmbedSource): OEmbed {
  const url = new URL(pageUrl)
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`pageUrl must be http or https, got ${pageUrl}`)
  // No hash: WordPress appends one. No elements within the blockquote but the link: WordPress takes them out.
  const src = frameUrl(url.href)
  const quote = story.places[0]?.quotes[0]?.exact ?? story.article.headline
  const fallback = `<blockquote>${escapeHtml(quote)} <a href="${escapeHtml(src)}">${escapeHtml(title)}</a></blockquote>`
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: story.article.publisher ?? url.hostname,
    provider_url: url.origin,
    cache_age: 86_400,
    html: fallback + createFrame({ src, title, width, height }),
    width,
    height,
    ...(thumbnail && {
      thumbnail_url: thumbnail.url,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  }
}
