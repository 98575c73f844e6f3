import type { Anchor } from '../cartography/label-placement.ts'
import { labelStyles, type MapLabel } from '../cartography/label-requests.ts'
import { createSvg } from './element.ts'

/**
 * Draws a label beside its point, which is the origin, or a river's along its course. A town also has a dot on the point.
 * @param rise how far the middle of its marker is above the point, in pixels
 */
export function renderLabel(
  document: Document,
  label: MapLabel,
  anchor: Anchor = 'center',
  className?: string,
  rise = 0,
): SVGElement {
  const { kind, angle, text, distance, distanceUp, height } = label
  const isDotted = kind === 'town' || kind === 'capital'
  const side = { right: 1, left: -1, above: 0, below: 0, center: 0 }[anchor]
  const up = { right: 0, left: 0, above: -1, below: 1, center: 0 }[anchor]
  // The baseline is about a third of the font size below the middle of the letters.
  const baseline = 0.35 * labelStyles[kind].size
  const y = up * (distanceUp + height / 2) - rise + baseline
  const name = createSvg(
    document,
    'text',
    {
      class: ['label', kind, side !== 0 && anchor].filter(Boolean).join(' '),
      x: side === 0 ? undefined : side * (distance + 1),
      y: Number(y.toFixed(1)),
      transform: angle === 0 ? undefined : `rotate(${Math.round(angle)})`,
    },
    text,
  )
  const dot = isDotted && createSvg(document, 'circle', { class: `dot ${kind}`, r: kind === 'capital' ? 3 : 2 })
  return createSvg(document, 'g', { class: className }, dot, name)
}
