import type { Credit } from '../cartography/basemap.ts'
import { renderIconButton, renderTextButton } from './button.ts'
import { createElement } from './element.ts'
import { renderLegend } from './legend.ts'
import { type PlaceList, renderPlaceList } from './place-list.ts'
import { formatDate } from './quantity.ts'
import type { ViewContext } from './view-context.ts'
import { fill, plural } from './words/words.ts'

/** What the reader can do with the parts around the map. */
export interface FrameActions {
  select(id: string): void
  zoomBy(steps: number): void
  showAll(): void
  focusMap(): void
  /** Absent where the platform has no full screen. */
  toggleFullscreen?: (() => void) | undefined
  /** Absent where the map has no address of its own to hand out. */
  openEmbed?: (() => void) | undefined
}

/** The parts around the map, and the container of the map itself. */
export interface Frame {
  readonly element: HTMLElement
  /** Where the live map goes. */
  readonly map: HTMLElement
  readonly scaleBar: HTMLElement
  readonly list: PlaceList
  readonly attribution: Attribution
  /** Says something to everyone, seen or heard: what went wrong, what is missing. Empty hides it. */
  notify(message: string): void
  /** Tells those who do not see it what has changed. */
  announce(message: string): void
  /** Shows a hint over the map for a moment. */
  hint(message: string): void
  closeList(): void
}

/** Names who the map comes from. */
export interface Attribution {
  show(credits: readonly Pick<Credit, 'text' | 'url'>[]): void
}

/** Renders everything of the map but the map. */
export function renderFrame(context: ViewContext, actions: FrameActions): Frame {
  const { document, words, story } = context
  const map = createElement(document, 'div', { class: 'map', role: 'group', 'aria-label': words.mapKeys, dir: 'ltr' })
  const scaleBar = createElement(document, 'div', { class: 'scale', 'aria-hidden': 'true' })
  const status = createElement(document, 'p', { class: 'unseen', role: 'status' })
  const notice = createElement(document, 'p', { class: 'notice', role: 'status' })
  const hint = createElement(document, 'p', { class: 'hint', 'aria-hidden': 'true' })
  const list = renderPlaceList(context, actions.select)
  const attribution = createElement(document, 'p', { class: 'attribution', part: 'attribution' })
  const side = createElement(
    document,
    'div',
    { class: 'side', id: 'places', part: 'list' },
    list.element,
    renderFoot(context, actions),
  )
  const toggle = createElement(
    document,
    'button',
    { type: 'button', class: 'text-button list-toggle', 'aria-expanded': 'false', 'aria-controls': 'places' },
    plural(words, words.places, story.places.length),
  )
  const setOpen = (open: boolean): void => {
    toggle.setAttribute('aria-expanded', String(open))
    element.classList.toggle('list-open', open)
  }
  toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'))
  const skip = renderTextButton(document, words.skipToList, () => {
    setOpen(true)
    const first = story.places[0]
    if (first) list.focus(first.id)
  })
  skip.classList.add('skip')

  const element = createElement(
    document,
    'div',
    {
      class: 'frame',
      part: 'frame',
      role: 'region',
      'aria-label': fill(words.mapOf, { headline: story.article.headline }),
      lang: words.language,
      dir: words.language === 'ar' ? 'rtl' : 'ltr',
    },
    skip,
    renderHeading(context),
    createElement(
      document,
      'div',
      { class: 'stage' },
      map,
      renderControls(context, actions),
      createElement(document, 'div', { class: 'foot' }, toggle, scaleBar, attribution),
      hint,
      notice,
    ),
    side,
    status,
  )

  let fading: ReturnType<typeof setTimeout> | undefined
  return {
    element,
    map,
    scaleBar,
    list,
    attribution: {
      show: (credits) =>
        attribution.replaceChildren(
          ...credits.map(({ text, url }) =>
            createElement(document, 'a', { href: url, target: '_blank', rel: 'noopener' }, text),
          ),
        ),
    },
    notify: (message) => (notice.textContent = message),
    announce: (message) => (status.textContent = message),
    hint: (message) => {
      hint.textContent = message
      hint.classList.add('seen')
      clearTimeout(fading)
      fading = setTimeout(() => hint.classList.remove('seen'), 1600)
    },
    closeList: () => setOpen(false),
  }
}

/** The article's headline and date. */
export function renderHeading({ document, words, story: { article } }: ViewContext): HTMLElement {
  const { headline, datePublished, publisher, inLanguage } = article
  return createElement(
    document,
    'header',
    { class: 'heading', part: 'heading' },
    createElement(document, 'h2', { lang: inLanguage, dir: 'auto' }, headline),
    createElement(
      document,
      'p',
      { class: 'dateline' },
      words.placesInArticle,
      datePublished !== undefined && ' · ',
      datePublished !== undefined &&
        createElement(document, 'time', { datetime: datePublished }, formatDate(datePublished, words.language)),
      publisher !== undefined && ` · ${publisher}`,
    ),
  )
}

function renderControls({ document, words }: ViewContext, actions: FrameActions): HTMLElement {
  const { toggleFullscreen } = actions
  return createElement(
    document,
    'div',
    { class: 'controls', part: 'controls' },
    renderIconButton(document, 'plus', words.zoomIn, () => actions.zoomBy(1)),
    renderIconButton(document, 'minus', words.zoomOut, () => actions.zoomBy(-1)),
    renderIconButton(document, 'all', words.showAll, () => actions.showAll()),
    toggleFullscreen && renderIconButton(document, 'enlarge', words.fullscreen, toggleFullscreen),
  )
}

function renderFoot(context: ViewContext, { focusMap, openEmbed }: FrameActions): HTMLElement {
  const { document, words } = context
  const back = renderTextButton(document, words.backToMap, focusMap)
  back.classList.add('skip')
  return createElement(
    document,
    'footer',
    { class: 'list-foot' },
    renderLegend(context),
    openEmbed && renderTextButton(document, words.embed, openEmbed),
    back,
  )
}
