import { metresAround, unproject } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import { roundLength } from '../../cartography/scale.ts'
import { createElement } from '../element.ts'
import type { Level } from './static-levels.ts'
import type { ViewContext } from '../view-context.ts'
import { formatLength } from '../../words/words.ts'

/** The scale bar of one level. */
export interface ScaleBar {
  readonly element: HTMLElement
  /** Its width, in shares of the width of the opening view's box. */
  readonly share: number
}

/** The scale bars of the static map, one for each level: a round length of at most about 100 pixels. */
export function renderScaleBars(
  { document, words }: ViewContext,
  view: OpeningView,
  levels: readonly Level[],
): ScaleBar[] {
  const metres = metresAround(unproject(view.center)) * view.width
  return levels.map(({ scale }, i) => {
    // Half way to the next level.
    const length = roundLength((100 / (scale * 1.06)) * metres)
    const classes = ['scale', `scale-${i}`, i > 0 && `from-${i}`, i < levels.length - 1 && `to-${i}`]
    const element = createElement(
      document,
      'div',
      { class: classes.filter(Boolean).join(' '), 'aria-hidden': 'true' },
      formatLength(words, length),
    )
    return { element, share: length / metres }
  })
}
