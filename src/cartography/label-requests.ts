import type { BasemapLabel } from './basemap.ts'
import type { Anchor, LabelRequest } from './label-placement.ts'
import type { Point } from './mercator.ts'
import type { PlaceGroup } from './place-groups.ts'

/** What a label names: part of the basemap, or a place or group of the story. */
export type LabelKind = BasemapLabel['kind'] | 'place'

/** A label with its text and what is needed to draw it. */
export interface MapLabel extends LabelRequest {
  readonly kind: LabelKind
  readonly text: string
  /** The direction of a river's or street's course, in degrees clockwise from east; 0 for all other kinds. */
  readonly angle: number
  /** The group that the label names, of kind `place`. */
  readonly group?: PlaceGroup
}

/** The typography of the labels of a kind: font size and letter-spacing in pixels. */
export interface LabelStyle {
  readonly size: number
  readonly spacing: number
  readonly weight: 400 | 600
  readonly italic: boolean
}

/** The typography of the map. The view's style sheets must set the same; a test compares them. */
export const labelStyles: Readonly<Record<LabelKind, LabelStyle>> = {
  place: { size: 13, spacing: 0, weight: 600, italic: false },
  country: { size: 12, spacing: 2.2, weight: 400, italic: false },
  capital: { size: 12, spacing: 0, weight: 600, italic: false },
  town: { size: 11.5, spacing: 0, weight: 400, italic: false },
  sea: { size: 13, spacing: 1, weight: 400, italic: true },
  lake: { size: 11, spacing: 0, weight: 400, italic: true },
  river: { size: 11, spacing: 0.5, weight: 400, italic: true },
  street: { size: 11, spacing: 0.2, weight: 400, italic: false },
  area: { size: 11, spacing: 0, weight: 400, italic: false },
}

/** Measures the width in pixels of a text set in the style of a kind. */
export type Measure = (text: string, kind: LabelKind) => number

/** Estimates a text's width where no font can be measured; rather too wide than too narrow. */
export const guessWidth: Measure = (text, kind) => {
  const { size, spacing, weight } = labelStyles[kind]
  return Array.from(text).length * (size * (kind === 'country' ? 0.72 : weight === 600 ? 0.6 : 0.56) + spacing)
}

const beside: readonly Anchor[] = ['right', 'left', 'below', 'above']
/**
 * The name of an area may stand a little below or above its middle, if that is taken; a river's stays on its course.
 */
const within: readonly Anchor[] = ['center', 'below', 'above']
const along: readonly Anchor[] = ['center']
const areaShift = 14

/** The label of a group or single place, beside its marker. `halfWidth` is half its marker's width, in pixels. */
export function placeLabel(
  group: PlaceGroup,
  text: string,
  point: Point,
  halfWidth: number,
  measure: Measure,
): MapLabel {
  return {
    kind: 'place',
    text,
    group,
    point,
    angle: 0,
    width: measure(text, 'place'),
    height: 18,
    anchors: beside,
    distance: halfWidth + 4,
    distanceUp: 20,
  }
}

/** A label of the basemap in a language (BCP 47), or in its common form where there is none in that language. */
export function basemapLabel(label: BasemapLabel, language: string, point: Point, measure: Measure): MapLabel {
  const { kind, angle = 0 } = label
  const text = nameIn(label, language)
  const length = measure(text, kind)
  const radians = (angle * Math.PI) / 180
  const size = labelStyles[kind].size * 1.3
  const dotted = kind === 'town' || kind === 'capital'
  return {
    kind,
    text,
    ...(kind === 'country' ? { once: text } : {}),
    point,
    angle,
    width: Math.abs(length * Math.cos(radians)) + Math.abs(size * Math.sin(radians)),
    height: Math.abs(length * Math.sin(radians)) + Math.abs(size * Math.cos(radians)),
    anchors: dotted ? beside : kind === 'river' || kind === 'street' ? along : within,
    distance: dotted ? 5 : 0,
    distanceUp: dotted ? 3 : areaShift,
  }
}

/** The name of a label in a language (BCP 47), or in its common form where there is none in that language. */
export function nameIn({ name, names, kind }: Pick<BasemapLabel, 'name' | 'names' | 'kind'>, language: string): string {
  if (kind === 'country' && /^[A-Z]{2}$/.test(name)) {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(name) ?? name
  }
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? name
}
