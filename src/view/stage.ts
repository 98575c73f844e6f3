import { plural } from '../words/words.ts'
import { type Attribution, renderAttribution } from './attribution.ts'
import { renderIconButton } from './button.ts'
import { createElement } from './element.ts'
import { renderIcon } from './icon.ts'
import type { ViewContext } from './view-context.ts'

/** What the reader can do with the buttons over the map. */
export interface StageActions {
  readonly zoomBy: (steps: number) => void
  readonly showAll: () => void
  /** Absent where the platform has no full screen. */
  readonly toggleFullscreen?: (() => void) | undefined
}

/** The container of the live map, with all that lies over it. */
export interface Stage {
  readonly element: HTMLElement
  /** Where the live map goes. */
  readonly map: HTMLElement
  readonly scaleBar: HTMLElement
  readonly attribution: Attribution
  /** The button that unfolds the list. */
  readonly toggle: HTMLElement
  /** What lies over the map: labels keep clear of it. */
  readonly overlays: readonly HTMLElement[]
  /** Shows a message until the reader dismisses it. */
  readonly notify: (message: string) => void
  /** Shows a hint over the map for a moment. */
  readonly hint: (message: string) => void
  /** Says on the button whether the map fills the screen. */
  readonly markFullscreen: (on: boolean) => void
}

/** Renders everything of the map but the map. */
export function renderStage(context: ViewContext, actions: StageActions): Stage {
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
  const notice = createElement(document, 'div', { class: 'notice' })
  const hint = createElement(document, 'p', { class: 'hint', 'aria-hidden': 'true' })
  const attribution = renderAttribution(context)
  const toggle = createElement(
    document,
    'button',
    { type: 'button', class: 'text-button list-toggle', 'aria-expanded': 'false', 'aria-controls': 'places' },
    plural(words, words.places, story.places.length),
  )
  const controls = renderControls(context, actions)
  const foot = createElement(document, 'div', { class: 'foot' }, toggle, scaleBar, attribution.element)
  const parts = [map, keys, controls, foot, hint, notice]
  let fading: ReturnType<typeof setTimeout> | undefined
  return {
    element: createElement(document, 'div', { class: 'stage' }, ...parts),
    map,
    scaleBar,
    attribution,
    toggle,
    overlays: [controls, toggle, scaleBar, attribution.element],
    notify: (message) => {
      const close = renderIconButton(document, 'close', words.close, () => notice.replaceChildren())
      notice.replaceChildren(createElement(document, 'p', {}, message), close)
    },
    hint: (message) => {
      hint.textContent = message
      hint.classList.add('seen')
      clearTimeout(fading)
      fading = setTimeout(() => hint.classList.remove('seen'), 1600)
    },
    markFullscreen: (on) => {
      const button = controls.querySelector('.enlarge, .reduce')?.closest('button')
      const label = on ? words.exitFullscreen : words.fullscreen
      button?.setAttribute('title', label)
      button?.replaceChildren(renderIcon(document, on ? 'reduce' : 'enlarge'))
    },
  }
}

function renderControls({ document, words }: ViewContext, actions: StageActions): HTMLElement {
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
