import { parseHTML } from 'linkedom'
import { streetsFrom } from '../../cartography/streets.ts'
import type { Basemap } from '../../cartography/basemap.ts'
import { decodeBasemap } from '../../cartography/basemap-file.ts'
import { insetBox, insetWidth, leadersOf, type PlannedInset } from '../../cartography/inset.ts'
import type { Box } from '../../cartography/label-placement.ts'
import { type Point, unproject, zoomOfWorldSize } from '../../cartography/mercator.ts'
import { type OpeningView, openingView } from '../../cartography/opening-view.ts'
import { createSvg } from '../../view/element.ts'
import { renderInset } from '../../view/inset.ts'
import { buttonsOf, planInsets } from '../../view/inset-plan.ts'
import type { PageData } from '../../view/page-document.ts'
import { boxWidth } from '../../view/static/static-projection.ts'
import { drawStaticInset } from '../../view/static/static-insets.ts'
import { footAndButtons } from '../../view/static/static-placement.ts'
import { renderStaticMap } from '../../view/static/static-map.ts'
import { renderSymbol } from '../../view/symbol.ts'
import type { ViewContext } from '../../view/view-context.ts'
import { nearestWorldCopy } from '../../cartography/world-copy.ts'
import { formatDate } from '../../words/quantity.ts'
import { markupOf } from '../markup.ts'
import { fontOptions, isArabic, isRightToLeft, lackingCharacters } from './card-fonts.ts'
import { createMeasure, type Measure, setLines, type TextStyle } from './card-text.ts'
import { cardSize } from './card-size.ts'
import { writeCardStyle } from './card-style.ts'
import { legal } from './xml-text.ts'

/** The width of the headline's column and its padding, in pixels. */
const column = 440
const padding = 40
/** Cards are shown small: the map is drawn larger than on a screen by this factor. */
const magnification = 1.5

const headline: TextStyle = { family: 'Source Serif 4', weight: 700, size: 46, leading: 1.1 }
const dateline: TextStyle = { family: 'Source Sans 3', weight: 400, size: 21, leading: 1.3 }
const name: TextStyle = { family: 'Source Sans 3', weight: 600, size: 24, leading: 1.3 }
const rowHeights = { least: 38, most: 46 }

/** A story's card. */
export interface SocialCard {
  readonly png: Uint8Array
  /** The letters that cannot be set on this machine. The texts that have them are left out. */
  readonly lacking: readonly string[]
}

