import { parseHTML } from 'linkedom'
import { decodeBasemap } from '../../cartography/basemap-file.ts'
import { imageSourceOf, readTiles } from '../../cartography/tiles.ts'
import { placeHash } from '../../embed/frame-address.ts'
import { createElement } from '../../view/element.ts'
import { type PageData, renderPageData } from '../../view/page-document.ts'
import { renderStaticStory } from '../../view/static/static-story.ts'
import { markupOf } from '../markup.ts'
import { writeContentSecurityPolicy, writeDevelopmentPolicy } from './content-security.ts'
import { createJsonLd, serializeJsonLd } from './json-ld.ts'
import { type PageAddress, renderPageHead } from './page-head.ts'
import { createPlacesFile } from './places-file.ts'

/** What a page is made of besides its data. */
export interface PageParts {
  /** The page to fill. It has an `<article-map>`, and a `<script src>` that `script` replaces. */
  readonly template: string
  /** The style that all stories share. */
  readonly style: string
  /** What stories with streets have besides. */
  readonly streetStyle?: string
  /** The module to write into the page. Without one, as in development, the template's script stays, and the policy is that of development. */
  readonly script?: string
  readonly address: PageAddress
}

/**
 * Renders a story's page, whole in one file, but for the places of a large story: see {@link createPlacesFile}. First comes what
 * a reader sees without a script: the headline, the map as a drawing, the list with all quotes. Then come the data, and the
 * script that replaces the drawing with the live map.
 */
export function renderStoryPage(
  data: PageData,
  { template, style, streetStyle = '', script, address }: PageParts,
): string {
  const { document } = parseHTML(template)
  const { story, words, direction } = data
  const basemap = decodeBasemap(data.basemap)
  const map = document.querySelector('article-map')
  const entry = document.querySelector('script[src]')
  if (!map || !entry) throw new TypeError('The template must hold an <article-map> and a <script src>.')
  document.documentElement.setAttribute('lang', story.article.inLanguage ?? words.language)
  document.documentElement.setAttribute('dir', direction)

  const staticStory = renderStaticStory(
    { ...data, document, headlineTag: 'h1' },
    basemap,
    placeHash,
    `${address.folder}story.geojson`,
  )
  map.replaceChildren(staticStory.element)

  const styles = [basemap.streets ? style + streetStyle : style, staticStory.style]
  const module = script === undefined ? undefined : inlineScript(script)
  const { source } = readTiles(map.getAttribute('tiles'), null)
  const images = source ? [imageSourceOf(source)] : []
  const policy =
    module === undefined
      ? writeDevelopmentPolicy(images)
      : writeContentSecurityPolicy({ scripts: [module], styles, images })
  const meta = createElement(document, 'meta', { 'http-equiv': 'Content-Security-Policy', content: policy })
  // After the encoding, and before everything that the policy applies to.
  document.querySelector('meta[charset]')?.after(meta)
  const head = renderPageHead(document, data, address)
  document.title = head.title
  document.head.append(...head.elements, ...styles.map((text) => createElement(document, 'style', {}, text)))

  const placesFile = createPlacesFile(story.places)
  const jsonLd = createJsonLd({
    story,
    title: head.title,
    pageUrl: address.pageUrl ?? (address.folder || './'),
    ...(head.imageUrl !== undefined && { imageUrl: head.imageUrl }),
  })
  entry.before(
    createElement(document, 'script', { type: 'application/ld+json' }, serializeJsonLd(jsonLd)),
    renderPageData(document, data, staticStory.insets, placesFile && address.folder + placesFile.url),
  )
  if (module !== undefined) entry.replaceWith(createElement(document, 'script', { type: 'module' }, module))
  return `${markupOf(document)}\n`
}

/**
 * A module for an inline script: nothing in it ends the script or starts a comment, and nothing looks like a link, which
 * programs that make copies of pages would rewrite. What would do so occurs in strings and regular expressions only, where
 * `\x3c` means the same as `<`. It is written in Latin-1: with one other character, browsers keep all of it in twice the memory.
 */
function inlineScript(script: string): string {
  return script
    .replace(/<(?=\/script|script|!--|a href=|iframe )/gi, '\\x3c')
    .replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .trim()
}
