import type { BasemapShape } from './basemap.ts'

/** How much wider a street's outline is than the street, in pixels. */
export const casing = 1.2

/** The width of a street's lines at a zoom, in pixels; undefined for what is no street. */
export function streetWidth({ width, least = 0 }: BasemapShape, zoom: number): number | undefined {
  return width === undefined ? undefined : Math.max(least, width * 1.6 ** (zoom - 15))
}

/** Whether a shape is drawn at a zoom. */
export function isDrawn({ from = 0, to = Infinity }: BasemapShape, zoom: number): boolean {
  return zoom >= from && zoom < to
}

/** Shapes in drawing order, each with whether it is the outline of a street: those come before all streets. */
export function inDrawingOrder(shapes: readonly BasemapShape[]): { shape: BasemapShape; isCasing: boolean }[] {
  const cased = shapes.filter((shape) => shape.cased)
  const part = (isCasing: boolean) => (shape: BasemapShape) => ({ shape, isCasing })
  return [
    ...shapes.filter((shape) => !shape.cased).map(part(false)),
    ...cased.map(part(true)),
    ...cased.map(part(false)),
  ]
}

/** The class by which the style sheet knows a shape. */
export function classOf({ kind, rank }: BasemapShape, isCasing: boolean): string {
  return isCasing ? 'casing' : `${kind} rank-${rank}`
}
