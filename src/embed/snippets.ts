import type { FrameOptions } from './frame-address.ts'
import { frameUrl, placeHash } from './frame-address.ts'
import { clampHeight, frameHeight } from './frame-height.ts'
import { redirectPath } from './redirect-path.ts'
import { escapeHtml, escapeMarkdown } from './html-text.ts'
import { writePlaceList } from './place-list.ts'
import type { LocalizedStory } from '../words/localized-story.ts'

/**
 * What the snippets embed. URLs are absolute. A page of another origin can show the element only if the server allows it
 * to read the files (`Access-Control-Allow-Origin`); a frame and a link need no permission.
 */
export interface SnippetSource {
  /** The story's page. */
  readonly pageUrl: string
  /** The story file, for the element. */
  readonly storyUrl: string
  /** The story's basemap, for the element, which otherwise shows the small map of the world. */
  readonly basemapUrl: string
  /** The story's streets, for the element, where it has any. */
  readonly streetsUrl?: string
  /** The element's module, `article-map.js`. */
  readonly moduleUrl: string
  /** The script that connects a frame with the article around it, `article-map-host.js`. */
  readonly hostUrl: string
  /** The frame's title and the link's text: `Map of the places in: HEADLINE`, in the story's language. */
  readonly title: string
  /** Whether each place has pages of its own: see {@link redirectPath}. */
  readonly hasPlacePages?: boolean
  /** What readers get of the story where the element cannot be shown. */
  readonly content: LocalizedStory
}

/** What to paste, by kind. HTML has a plain link in it, for systems that remove everything else. */
export interface Snippets {
  /** The bare address of the map, for those who ask it for its oEmbed. */
  readonly address: string
  readonly frame: string
  readonly element: string
  readonly link: string
  /** Whether their addresses lead to the map on this computer alone. */
  readonly isLocal: boolean
}

/** What a publisher can choose. */
export interface SnippetOptions extends FrameOptions {
  /** Whether the passages of the article around a frame lead to the map, and the map to them. */
  readonly isConnected?: boolean
}

/** Writes the HTML that a publisher pastes to embed a story's map. */
export function createSnippets(source: SnippetSource, options: SnippetOptions = {}): Snippets {
  const { place = null, tiles, theme = 'auto', isConnected = false } = options
  const height = clampHeight(options.height ?? frameHeight.usual)
  const link = createLink(source, place)
  const attributes = {
    src: source.storyUrl,
    basemap: source.basemapUrl,
    streets: source.streetsUrl ?? null,
    place,
    // Always written, since the element's default is `off` and the frame's is `auto`.
    tiles: tiles ?? 'auto',
    theme: theme === 'auto' ? null : theme,
    // The room is kept from the start, so that nothing moves when the map comes; until then the places fill it.
    style: `display:block;height:${height}px;overflow:auto`,
  }
  return {
    address: source.pageUrl + redirectPath({ place: source.hasPlacePages ? place : null, theme }),
    // In a block, since themes make columns of a post's blocks. A row of a flex box would make one as narrow as its words.
    frame: [
      '<div style="width:100%">',
      createFrame({ src: frameUrl(source.pageUrl, options), title: source.title, height, isConnected }),
      ...(isConnected ? [`<script async ${writeAttributes({ src: source.hostUrl })}></script>`] : []),
      `<p>${link}</p>`,
      '</div>',
    ].join('\n'),
    element: [
      `<script type="module" ${writeAttributes({ src: source.moduleUrl })}></script>`,
      `<article-map ${writeAttributes(attributes)}>`,
      `  <p>${link}</p>`,
      ...writePlaceList(source.content, frameUrl(source.pageUrl)),
      '</article-map>',
    ].join('\n'),
    link,
    isLocal: isLocal(source.pageUrl),
  }
}

/** Whether an address leads to a file, or to a server that only this computer reaches. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'file:' || /^(?:(?:.+\.)?localhost|127\..+|0\.0\.0\.0|\[::1?\])$/.test(hostname)
}

/**
 * A frame's HTML: it has a title, loads when it comes near, may go full screen, and is as wide as its container, whether
 * its style or its attributes are left, and whatever the page says of frames. Only what gives frames the height of a video
 * makes it lower.
 */
export function createFrame({ src, title, height = frameHeight.usual, isConnected = false }: FrameMarkup): string {
  return `<iframe ${writeAttributes({
    'data-article-map': isConnected ? '' : null,
    src,
    title,
    width: '100%',
    height: String(height),
    frameborder: '0',
    loading: 'lazy',
    allowfullscreen: '',
    referrerpolicy: 'strict-origin-when-cross-origin',
    style: `display:block;width:100%;height:${height}px;max-height:100%;border:0`,
  })}></iframe>`
}

/** What a frame's HTML says. */
export interface FrameMarkup {
  readonly src: string
  readonly title: string
  /** In CSS pixels. */
  readonly height?: number
  /** Whether the host script connects it with the article around it. */
  readonly isConnected?: boolean
}

function createLink({ pageUrl, title }: SnippetSource, place: string | null): string {
  const hash = place === null ? '' : placeHash(place)
  return `<a href="${escapeHtml(frameUrl(pageUrl) + hash)}">${escapeMarkdown(title)}</a>`
}

function writeAttributes(attributes: Readonly<Record<string, string | null>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === null ? [] : [value === '' ? name : `${name}="${escapeHtml(value)}"`]))
    .join(' ')
}
