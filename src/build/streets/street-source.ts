import type { Position } from '../../story/geometry.ts'
import type { StreetKind } from '../../cartography/basemap.ts'

/** A street, area or line of a town, as a source has it. */
export interface StreetFeature {
  readonly kind: StreetKind
  /** A line; or the closed rings of an area, the outer one first. */
  readonly lines: readonly (readonly Position[])[]
  /** What it is called: `name`, `name:ar`, … as in OpenStreetMap. */
  readonly tags: Readonly<Record<string, string>>
}
