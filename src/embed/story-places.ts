import { type EmbeddedPlace, type FrameMessage, isFrameMessage } from './protocol.ts'

/**
 * Gets the places of a map whose frame has not been loaded, from the story beside its page; what is there is checked as a
 * frame's message is.
 * @param pageUrl the frame's address
 * @returns null if there is no such story, or if its server does not let other origins read it
 */
export async function fetchPlaces(pageUrl: string, signal: AbortSignal): Promise<readonly EmbeddedPlace[] | null> {
  try {
    const response = await fetch(new URL('story.geojson', pageUrl), { signal, credentials: 'omit' })
    if (!response.ok) return null
    const { features } = (await response.json()) as { features: PublishedFeature[] }
    const places = features.map(({ id, properties: { name, quotes } }, index) => ({
      id,
      number: index + 1,
      name,
      quotes: quotes.map(({ exact, prefix, suffix }) => ({
        exact,
        ...(prefix !== undefined && { prefix }),
        ...(suffix !== undefined && { suffix }),
      })),
    }))
    const message: FrameMessage = { articleMap: 1, type: 'ready', places }
    return isFrameMessage(message) ? places : null
  } catch {
    return null
  }
}

/** A feature of a published story, if it is one. */
interface PublishedFeature {
  readonly id: string
  readonly properties: Pick<EmbeddedPlace, 'name' | 'quotes'>
}
