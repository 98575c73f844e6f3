import { gunzipSync } from 'node:zlib'
import type { Bounds } from '../../cartography/basemap.ts'
import { doBoxesMeet, joinBoxes } from '../basemap/rings.ts'
import { gzip } from '../gzip.ts'

/** A part of a layer. Its content is anything that JSON can hold. */
export interface Cell<Content> {
  /** What the content covers, in degrees; may go on beyond the antimeridian. */
  readonly box: Bounds
  readonly content: Content
}

/** Whatever has a box. */
interface Boxed {
  readonly box: Bounds
}

/** The width and height of a cell, in degrees. */
const cellSize = 10

/** Puts things into cells by the middle of their boxes. A cell's own box holds all of them. */
export function groupByCell<Thing extends Boxed>(things: readonly Thing[]): { box: Bounds; things: Thing[] }[] {
  const cells = new Map<string, Thing[]>()
  for (const thing of things) {
    const [west, south, east, north] = thing.box
    const key = [(west + east) / 2, (south + north) / 2].map((middle) => Math.floor(middle / cellSize)).join()
    const cell = cells.get(key)
    if (cell) cell.push(thing)
    else cells.set(key, [thing])
  }
  return [...cells.values()].map((members) => ({
    box: members.map((member) => member.box).reduce((a, b) => joinBoxes(a, b)),
    things: members,
  }))
}

/**
 * Encodes a layer of the world pack: a line of JSON with the box and the length of each cell, then the cells, each a text of
 * JSON in gzip.
 */
export function encodeLayer(cells: readonly Cell<unknown>[]): Uint8Array {
  const contents = cells.map(({ content }) => gzip(JSON.stringify(content)))
  const index = cells.map(({ box }, i) => [...box, contents[i]?.length ?? 0])
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...contents])
}

/** Decodes the cells of a layer that meet bounds, on any world copy. No other is unpacked. */
export function decodeLayer<Content>(file: Uint8Array, bounds: Bounds): Content[] {
  const start = file.indexOf(10) + 1
  const index = JSON.parse(new TextDecoder().decode(file.subarray(0, start))) as (readonly number[])[]
  let offset = start
  return index.flatMap(([west = 0, south = 0, east = 0, north = 0, length = 0]) => {
    const bytes = file.subarray(offset, offset + length)
    offset += length
    const isWanted = worldCopies.some((shift) => doBoxesMeet([west + shift, south, east + shift, north], bounds))
    return isWanted ? [JSON.parse(gunzipSync(bytes).toString()) as Content] : []
  })
}

/** How far from the first world copy bounds and features may lie, in degrees. */
export const worldCopies: readonly number[] = [-720, -360, 0, 360, 720]
