import type { FrameOptions } from './frame-address.ts'
import { clampHeight, frameUrl, placeHash } from './frame-address.ts'
import { escapeHtml } from './html-text.ts'

/**
 * What the snippets are about. URLs are absolute. A page of another origin can show the element only where the server
 * allows it to read the three files (`Access-Control-Allow-Origin`); a frame and a link need no such thing.
 */
export interface SnippetSource {
  /** The story's page. */
  readonly pageUrl: string
  /** The story file, for the element. */
  readonly storyUrl: string
  /** The story's basemap, for the element, which else has none but that of the whole world. */
  readonly basemapUrl: string
  /** The element's module, `article-map.js`. */
  readonly moduleUrl: string
  /** Names the frame to who cannot see it, and the link: `Map of the places in: HEADLINE`, in the story's language. */
  readonly title: string
}

/** What to paste, by kind. Each is HTML on a few lines, and each holds a plain link for where nothing else is let through. */
export interface Snippets {
  readonly frame: string
  readonly element: string
  readonly link: string
}

/** The height of a frame, CSS pixels, where none is chosen. */
export const DEFAULT_HEIGHT = 480

/** Writes what a publisher pastes to show a story's map, with the options chosen. */
export function createSnippets(source: SnippetSource, options: FrameOptions = {}): Snippets {
  const { place, tiles, theme } = options
  const height = clampHeight(options.height ?? DEFAULT_HEIGHT)
  const link = createLink(source, place ?? null)
  const attributes = {
    src: source.storyUrl,
    basemap: source.basemapUrl,
    place: place ?? null,
    // Always said: an element asks nobody for streets unless it is told to, a frame does unless it is told not to.
    tiles: tiles ?? 'auto',
    theme: theme === 'auto' ? null : (theme ?? null),
    style: `display:block;height:${height}px`,
  }
  return {
    frame: `${createFrame({ src: frameUrl(source.pageUrl, options), title: source.title, height })}\n<p>${link}</p>`,
    element: [
      `<script type="module" ${writeAttributes({ src: source.moduleUrl })}></script>`,
      `<article-map ${writeAttributes(attributes)}>`,
      `  ${link}`,
      '</article-map>',
    ].join('\n'),
    link,
  }
}

/** The frame's markup: with a name, loaded when it is near, allowed full screen and nothing else, as wide as there is room. */
export function createFrame({ src, title, width = 600, height = DEFAULT_HEIGHT }: FrameMarkup): string {
  return `<iframe ${writeAttributes({
    src,
    title,
    width: String(width),
    height: String(height),
    loading: 'lazy',
    allow: 'fullscreen',
    allowfullscreen: '',
    referrerpolicy: 'strict-origin-when-cross-origin',
    style: 'width:100%;border:0',
  })}></iframe>`
}

/** What a frame's markup says. Sizes in CSS pixels. */
export interface FrameMarkup {
  readonly src: string
  readonly title: string
  readonly width?: number
  readonly height?: number
}

function createLink({ pageUrl, title }: SnippetSource, place: string | null): string {
  const hash = place === null ? '' : placeHash(place)
  return `<a href="${escapeHtml(frameUrl(pageUrl) + hash)}">${escapeHtml(title)}</a>`
}

function writeAttributes(attributes: Readonly<Record<string, string | null>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === null ? [] : [value === '' ? name : `${name}="${escapeHtml(value)}"`]))
    .join(' ')
}
