import { metresAround, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { roundLength } from '../../cartography/scale.ts'
import { createElement } from '../element.ts'
import { formatLength } from '../../words/words.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from '../../cartography/breakpoints.ts'

/** The scale bar for maps between two breakpoints. */
export interface ScaleBar {
  readonly element: HTMLElement
  /** The length that it stands for, in words. It is written by the style: of all bars a reader sees one. */
  readonly text: string
  /** Its width, in shares of the width of the opening view's box. */
  readonly share: number
}

/** Renders the scale bars of the static map, one for each breakpoint: a round length, at most about 100 pixels wide. */
export function renderScaleBars(
  { document, words }: ViewContext,
  view: OpeningView,
  breakpoints: readonly Breakpoint[],
): ScaleBar[] {
  const metres = metresAround(unproject(view.center)) * view.width
  return breakpoints.map(({ scale }, i) => {
    // For a map that is a little larger than the breakpoint.
    const length = roundLength((100 / (scale * 1.06)) * metres)
    const classes = ['scale', `scale-${i}`, i > 0 && `from-${i}`, i < breakpoints.length - 1 && `to-${i}`]
    const element = createElement(document, 'div', { class: classes.filter(Boolean).join(' '), 'aria-hidden': 'true' })
    return { element, text: formatLength(words, length), share: length / metres }
  })
}
