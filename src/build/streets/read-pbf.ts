import { existsSync } from 'node:fs'
import { createOSMStream } from 'osm-pbf-parser-node'
import type { Bounds } from '../../cartography/basemap.ts'
import { FileError } from '../text-file.ts'
import { kindOf } from './street-kinds.ts'

/** An element of OpenStreetMap, as Overpass writes it. */
interface Element {
  readonly type: 'node' | 'way' | 'relation'
  readonly id: number
  readonly tags?: Readonly<Record<string, string>>
  readonly lat?: number
  readonly lon?: number
  readonly refs?: readonly number[]
  readonly members?: readonly { readonly type: string; readonly ref: number; readonly role: string }[]
}

/**
 * Reads the streets in some boxes from OpenStreetMap's PBF, which may be a whole country: thrice, since a way names its
 * nodes, and a relation its ways, and only those that lie here are kept.
 * @returns elements as in the JSON of Overpass
 * @throws {FileError} if it cannot be read
 */
export async function readPbf(path: string, around: readonly Bounds[]): Promise<{ elements: object[] }> {
  if (!existsSync(path)) throw new FileError(path, 'is not there')
  const isHere = ({ lon = NaN, lat = NaN }: Element): boolean =>
    around.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north)
  const here = new Set<number>()
  const ways = new Map<number, Element>()
  const relations: Element[] = []
  const nodes: Element[] = []
  const wanted = new Set<number>()
  try {
    for await (const element of elementsOf(path)) {
      if (element.type === 'node' && isHere(element)) here.add(element.id)
      // Ways stand behind their nodes.
      if (element.type === 'way' && element.refs?.some((id) => here.has(id))) ways.set(element.id, element)
      const isArea = element.type === 'relation' && element.tags?.['type'] === 'multipolygon'
      if (isArea && kindOf(element.tags ?? {}, true) && element.members?.some(({ ref }) => ways.has(ref))) {
        relations.push(element)
      }
    }
    const parts = new Set(relations.flatMap(({ members = [] }) => members.map(({ ref }) => ref)))
    for await (const element of elementsOf(path)) {
      if (element.type === 'way' && parts.has(element.id)) ways.set(element.id, element)
    }
    for (const { refs = [] } of ways.values()) for (const id of refs) wanted.add(id)
    for await (const element of elementsOf(path)) {
      if (element.type === 'node' && wanted.has(element.id)) nodes.push({ ...element, tags: {} })
    }
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new FileError(path, 'is not OpenStreetMap’s PBF, or not all of it')
  }
  const drawn = [...ways.values()].map(({ refs, ...way }) => ({ ...way, nodes: refs }))
  return { elements: [...nodes, ...drawn, ...relations] }
}

async function* elementsOf(path: string): AsyncGenerator<Element> {
  for await (const item of createOSMStream(path, { withTags: true, withInfo: false })) {
    if (typeof item === 'object' && item !== null && 'type' in item) yield item as Element
  }
}
