import { type Attribution, renderAttribution } from './attribution.ts'
import { renderIconButton, renderTextButton } from './button.ts'
import { createElement, isDisplayed } from './element.ts'
import { renderHeading } from './heading.ts'
import { renderIcon } from './icon.ts'
import { renderLegend } from './legend.ts'
import { renderMapImage } from './map-image.ts'
import { type PlaceList, renderPlaceList } from './place-list.ts'
import { renderPlaceFilter } from './place-filter.ts'
import type { Place } from '../story/story.ts'
import type { ViewContext } from './view-context.ts'
import { fill, plural } from '../words/words.ts'

/** What the reader can do with the parts around the map. */
export interface LayoutActions {
  readonly select: (place: Place) => void
  readonly zoomBy: (steps: number) => void
  readonly showAll: () => void
  readonly focusMap: () => void
  /** Whether something comes after the map, to which a reader may want to skip. */
  readonly canSkip: boolean
  /** Absent where the platform has no full screen. */
  readonly toggleFullscreen?: (() => void) | undefined
  /** Absent where the map has no address of its own to hand out. */
  readonly openEmbed?: (() => void) | undefined
}

/** The parts around the map, and the container of the map itself. */
export interface Layout {
  readonly element: HTMLElement
  /** Where the live map goes. */
  readonly map: HTMLElement
  readonly scaleBar: HTMLElement
  readonly list: PlaceList
  readonly attribution: Attribution
  /** What lies over the map: labels keep clear of it. */
  readonly overlays: readonly HTMLElement[]
  /** Says something to everyone, seen or heard: what went wrong, what is missing. Stays until it is dismissed. */
  readonly notify: (message: string) => void
  /** Tells those who do not see it what has changed. */
  readonly announce: (message: string) => void
  /** Shows a hint over the map for a moment. */
  readonly hint: (message: string) => void
  /** Puts the focus on a place's row, unfolding the list where it is folded. */
  readonly focusRow: (place: Place) => void
  /** Folds the list; says whether it lay over the map. The focus that was in it goes to the button that unfolds it, or to the map. */
  readonly closeList: () => boolean
  /** Says on the button whether the map fills the screen. */
  readonly markFullscreen: (on: boolean) => void
}

/** Renders everything of the map but the map. */
export function renderLayout(context: ViewContext, actions: LayoutActions): Layout {
  const { document, words, story } = context
  const map = createElement(document, 'div', {
    class: 'map',
    role: 'group',
    'aria-label': words.mapData,
    'aria-describedby': 'map-keys',
    dir: 'ltr',
  })
  const keys = createElement(document, 'p', { id: 'map-keys', hidden: true }, words.mapKeys)
  const scaleBar = createElement(document, 'div', { class: 'scale', 'aria-hidden': 'true' })
  // No `role=status`, which some programs read out by that name when it is empty.
  const status = createElement(document, 'p', { class: 'unseen', 'aria-live': 'polite' })
  const notice = createElement(document, 'div', { class: 'notice' })
  const hint = createElement(document, 'p', { class: 'hint', 'aria-hidden': 'true' })
  const list = renderPlaceList(context, actions.select)
  const attribution = renderAttribution(context)
  const side = createElement(
    document,
    'div',
    { class: 'side', id: 'places', part: 'list' },
    renderPlaceFilter(context, list.filter),
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
  // Also when a phone's keyboard takes the room that the list had beside the map.
  side.addEventListener('focusin', () => setOpen(true))
  const focusRow = (place: Place): void => {
    setOpen(true)
    list.focus(place)
  }
  const [first] = story.places
  const skip = renderTextButton(document, words.skipToList, () => first && focusRow(first))
  skip.classList.add('skip')
  const end = createElement(document, 'span')
  // A stop only while it has the focus; from one with `tabindex=-1` Chromium goes back to the first.
  const skipMap = renderTextButton(document, words.skipMap, () => {
    end.tabIndex = 0
    end.focus({ preventScroll: true })
  })
  end.addEventListener('blur', () => end.removeAttribute('tabindex'))
  skipMap.classList.add('skip')

  const controls = renderControls(context, actions)
  const foot = createElement(document, 'div', { class: 'foot' }, toggle, scaleBar, attribution.element)
  const element = createElement(
    document,
    'div',
    {
      class: 'layout',
      part: 'frame',
      role: 'region',
      'aria-label': fill(words.mapOf, { headline: story.article.headline }),
      lang: words.language,
      dir: context.direction,
    },
    actions.canSkip && skipMap,
    skip,
    renderHeading(context),
    createElement(
      document,
      'div',
      { class: 'stage' },
      renderMapImage(context),
      map,
      keys,
      controls,
      foot,
      hint,
      notice,
    ),
    side,
    status,
    actions.canSkip && end,
  )
  const announce = (message: string): void => {
    // Said again, it would be no change, and nobody would hear it.
    status.textContent = status.textContent === message ? `${message}\u00a0` : message
  }

  let fading: ReturnType<typeof setTimeout> | undefined
  return {
    element,
    map,
    scaleBar,
    list,
    overlays: [controls, toggle, scaleBar, attribution.element],
    attribution,
    notify: (message) => {
      const close = renderIconButton(document, 'close', words.close, () => notice.replaceChildren())
      notice.replaceChildren(createElement(document, 'p', {}, message), close)
      announce(message)
    },
    announce,
    hint: (message) => {
      hint.textContent = message
      hint.classList.add('seen')
      clearTimeout(fading)
      fading = setTimeout(() => hint.classList.remove('seen'), 1600)
    },
    focusRow,
    closeList: () => {
      // Where the list has room beside the map there is no such button; nor under a popup in the smallest maps.
      const wasOver = element.matches('.list-open') && isDisplayed(toggle)
      const hadFocus = wasOver && side.matches(':focus-within')
      setOpen(false)
      if (hadFocus) (isDisplayed(toggle) ? toggle : map).focus({ preventScroll: true })
      return wasOver
    },
    markFullscreen: (on) => {
      const button = controls.querySelector('.enlarge, .reduce')?.closest('button')
      const label = on ? words.exitFullscreen : words.fullscreen
      button?.setAttribute('title', label)
      button?.replaceChildren(renderIcon(document, on ? 'reduce' : 'enlarge'))
    },
  }
}

function renderControls({ document, words }: ViewContext, actions: LayoutActions): HTMLElement {
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

function renderFoot(context: ViewContext, { focusMap, openEmbed }: LayoutActions): HTMLElement {
  const { document, words } = context
  const back = renderTextButton(document, words.backToMap, focusMap)
  back.classList.add('skip')
  return createElement(
    document,
    'div',
    { class: 'list-foot' },
    renderLegend(context),
    openEmbed && renderTextButton(document, words.embed, openEmbed),
    back,
  )
}
