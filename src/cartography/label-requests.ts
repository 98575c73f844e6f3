import type { BasemapLabel } from './basemap.ts'
import type { Anchor, LabelRequest } from './label-placement.ts'
import type { Point } from './mercator.ts'
import type { PlaceGroup } from './place-groups.ts'

/** What a label names: part of the basemap, or a place or group of the story. */
export type LabelKind = BasemapLabel['kind'] | 'place'

/** A label with its text and how it is to be drawn. */
export interface MapLabel extends LabelRequest {
  readonly kind: LabelKind
  readonly text: string
  /** Degrees clockwise from east: of a river's course. */
  readonly angle: number
  /** The group that the label names, of kind `place`. */
  readonly group?: PlaceGroup
}

/** How the labels of a kind are set: font size in pixels, and what letter-spacing adds to each letter, in pixels. */
export interface LabelStyle {
  readonly size: number
  readonly spacing: number
  readonly weight: 400 | 600
  readonly italic: boolean
}

/** The typography of the map. The style sheets of the view set the same, which a test compares. */
export const labelStyles: Readonly<Record<LabelKind, LabelStyle>> = {
  place: { size: 13, spacing: 0, weight: 600, italic: false },
  country: { size: 12, spacing: 2.2, weight: 400, italic: false },
  capital: { size: 12, spacing: 0, weight: 600, italic: false },
  town: { size: 11.5, spacing: 0, weight: 400, italic: false },
  sea: { size: 13, spacing: 1, weight: 400, italic: true },
  lake: { size: 11, spacing: 0, weight: 400, italic: true },
  river: { size: 11, spacing: 0.5, weight: 400, italic: true },
}

/** Gives the width in pixels of a text set in the style of a kind. */
export type Measure = (text: string, kind: LabelKind) => number

/** A guess at a text's width for where no font can be asked; rather too wide than too narrow. */
export const guessWidth: Measure = (text, kind) => {
  const { size, spacing, weight } = labelStyles[kind]
  return Array.from(text).length * (size * (kind === 'country' ? 0.72 : weight === 600 ? 0.6 : 0.56) + spacing)
}

const beside: readonly Anchor[] = ['right', 'left', 'below', 'above']
/** The name of an area may stand a little above or below its middle, where that is taken; a river's stays on its course. */
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

/** A label of the basemap in a language (BCP 47), where it is to be had in it. */
export function basemapLabel(label: BasemapLabel, language: string, point: Point, measure: Measure): MapLabel {
  const { kind, angle = 0 } = label
  const text = nameIn(label, language)
  const length = measure(text, kind)
  const turn = (angle * Math.PI) / 180
  const size = labelStyles[kind].size * 1.3
  const dotted = kind === 'town' || kind === 'capital'
  return {
    kind,
    text,
    ...(kind === 'country' ? { once: text } : {}),
    point,
    angle,
    width: Math.abs(length * Math.cos(turn)) + Math.abs(size * Math.sin(turn)),
    height: Math.abs(length * Math.sin(turn)) + Math.abs(size * Math.cos(turn)),
    anchors: dotted ? beside : kind === 'river' ? along : within,
    distance: dotted ? 5 : 0,
    distanceUp: dotted ? 3 : areaShift,
  }
}

function nameIn({ name, names, kind }: BasemapLabel, language: string): string {
  if (kind === 'country' && name.length === 2) {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(name) ?? name
  }
  return names[language] ?? names[language.split('-')[0] ?? ''] ?? name
}
