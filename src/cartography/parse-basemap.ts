import type { BasemapLabel, BasemapShape, StreetKind } from './basemap.ts'
import type { BasemapFile, LabelFile, ShapeFile } from './basemap-file.ts'

/** A basemap that cannot be drawn, with what is wrong with it. */
export class BasemapError extends Error {
  override readonly name = 'BasemapError'
}

const shapeKinds: Readonly<Record<Exclude<BasemapShape['kind'], StreetKind>, true>> = {
  land: true,
  home: true,
  lake: true,
  coast: true,
  border: true,
  river: true,
}
const labelKinds: Readonly<Record<BasemapLabel['kind'], true>> = {
  sea: true,
  lake: true,
  river: true,
  country: true,
  capital: true,
  town: true,
  street: true,
  area: true,
}

/**
 * Parses a basemap's file. Shapes, labels and credits that are wrong are left out, so that one of them does not take the map
 * with it.
 * @param onFault is told of each fault that the map survives, such as `labels[3] is no label`
 * @throws {BasemapError} if what remains is no map
 */
export function parseBasemap(text: string, onFault: (fault: string) => void = () => {}): BasemapFile {
  const { bounds, grids, shapes, labels, credits } = parseMembers(text)
  if (!isBounds(bounds)) throw new BasemapError('its bounds must be [west, south, east, north] in degrees')
  if (!isList(grids, isGrid)) throw new BasemapError('its grids must be a list of {"steps": number, "arcs": text}')
  const itemsOf = <T>(list: unknown, name: string, isItem: (item: unknown) => item is T): readonly T[] => {
    if (!Array.isArray(list)) onFault(`${name} is no list`)
    return (Array.isArray(list) ? list : []).filter((item: unknown, i): item is T => {
      if (isItem(item)) return true
      onFault(`${name}[${i}] is no ${name.slice(0, -1)}`)
      return false
    })
  }
  const drawn = itemsOf(shapes, 'shapes', isShape)
  if (drawn.length === 0) throw new BasemapError('it has no shapes')
  const arcCount = grids.reduce((count, { arcs }) => count + arcs.split(' ').length, 0)
  const isArc = (index: number): boolean => Number.isInteger(index) && index < arcCount && ~index < arcCount
  if (!drawn.every(({ lines }) => lines.flat().every(isArc))) onFault('a shape has an arc that is not there')
  return {
    bounds,
    grids,
    shapes: drawn,
    labels: itemsOf(labels, 'labels', isLabel),
    credits: itemsOf(credits, 'credits', isCredit),
  }
}

/** The members of a file's object. @throws {BasemapError} if it is no JSON */
export function parseMembers(text: string): Partial<Record<string, unknown>> {
  try {
    return membersOf(JSON.parse(text))
  } catch {
    throw new BasemapError('it is no JSON')
  }
}

/** The members of an object; of anything else, none. */
export function membersOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value : {}
}

/** Whether a value is a list of such items. */
export function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem)
}

/** Whether a value is a finite number. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isKind<K extends string>(kinds: Readonly<Record<K, true>>, value: unknown): value is K {
  return typeof value === 'string' && Object.keys(kinds).includes(value)
}

/** Whether a value is a box on the map, in degrees. */
export function isBounds(value: unknown): value is BasemapFile['bounds'] {
  if (!isList(value, isNumber) || value.length !== 4) return false
  const [west = 0, south = 0, east = 0, north = 0] = value
  return west < east && south < north && south >= -90 && north <= 90 && east - west <= 360
}

function isGrid(value: unknown): value is BasemapFile['grids'][number] {
  const { steps, arcs } = membersOf(value)
  return isNumber(steps) && steps > 0 && typeof arcs === 'string'
}

function isShape(value: unknown): value is ShapeFile {
  const { kind, rank, filled, lines } = membersOf(value)
  const isLine = (line: unknown): line is readonly number[] => isList(line, isNumber)
  return isKind(shapeKinds, kind) && isNumber(rank) && typeof filled === 'boolean' && isList(lines, isLine)
}

/** Whether a value is a label's row. */
export function isLabel(value: unknown): value is LabelFile {
  if (!Array.isArray(value)) return false
  const [kind, longitude, latitude, name, minZoom, more] = value as readonly unknown[]
  const { names = {}, angle = 0 } = membersOf(more)
  return (
    isKind(labelKinds, kind) &&
    [longitude, latitude, minZoom, angle].every(isNumber) &&
    Math.abs(Number(latitude)) <= 90 &&
    [name, ...Object.values(membersOf(names))].every((text) => typeof text === 'string' && text.trim() !== '')
  )
}

/** Whether a value credits a source. */
export function isCredit(value: unknown): value is BasemapFile['credits'][number] {
  const { text, url, license } = membersOf(value)
  return [text, url, license].every((part) => typeof part === 'string' && part !== '')
}
