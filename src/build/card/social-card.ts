import type { Resvg } from '@resvg/resvg-js'
import { parseHTML } from 'linkedom'
import { decodeBasemap } from '../../cartography/basemap-file.ts'
import { zoomOfWorldSize } from '../../cartography/mercator.ts'
import { openingView } from '../../cartography/opening-view.ts'
import { createSvg } from '../../view/element.ts'
import type { PageData } from '../../view/page-document.ts'
import { boxWidth } from '../../view/static/static-projection.ts'
import { renderStaticMap } from '../../view/static/static-map.ts'
import { renderSymbol } from '../../view/symbol.ts'
import type { ViewContext } from '../../view/view-context.ts'
import { markupOf } from '../markup.ts'
import { fontOptions, isArabic, legal, setLines, type TextStyle } from './card-text.ts'
import { cardSize } from './card-size.ts'
import { writeCardStyle } from './card-style.ts'

/** The width of the headline's column and its padding, in pixels. */
const column = 440
const padding = 40
/** Cards are shown small: the map is drawn larger than on a screen by this factor. */
const magnification = 1.5

const headline: TextStyle = { family: 'Source Serif 4', weight: 700, size: 46, leading: 1.1 }
const dateline: TextStyle = { family: 'Source Sans 3', weight: 400, size: 21, leading: 1.3 }
const name: TextStyle = { family: 'Source Sans 3', weight: 600, size: 24, leading: 1.3 }
const rowHeights = { least: 38, most: 46 }

/**
 * Draws a story's card, which is shown with links to it: its headline, the list of its places, and its map. Returns a
 * PNG.
 */
export async function renderSocialCard(data: PageData): Promise<Uint8Array> {
  // Loaded only when needed: it is a native module, with a binary for each platform.
  const { Resvg } = await import('@resvg/resvg-js')
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const card = drawCard({ ...data, document }, data, Resvg)
  const xml = legal(markupOf(card))
  return new Resvg(xml, { font: fontOptions(xml) }).render().asPng()
}

function drawCard(context: ViewContext, data: PageData, Renderer: typeof Resvg): SVGElement {
  const { document, direction } = context
  const isMirrored = direction === 'rtl'
  const card = createSvg(document, 'svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: cardSize.x,
    height: cardSize.y,
    viewBox: `0 0 ${cardSize.x} ${cardSize.y}`,
  })
  const map = drawMap(context, data)
  map.element.setAttribute('transform', `translate(${isMirrored ? 0 : column} 0) scale(${magnification})`)
  const panel = createSvg(document, 'g', { transform: `translate(${isMirrored ? cardSize.x - column : 0} 0)` })
  panel.append(
    createSvg(document, 'rect', { class: 'panel', width: column, height: cardSize.y }),
    createSvg(document, 'path', { class: 'rule', d: `M${isMirrored ? 0 : column} 0V${cardSize.y}` }),
    ...drawText(context, Renderer),
  )
  for (const text of [...map.element.querySelectorAll('text'), ...panel.querySelectorAll('text')]) setDirection(text)
  card.append(createSvg(document, 'style', {}, writeCardStyle(map.unit)), map.element, panel)
  return card
}

/**
 * The renderer sets every line from left to right, and Arabic letters in any font that has them, unless told
 * otherwise.
 */
function setDirection(text: Element): void {
  const content = text.textContent ?? ''
  if (!isArabic(content)) return
  text.setAttribute('class', `${text.getAttribute('class') ?? ''} arabic`)
  text.textContent = `\u2067${content}\u2069`
}

/** Draws the map beside the column, with its credits. Returns also the pixels in a unit of the basemap's drawing. */
function drawMap(context: ViewContext, { basemap: file }: PageData): { element: SVGElement; unit: number } {
  const { document, story } = context
  const basemap = decodeBasemap(file)
  const size = { x: (cardSize.x - column) / magnification, y: cardSize.y / magnification }
  const view = openingView(story.places, basemap)
  const scale = Math.min(size.x, (size.y * view.width) / view.height)
  const breakpoints = [{ scale, zoom: zoomOfWorldSize(scale / view.width), size }]
  const { element, points } = renderStaticMap(context, basemap, { view, breakpoints, placeLink: () => '' })
  element.setAttribute('width', String(size.x))
  element.setAttribute('height', String(size.y))
  for (const [i, { x, y }] of points.entries()) {
    for (const sign of element.querySelectorAll(`.p${i}`)) {
      sign.setAttribute('transform', `translate(${size.x / 2 + x * scale} ${size.y / 2 + y * scale})`)
    }
  }
  for (const text of element.querySelectorAll('.numbers')) text.remove()
  // A picture has no links. Linkedom also writes their attributes as HTML, which is no valid XML.
  for (const link of element.querySelectorAll('a'))
    for (const name of ['href', 'aria-label']) link.removeAttribute(name)
  // The card's renderer has no `text-transform`.
  for (const text of element.querySelectorAll('.label.country')) {
    text.textContent = (text.textContent ?? '').toLocaleUpperCase(context.words.language)
  }
  const credits = basemap.credits.map(({ text }) => text).join(' · ')
  const sea = createSvg(document, 'rect', { class: 'sea-all', width: size.x, height: size.y })
  element.prepend(sea)
  element.append(createSvg(document, 'text', { class: 'credits', x: size.x - 8, y: size.y - 8 }, credits))
  return { element: createSvg(document, 'g', {}, element), unit: scale / boxWidth }
}

function drawText(context: ViewContext, Renderer: typeof Resvg): SVGElement[] {
  const { document, direction, story, date } = context
  const { article, places } = story
  const isMirrored = direction === 'rtl'
  const width = column - 2 * padding
  const x = isMirrored ? column - padding : padding
  const drawn: SVGElement[] = []
  let y = padding
  const draw = (text: string, style: TextStyle, className: string, at = x): void => {
    y += style.size * style.leading
    const attributes = { class: className, x: at, y: y - style.size * 0.3, 'font-size': style.size }
    drawn.push(createSvg(document, 'text', { ...attributes, 'text-anchor': isMirrored ? 'end' : 'start' }, text))
  }
  const lines = setLines(Renderer, article.headline, headline, width, 5)
  for (const line of lines.lines) draw(line, lines.style, 'headline')
  y += 10
  const about = [date, article.publisher].filter(Boolean).join(' · ')
  if (about !== '') draw(about, dateline, 'dateline')

  const room = cardSize.y - padding - y - 20
  const rowHeight = Math.min(rowHeights.most, Math.max(rowHeights.least, room / places.length))
  const count = Math.min(places.length, Math.floor(room / rowHeight))
  for (const [i, place] of places.slice(0, count).entries()) {
    const middle = cardSize.y - padding - (count - i - 0.5) * rowHeight
    const isCut = i === count - 1 && count < places.length
    const [text = ''] = setLines(Renderer, isCut ? '…' : place.name, name, width - 52, 1).lines
    y = middle - name.size * (name.leading - 0.66)
    draw(text, name, 'name', isMirrored ? x - 52 : x + 52)
    if (isCut) break
    const symbol = renderSymbol(document, place)
    symbol.setAttribute('x', '-16')
    symbol.setAttribute('y', '-16')
    const at = isMirrored ? x - 18 : x + 18
    drawn.push(createSvg(document, 'g', { transform: `translate(${at} ${middle}) scale(1.12)` }, symbol))
  }
  return drawn
}
