import { frameUrl } from '../../embed/frame-address.ts'
import { frameHeight } from '../../embed/frame-height.ts'
import { escapeHtml } from '../../embed/html-text.ts'
import type { RedirectOptions } from '../../embed/redirect-path.ts'
import { createFrame } from '../../embed/snippets.ts'
import type { Story } from '../../story/story.ts'
import { fill } from '../../words/words.ts'

/** What an oEmbed consumer gets, type `rich`: https://oembed.com/#section2.3. Written as a static file beside the page. */
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

// In CSS pixels. WordPress asks for a width of its own, and accepts what is not wider.
const size = { width: 600, height: frameHeight.usual }

/** What an oEmbed is made of. */
export interface OEmbedSource {
  readonly story: Story
  /** The story's page: absolute, http or https. */
  readonly pageUrl: string
  /** `Map of the places in: HEADLINE`, in the story's language. */
  readonly title: string
  /** Who is quoted and where: `“{quote}” — {source}`, in the story's language. */
  readonly quotation: string
  /** The place and the colours chosen; without one, all places, and the colours of the reader's system. */
  readonly options?: RedirectOptions
  /** A picture of the map; its URL is absolute. */
  readonly thumbnail?: { readonly url: string; readonly width: number; readonly height: number }
}

/**
 * Creates a story's oEmbed. Its HTML starts with a quote and a link. The quote has its marks and says who is quoted, since
 * WordPress takes its text into the post's excerpt. WordPress takes the `noscript` around them away, and
 * shows them until the frame has told its height. Others leave all as it is, such as Ghost: there readers see only the
 * frame, but for mail programs and feed readers, which run no scripts and show no frames.
 * @throws {TypeError} if pageUrl is not absolute, or not http or https: others could not open it
 */
export function createOEmbed({ story, pageUrl, title, quotation, options, thumbnail }: OEmbedSource): OEmbed {
  const url = new URL(pageUrl)
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`pageUrl must be http or https, got ${pageUrl}`)
  // No hash, since WordPress appends one. Nothing but the link in the blockquote, since WordPress removes other elements.
  const src = frameUrl(url.href, options)
  const place = story.places.find(({ id }) => id === options?.place) ?? story.places[0]
  const quote = place?.quotes[0]?.exact ?? story.article.headline
  const link = `<a href="${escapeHtml(src)}">${escapeHtml(title)}</a>`
  // Without a space between, since WordPress looks for the blockquote at the very start.
  const words = fill(quotation, { quote: escapeHtml(quote), source: link })
  const fallback = `<noscript><blockquote>${words}</blockquote></noscript>`
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: story.article.publisher ?? url.hostname,
    provider_url: url.origin,
    cache_age: 86_400,
    html: fallback + createFrame({ src, title }),
    ...size,
    ...(thumbnail && {
      thumbnail_url: thumbnail.url,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  }
}
