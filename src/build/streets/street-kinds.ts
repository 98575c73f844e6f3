import type { StreetKind } from '../../cartography/basemap.ts'
import { isStreetArea, streetKinds } from '../../cartography/streets.ts'

type Tags = Readonly<Record<string, string>>

/** The kind of each value of a key of OpenStreetMap; `*` is any other value. The first key that a feature has decides. */
const kinds: readonly (readonly [key: string, Readonly<Record<string, StreetKind>>])[] = [
  [
    'highway',
    {
      ...valuesAre('motorway', 'motorway', 'trunk'),
      ...valuesAre('major', 'primary', 'secondary', 'tertiary', 'motorway_link', 'trunk_link'),
      ...valuesAre('minor', 'residential', 'unclassified', 'living_street', 'road', 'pedestrian', 'busway'),
      ...valuesAre('minor', 'primary_link', 'secondary_link', 'tertiary_link'),
      ...valuesAre('service', 'service', 'track'),
      ...valuesAre('path', 'footway', 'path', 'steps', 'cycleway', 'bridleway'),
    },
  ],
  ['railway', valuesAre('rail', 'rail', 'light_rail', 'tram', 'narrow_gauge')],
  ['barrier', valuesAre('wall', 'city_wall')],
  ['historic', valuesAre('wall', 'citywalls')],
  ['building', { '*': 'building' }],
  ['waterway', { ...valuesAre('waterway', 'river', 'canal', 'stream'), ...valuesAre('water', 'riverbank', 'dock') }],
  ['natural', { ...valuesAre('water', 'water', 'bay'), ...valuesAre('green', 'wood', 'scrub', 'grassland', 'heath') }],
  ['leisure', { stadium: 'site', ...valuesAre('green', 'park', 'garden', 'golf_course', 'nature_reserve') }],
  ['amenity', { ...valuesAre('site', 'hospital', 'university'), grave_yard: 'green' }],
  [
    'landuse',
    {
      ...valuesAre('water', 'reservoir', 'basin'),
      ...valuesAre('green', 'forest', 'grass', 'cemetery', 'recreation_ground', 'meadow', 'orchard', 'village_green'),
      ...valuesAre('built-up', 'residential', 'commercial', 'retail', 'industrial'),
    },
  ],
  ['place', valuesAre('open', 'square')],
]

function valuesAre(kind: StreetKind, ...values: readonly string[]): Record<string, StreetKind> {
  return Object.fromEntries(values.map((value) => [value, kind]))
}

/** A street on foot that is drawn as an area is a square. */
const squares: readonly (StreetKind | undefined)[] = ['minor', 'path']

/**
 * The kind of a feature by its tags: those of OpenStreetMap, or `class` with a kind of ours.
 * @returns undefined where it is not drawn
 */
export function kindOf(tags: Tags, isArea: boolean): StreetKind | undefined {
  const kind = kindOfTags(tags)
  if (isArea && squares.includes(kind))
    return tags['highway'] === 'pedestrian' || tags['area'] === 'yes' ? 'open' : kind
  if (kind === undefined || !isStreetArea(kind)) return kind
  return isArea ? kind : undefined
}

function kindOfTags(tags: Tags): StreetKind | undefined {
  // What is under the ground is not seen.
  if (tags['tunnel'] !== undefined && tags['tunnel'] !== 'no' && tags['highway'] === undefined) return undefined
  const own = classes[tags['class'] ?? '']
  if (own) return own
  for (const [key, values] of kinds) {
    const value = tags[key]
    const kind = value === undefined ? undefined : (values[value] ?? values['*'])
    if (kind) return kind
  }
  return undefined
}

const classes: Readonly<Record<string, StreetKind>> = {
  ...Object.fromEntries(streetKinds.map((kind) => [kind, kind])),
  ...valuesAre('minor', 'roundabout'),
  ...valuesAre('site', 'stadium', 'hospital'),
}
