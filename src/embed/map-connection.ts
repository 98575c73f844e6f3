import type { EmbeddedPlace } from './protocol.ts'

/** What the page around a map hears from it, be it in a frame or an element of the page. */
export interface MapListener {
  /** The map has a story. Called again when it has another one, or when the frame was loaded again. */
  readonly onReady?: (places: readonly EmbeddedPlace[]) => void
  /** That place is selected now, or none. Not a reason to move the reader's page. */
  readonly onSelected?: (id: string | null) => void
  /** The reader wants to be shown that place's passage in the article. */
  readonly onReveal?: (id: string) => void
}

/** What the page around a map can tell it. */
export interface MapConnection {
  /** Selects a place, or none with null. Unknown ids are ignored. */
  select(id: string | null): void
  /** Tells the places whose passages were found in the page, by id. */
  setPassages(ids: readonly string[]): void
  disconnect(): void
}
