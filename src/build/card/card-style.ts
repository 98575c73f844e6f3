import { type LabelStyle, labelStyles } from '../../cartography/label-requests.ts'
import { arabicFamily } from './card-text.ts'

/**
 * The card's font is narrower than most system fonts, so that names of places can be a pixel larger in the same room.
 */
const place: LabelStyle = { ...labelStyles.place, size: labelStyles.place.size + 1 }

function writeLabelStyle({ size, spacing, weight, italic }: LabelStyle): string {
  return `font-size: ${size}px; letter-spacing: ${spacing}px; font-weight: ${weight}; font-style: ${italic ? 'italic' : 'normal'};`
}

/**
 * Writes the style of the social card: that of the live map in its light colours. The card's renderer supports neither
 * custom properties nor `light-dark()`, and scales strokes with the drawing.
 * @param unit the pixels in a unit of the basemap's drawing
 */
export function writeCardStyle(unit: number): string {
  const stroke = (pixels: number): string => (pixels / unit).toFixed(2)
  return `
text { font-family: 'Source Sans 3'; }
.panel { fill: #fffdf9; }
.rule { fill: none; stroke: #ddd6c9; stroke-width: 2; }
.headline { font-family: 'Source Serif 4'; font-weight: 700; fill: #22201c; }
.dateline { fill: #635d54; }
.name { font-weight: 600; fill: #22201c; }
.credits { font-size: 8.5px; fill: #635a4b; text-anchor: end; }
.sea-all { fill: #d3dfe4; }
.basemap path { fill: none; stroke-linejoin: round; }
.basemap .land { fill: #f1ede3; fill-rule: evenodd; }
.basemap .home { fill: #fbf9f3; fill-rule: evenodd; }
.basemap .lake { fill: #d3dfe4; fill-rule: evenodd; stroke: #b4c6cd; stroke-width: ${stroke(0.7)}; }
.basemap .coast { stroke: #b4c6cd; stroke-width: ${stroke(1)}; }
.basemap .border { stroke: #b3a996; stroke-width: ${stroke(1)}; }
.basemap .river { stroke: #a4bfca; stroke-width: ${stroke(1)}; }
.basemap .river.rank-1 { stroke-width: ${stroke(1.8)}; }
.shape { fill: #a3261b; fill-opacity: 0.14; stroke: #a3261b; stroke-width: ${stroke(2)}; }
.shape.line { fill: none; stroke-width: ${stroke(3)}; }
.accuracy { fill: none; stroke: #a3261b; stroke-opacity: 0.4; stroke-width: ${stroke(1.2)}; }
.label { fill: #635a4b; stroke: #fbf9f3; stroke-opacity: 0.85; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; text-anchor: middle; }
.label.right { text-anchor: start; }
.label.left { text-anchor: end; }
${Object.entries({ ...labelStyles, place })
  .map(([kind, style]) => `.label.${kind} { ${writeLabelStyle(style)} }`)
  .join('\n')}
.label.sea, .label.lake, .label.river { fill: #4d6d7b; }
.label.sea { stroke: none; }
.label.place { fill: #22201c; stroke-width: 4px; }
.dot { fill: #635a4b; stroke: #fbf9f3; }
.symbol .body { fill: #a3261b; stroke: #fffdf9; stroke-width: 1.5; }
.symbol .ring { fill: none; stroke: #a3261b; stroke-width: 2; }
.symbol .halo { fill: #fffdf9; opacity: 0.85; }
.symbol.region .body { fill: #fffdf9; stroke: #a3261b; stroke-width: 2.5; }
.symbol .number { font-size: 13px; font-weight: 700; fill: #fff; }
.symbol.region .number { fill: #a3261b; }
.arabic { font-family: '${arabicFamily}'; }
`
}
