import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bounds } from '../../cartography/basemap.ts'
import { SourceError } from '../basemap/source-error.ts'
import { packageFile } from '../package-file.ts'
import { type Feature, type FeatureContent, featuresOf } from './features.ts'
import { decodeLayer } from './layer.ts'
import type { TownContent } from './towns.ts'

/** A country: its name, its code in ISO 3166-1 alpha-2 or null, and its rings as the indexes of their arcs. */
export type CountryRow = readonly [name: string, code: string | null, rings: readonly (readonly number[])[]]

/** Countries as in TopoJSON: an arc that two of them share is there once. */
export interface CountriesContent {
  readonly countries: readonly CountryRow[]
  /** Encoded by `encodeArcs`, in steps of the grid. */
  readonly arcs: string
  /** The size of a step in degrees, and where the grid starts. */
  readonly grid: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
}

/** What each layer's cells hold. */
export interface Layers {
  /** Natural Earth at 1:10 million and 1:50 million. */
  readonly 'countries-10m': CountriesContent
  readonly 'countries-50m': CountriesContent
  /** Islands that Natural Earth does not have, each with the name of its country; empty if that is not certain. */
  readonly islands: FeatureContent<string>
  /** Courses of rivers, each with its rank: 1 is the greatest. */
  readonly rivers: FeatureContent<number>
  /** Lakes and reservoirs, each with its area in square kilometres. */
  readonly lakes: FeatureContent<number>
  readonly towns: TownContent
}

/** The folder of the world pack, in a clone of the project as well as in the installed package. */
export const packFolder = (): string => packageFile('geo', 'world')

/** The file of a layer, in the pack's folder. */
export const layerFile = (layer: keyof Layers): string => `${layer}.layer`

/**
 * Reads what a layer of the world pack has within bounds, which may go on beyond the antimeridian; and more around it.
 * @throws {SourceError} if the pack is not there
 */
export function readLayer<Name extends keyof Layers>(layer: Name, bounds: Bounds): Layers[Name][] {
  let path = ''
  let file: Uint8Array
  try {
    path = join(packFolder(), layerFile(layer))
    file = readFileSync(path)
  } catch {
    throw new SourceError(`The world pack, of which basemaps are made, is not whole: ${path || 'it is not installed'}`)
  }
  return decodeLayer<Layers[Name]>(file, bounds)
}

/** Reads the features of a layer within bounds, and more around them. @throws {SourceError} if the pack is not there */
export function readFeatures<Name extends 'islands' | 'rivers' | 'lakes'>(
  layer: Name,
  bounds: Bounds,
): Feature<Layers[Name]['tags'][number]>[] {
  return readLayer(layer, bounds).flatMap((content) => featuresOf<Layers[Name]['tags'][number]>(content))
}