/** Draws a story's card, which is shown with links to it: its headline, the list of its places, and its map. */
export async function renderSocialCard(data: PageData): Promise<SocialCard> {
  // Loaded only when needed: it is a native module, with a binary for each platform.
  const { Resvg } = await import('@resvg/resvg-js')
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const context: ViewContext = { ...data, document }
  const map = drawMap(context, data)
  const labels = [...map.element.querySelectorAll('text')].map(({ textContent }) => textContent ?? '')
  const texts = [...labels, ...wordsOf(context)]
  const font = fontOptions(texts)
  const lacking = lackingCharacters(Resvg, texts, font)
  const card = drawCard(context, map, new Pen(createMeasure(Resvg, font), lacking))
  const png = new Resvg(legal(markupOf(card)), { font }).render().asPng()
  return { png, lacking: [...lacking].filter(isLetter) }
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

/** What sets texts on the card, and knows what cannot be set. */
class Pen {
  readonly #measure: Measure
  readonly #lacking: ReadonlySet<string>

  constructor(measure: Measure, lacking: ReadonlySet<string>) {
    this.#measure = measure
    this.#lacking = lacking
  }

  /** A text as it can be drawn: without the signs that no font has, and empty if there are letters that none has. */
  drawable(text: string): string {
    const characters = Array.from(text)
    if (characters.some((character) => isLetter(character) && this.#lacking.has(character))) return ''
    const drawn = characters.filter((character) => !this.#lacking.has(character)).join('')
    return drawn.replace(/\s+/g, ' ').trim()
  }

  /** See {@link setLines}. */
  set(text: string, style: TextStyle, width: number, most: number): { lines: string[]; style: TextStyle } {
    return setLines(this.#measure, this.drawable(text), style, width, most)
  }
}

function drawCard(context: ViewContext, map: CardMap, pen: Pen): SVGElement {
  const { document, direction } = context
  const isMirrored = direction === 'rtl'
  const card = createSvg(document, 'svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: cardSize.x,
    height: cardSize.y,
    viewBox: `0 0 ${cardSize.x} ${cardSize.y}`,
  })
  map.element.setAttribute('transform', `translate(${isMirrored ? 0 : column} 0) scale(${magnification})`)
  const panel = createSvg(document, 'g', { transform: `translate(${isMirrored ? cardSize.x - column : 0} 0)` })
  panel.append(
    createSvg(document, 'rect', { class: 'panel', width: column, height: cardSize.y }),
    createSvg(document, 'path', { class: 'rule', d: `M${isMirrored ? 0 : column} 0V${cardSize.y}` }),
    ...drawText(context, pen),
  )
  for (const text of [...map.element.querySelectorAll('text'), ...panel.querySelectorAll('text')]) {
    text.textContent = pen.drawable(text.textContent ?? '')
    setDirection(text)
  }
  card.append(createSvg(document, 'style', {}, writeCardStyle(map.unit, map.insetUnit)), map.element, panel)
  return card
}

/** The renderer sets every line from left to right, and Arabic letters in any font that has them, unless told otherwise. */
function setDirection(text: Element): void {
  const content = text.textContent ?? ''
  if (isArabic(content)) text.setAttribute('class', `${text.getAttribute('class') ?? ''} arabic`)
  if (isRightToLeft(content)) text.textContent = `\u2067${content}\u2069`
}

/** The map beside the column, and the pixels in a unit of the basemap's drawing. */
interface CardMap {
  readonly element: SVGElement
  readonly unit: number
  /** Those in a unit of an inset's drawing. */
  readonly insetUnit: number
}

/** Draws the map beside the column, with its credits. */
function drawMap(context: ViewContext, data: PageData): CardMap {
  const { document, story } = context
  const basemap = decodeBasemap(data.basemap)
  const size = { x: (cardSize.x - column) / magnification, y: cardSize.y / magnification }
  const view = openingView(story, basemap)
  const scale = Math.min(size.x, (size.y * view.width) / view.height)
  const zoom = zoomOfWorldSize(scale / view.width)
  const breakpoints = [{ scale, zoom, size }]
  const copy = nearestWorldCopy(basemap, unproject(view.center)[0])
  const insets = renderCardInsets(context, copy, view, size)
  const keptClear = { ofAll: [...footAndButtons(size).ofAll, ...insets.map(({ box }) => box)], ofNames: [] }
  const { element, points } = renderStaticMap(context, basemap, {
    view,
    breakpoints,
    placeLink: () => '',
    keptClear: () => keptClear,
  })
  element.setAttribute('width', String(size.x))
  element.setAttribute('height', String(size.y))
  for (const [i, { x, y }] of points.entries()) {
    for (const sign of element.querySelectorAll(`.p${i}`)) {
      sign.setAttribute('transform', `translate(${size.x / 2 + x * scale} ${size.y / 2 + y * scale})`)
    }
  }
  scaleStreets(element, scale)
  element.append(...insets.flatMap(({ parts }) => parts))
  for (const text of element.querySelectorAll('.numbers')) text.remove()
  // A picture has no links. Linkedom also writes their attributes as HTML, which is no valid XML.
  for (const link of element.querySelectorAll('a'))
    for (const name of ['href', 'aria-label']) link.removeAttribute(name)
  // The card's renderer has no `text-transform`.
  for (const text of element.querySelectorAll('.label.country')) {
    text.textContent = (text.textContent ?? '').toLocaleUpperCase(context.words.language)
  }
  // The streets' credit comes first; too small to be drawn, they have none.
  const closest = Math.max(zoom, ...insets.map(({ inset }) => zoomOfWorldSize(insetWidth(size) / inset.view.width)))
  const drawn = basemap.streets && closest < streetsFrom ? basemap.credits.slice(1) : basemap.credits
  const credits = drawn.map(({ text }) => text).join(' · ')
  const sea = createSvg(document, 'rect', { class: 'sea-all', width: size.x, height: size.y })
  element.prepend(sea)
  element.append(createSvg(document, 'text', { class: 'credits', x: size.x - 8, y: size.y - 8 }, credits))
  return {
    element: createSvg(document, 'g', {}, element),
    unit: scale / boxWidth,
    insetUnit: insetWidth(size) / boxWidth,
  }
}

/** The card's renderer scales strokes with the drawing. @param scale how wide the drawing is, in pixels */
function scaleStreets(drawing: Element, scale: number): void {
  for (const street of drawing.querySelectorAll('.basemap [stroke-width]')) {
    street.setAttribute('stroke-width', String((Number(street.getAttribute('stroke-width')) * boxWidth) / scale))
  }
}

/** Draws the insets of the card's map, with their leaders. */
function renderCardInsets(
  context: ViewContext,
  basemap: Basemap,
  view: OpeningView,
  size: Point,
): { inset: PlannedInset; box: Box; parts: SVGElement[] }[] {
  const { document } = context
  return planInsets(context, basemap, view, size).map((inset) => {
    const box = insetBox(inset.corner, size, buttonsOf(context))
    const { left: x, top: y } = box
    const [width, height] = [box.right - x, box.bottom - y]
    const map = renderInset(context, basemap, inset, drawStaticInset(context, basemap)).querySelector('svg')
    if (!map) return { inset, box, parts: [] }
    for (const [name, value] of Object.entries({ x, y, width, height, class: 'inset' }))
      map.setAttribute(name, String(value))
    scaleStreets(map, width)
    map.prepend(createSvg(document, 'rect', { class: 'sea-all', width, height }))
    const leaders = inset.marker ? leadersOf(box, inset.marker) : []
    return {
      inset,
      box,
      parts: [
        ...leaders.map(([from, to]) =>
          createSvg(document, 'path', { class: 'leader', d: `M${from.x} ${from.y}L${to.x} ${to.y}` }),
        ),
        map,
        createSvg(document, 'rect', { class: 'edge', x, y, width, height }),
      ],
    }
  })
}

/** The date as the article's language writes it, with who published it. */
function aboutOf({ story: { article }, words }: ViewContext): string {
  const { datePublished, inLanguage, publisher } = article
  const date = datePublished === undefined ? undefined : formatDate(datePublished, inLanguage ?? words.language)
  return [date, publisher].filter(Boolean).join(' · ')
}

/** All that stands in the column. */
function wordsOf(context: ViewContext): string[] {
  const { article, places } = context.story
  return [article.headline, aboutOf(context), ...places.map((place) => place.name)]
}

function drawText(context: ViewContext, pen: Pen): SVGElement[] {
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
  const lines = pen.set(article.headline, headline, width, 5)
  for (const line of lines.lines) draw(line, lines.style, 'headline')
  y += 10
  const about = pen.drawable(aboutOf(context)) || pen.drawable(date ?? '')
  if (about !== '') draw(about, dateline, 'dateline')

  const room = cardSize.y - padding - y - 20
  const rowHeight = Math.min(rowHeights.most, Math.max(rowHeights.least, room / places.length))
  const count = Math.min(places.length, Math.floor(room / rowHeight))
  for (const [i, place] of places.slice(0, count).entries()) {
    const middle = cardSize.y - padding - (count - i - 0.5) * rowHeight
    const isCut = i === count - 1 && count < places.length
    const {
      lines: [text = ''],
      style,
    } = pen.set(isCut ? '…' : place.name, name, width - 52, 1)
    y = middle - style.size * (style.leading - 0.66)
    draw(text, style, 'name', isMirrored ? x - 52 : x + 52)
    if (isCut) break
    const symbol = renderSymbol(document, place)
    symbol.setAttribute('x', '-16')
    symbol.setAttribute('y', '-16')
    const at = isMirrored ? x - 18 : x + 18
    drawn.push(createSvg(document, 'g', { transform: `translate(${at} ${middle}) scale(1.12)` }, symbol))
  }
  return drawn
}
