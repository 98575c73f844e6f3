import type { Point } from '../../cartography/mercator.ts'
import type { OpeningView } from '../../cartography/opening-view.ts'
import type { Breakpoint } from '../../cartography/breakpoints.ts'
import type { StaticInset } from './static-insets.ts'
import type { ScaleBar } from './static-scale.ts'

/**
 * Writes the part of the static map's style that depends on the story: the positions of its points, and what is shown at
 * which breakpoints. (The page's Content Security Policy allows styles by their hash, but no style attributes.)
 */
export function writeStaticStyle(
  { width, height }: OpeningView,
  points: readonly Point[],
  breakpoints: readonly Breakpoint[],
  scaleBars: readonly ScaleBar[],
  insets: readonly StaticInset[],
): string {
  return [
    `.stage{--ratio:${short(width / height)}}`,
    ...points.map(({ x, y }, i) => `.p${i}{--x:${short(x)};--y:${short(y)}}`),
    ...insets.map(({ style }) => style),
    ...scaleBars.map(
      ({ share, text }, i) =>
        `.scale-${i}{inline-size:calc(${short(share)}*var(--s))}.scale-${i}::before{content:${JSON.stringify(text)}}`,
    ),
    ...breakpoints.slice(1).flatMap(({ size }, i) => {
      const large = `(min-width:${Math.ceil(size.x)}px) and (min-height:${Math.ceil(size.y)}px)`
      return [
        `@container stage not (${large}){.from-${i + 1}{display:none}}`,
        `@container stage ${large}{.to-${i}{display:none}}`,
      ]
    }),
  ].join('')
}

/** Four digits are a quarter of a pixel on the largest screen. */
function short(value: number): string {
  return String(Number(value.toFixed(4))).replace(/^(-?)0\./, '$1.')
}
