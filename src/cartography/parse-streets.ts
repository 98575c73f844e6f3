import {
  BasemapError,
  isBounds,
  isCredit,
  isLabel,
  isList,
  isNumber,
  membersOf,
  parseMembers,
} from './parse-basemap.ts'
import type { StreetKind } from './basemap.ts'
import { streetKinds, type StreetsFile } from './streets.ts'

/** Parses a file of streets. @throws {BasemapError} if it is none */
export function parseStreets(text: string): StreetsFile {
  const { bounds, steps, shapes, labels, credits } = parseMembers(text)
  if (!isList(bounds, isBounds)) throw new BasemapError('its bounds must be a list of [west, south, east, north]')
  if (!isNumber(steps) || steps <= 0) throw new BasemapError('its steps must be a number')
  if (!isList(shapes, isShape)) throw new BasemapError('its shapes must be a list of {"kind": text, "arcs": text}')
  if (!isList(labels, isLabel)) throw new BasemapError('its labels must be a list of labels')
  if (!isList(credits, isCredit)) throw new BasemapError('its credits must be a list of credits')
  return { bounds, steps, shapes, labels, credits }
}

function isShape(value: unknown): value is StreetsFile['shapes'][number] {
  const { kind, arcs } = membersOf(value)
  return streetKinds.includes(kind as StreetKind) && typeof arcs === 'string' && arcs !== ''
}
