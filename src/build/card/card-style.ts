import { palette } from '../../view/palette.ts'
import { arabicFamily } from './card-fonts.ts'
import { type LabelStyle, labelStyles } from '../../cartography/label-requests.ts'

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
 * @param insetUnit those in a unit of an inset's
 */
export function writeCardStyle(unit: number, insetUnit: number): string {
  return `
text { font-family: 'Source Sans 3'; }
.panel { fill: ${palette.paper}; }
.rule { fill: none; stroke: ${palette.line}; stroke-width: 2; }
.headline { font-family: 'Source Serif 4'; font-weight: 700; fill: ${palette.ink}; }
.dateline { fill: ${palette.muted}; }
.name { font-weight: 600; fill: ${palette.ink}; }
.credits { font-size: 8.5px; fill: ${palette.label}; text-anchor: end; }
.sea-all { fill: ${palette.water}; }
.basemap path { fill: none; stroke-linejoin: round; }
.basemap .land { fill: ${palette.land}; fill-rule: evenodd; }
.basemap .home { fill: ${palette.home}; fill-rule: evenodd; }
.basemap .lake { fill: ${palette.water}; fill-rule: evenodd; stroke: ${palette.coast}; }
.basemap .coast { stroke: ${palette.coast}; }
.basemap .border { stroke: ${palette.border}; }
.basemap .river { stroke: ${palette.river}; }
.shape { fill: ${palette.accent}; fill-opacity: 0.14; stroke: ${palette.accent}; }
.shape.line { fill: none; }
.accuracy { fill: none; stroke: ${palette.accent}; stroke-opacity: 0.4; }
.label { fill: ${palette.label}; stroke: ${palette.home}; stroke-opacity: 0.85; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; text-anchor: middle; }
.label.right { text-anchor: start; }
.label.left { text-anchor: end; }
.basemap .built-up { fill: ${palette.builtUp}; }
.basemap .open { fill: ${palette.open}; }
.basemap .green { fill: ${palette.green}; }
.basemap .site, .basemap .building { fill: ${palette.building}; }
.basemap .water { fill: ${palette.water}; stroke: ${palette.coast}; }
.basemap .waterway { stroke: ${palette.water}; }
.basemap .wall, .basemap .rail { stroke: ${palette.border}; }
.basemap .path { stroke: ${palette.casing}; }
.basemap .service, .basemap .minor, .basemap .major, .basemap .motorway { stroke: ${palette.street}; stroke-linecap: round; }
.basemap .casing { stroke: ${palette.casing}; }
${Object.entries({ ...labelStyles, place })
  .map(([kind, style]) => `.label.${kind} { ${writeLabelStyle(style)} }`)
  .join('\n')}
.label.sea, .label.lake, .label.river { fill: ${palette.waterInk}; }
.label.sea { stroke: none; }
.label.place { fill: ${palette.ink}; stroke-width: 4px; }
.dot { fill: ${palette.label}; stroke: ${palette.home}; }
.dot.capital { fill: ${palette.home}; stroke: ${palette.label}; stroke-width: 1.5; }
.symbol .body { fill: ${palette.accent}; stroke: ${palette.paper}; stroke-width: 1.5; }
.symbol .ring { fill: none; stroke: ${palette.accent}; stroke-width: 2; }
.symbol .halo { fill: ${palette.paper}; opacity: 0.85; }
.symbol.region .body { fill: ${palette.paper}; stroke: ${palette.accent}; stroke-width: 2.5; }
.symbol .number { font-size: 13px; font-weight: 700; fill: ${palette.onAccent}; }
.symbol.region .number { fill: ${palette.accent}; }
.arabic { font-family: '${arabicFamily}'; }
.edge { fill: none; stroke: ${palette.label}; }
.leader, .inset-scale line { stroke: ${palette.label}; }
.frame { fill: ${palette.accent}; fill-opacity: 0.12; stroke: ${palette.accent}; stroke-width: 2; }
${writeStrokes('', unit)}
${writeStrokes('.inset ', insetUnit)}
`
}

/** Writes how thick lines are that are scaled with their drawing. */
function writeStrokes(within: string, unit: number): string {
  const stroke = (pixels: number): string => (pixels / unit).toFixed(2)
  return [
    `.basemap .lake, ${within}.basemap .water { stroke-width: ${stroke(0.7)}; }`,
    `.basemap .coast, ${within}.basemap .border, ${within}.basemap .river { stroke-width: ${stroke(1)}; }`,
    `.basemap .river.rank-1 { stroke-width: ${stroke(1.8)}; }`,
    `.shape { stroke-width: ${stroke(2)}; }`,
    `.shape.approximate, ${within}.shape.region { stroke-dasharray: ${stroke(6)} ${stroke(4)}; }`,
    `.shape.line { stroke-width: ${stroke(3)}; }`,
    `.accuracy { stroke-width: ${stroke(1.2)}; }`,
    `.accuracy.approximate { stroke-dasharray: ${stroke(4)} ${stroke(4)}; }`,
  ]
    .map((rule) => within + rule)
    .join('\n')
}
