/** A source of street tiles. */
export interface TileSource {
  /** A URL template with `{z}`, `{x}` and `{y}`. */
  readonly url: string
  /** Who is to be credited, as text. */
  readonly attribution: string
  readonly attributionUrl?: string
}

/** Whether streets are in sight, or cannot be had. */
export type StreetState = 'shown' | 'hidden' | 'failed'
