import type { Basemap, BasemapShape } from '../cartography/basemap.ts'
import { casing, classOf, inDrawingOrder, isDrawn, streetWidth } from '../cartography/street-width.ts'
import { createSvg } from './element.ts'

/**
 * Renders the shapes of a basemap that are drawn at a zoom, which the style sheet colours by their classes.
 * @param pathData gives the data of a shape's SVG path; a shape without any is left out
 */
export function renderShapes(
  document: Document,
  { shapes }: Basemap,
  zoom: number,
  pathData: (shape: BasemapShape) => string,
): SVGElement {
  const paths = inDrawingOrder(shapes).flatMap(({ shape, isCasing }) => {
    const d = isDrawn(shape, zoom) ? pathData(shape) : ''
    if (d === '') return []
    const width = streetWidth(shape, zoom)
    const stroke = width === undefined ? undefined : (width + (isCasing ? casing : 0)).toFixed(1)
    return [createSvg(document, 'path', { class: classOf(shape, isCasing), d, 'stroke-width': stroke })]
  })
  return createSvg(document, 'g', { class: 'basemap' }, ...paths)
}
