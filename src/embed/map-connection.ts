import type { EmbeddedPlace } from './protocol.ts'

/** What the page around a map hears from it, whether the map is in a frame or an element of the page. */
export interface MapListener {
  /** The map has loaded its story. Called again for another story, and when the frame was reloaded. */
  readonly onReady?: (places: readonly EmbeddedPlace[]) => void
  /** This place is selected now, or none. Not a reason to scroll the reader's page. */
  readonly onSelected?: (id: string | null) => void
  /** The reader wants to see this place's passage in the article. */
  readonly onReveal?: (id: string) => void
}

/** What the page around a map can tell it. */
export interface MapConnection {
  /** Selects a place; null selects none. Unknown ids are ignored. With `focus`, the focus goes to what the map says of it. */
  select(id: string | null, options?: { readonly focus?: boolean }): void
  /** Tells the map for which places, by id, passages were found in the page. */
  setPassages(ids: readonly string[]): void
  disconnect(): void
}
