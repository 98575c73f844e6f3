import { createSvg } from './element.ts'

/** The drawings of the interface's buttons, on a grid of 20 by 20, as strokes. */
const drawings = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  all: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M10 8v4M8 10h4',
  enlarge: 'M11 9l6-6M12 3h5v5M9 11l-6 6M8 17H3v-5',
  reduce: 'M17 3l-6 6M11 4v5h5M3 17l6-6M9 16v-5H4',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  forth: 'M8 4l6 6-6 6',
} as const

/** A drawing's name. */
export type IconName = keyof typeof drawings

/** A button's drawing; the button's own label says what it means. */
export function renderIcon(document: Document, name: IconName): SVGElement {
  return createSvg(
    document,
    'svg',
    { class: `icon ${name}`, width: 20, height: 20, viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    createSvg(document, 'path', { d: drawings[name] }),
  )
}
