import { metresAround, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { roundLength } from '../../cartography/scale.ts'
import { createElement } from '../element.ts'
import { formatLength } from '../../words/words.ts'
import type { ViewContext } from '../view-context.ts'
import type { Breakpoint } from './breakpoints.ts'

/** The scale bar between two breakpoints. */
export interface ScaleBar {
  readonly element: HTMLElement
  /** Its width, in shares of the width of the opening view's box. */
  readonly share: number
}

/** The scale bars of the static map, one from each breakpoint on: a round length of at most about 100 pixels. */
export function renderScaleBars(
  { document, words }: ViewContext,
  view: OpeningView,
  breakpoints: readonly Breakpoint[],
): ScaleBar[] {
  const metres = metresAround(unproject(view.center)) * view.width
  return breakpoints.map(({ scale }, i) => {
    // Half way to the next breakpoint.
    const length = roundLength((100 / (scale * 1.06)) * metres)
    const classes = ['scale', `scale-${i}`, i > 0 && `from-${i}`, i < breakpoints.length - 1 && `to-${i}`]
    const element = createElement(
      document,
      'div',
      { class: classes.filter(Boolean).join(' '), 'aria-hidden': 'true' },
      formatLength(words, length),
    )
    return { element, share: length / metres }
  })
}
