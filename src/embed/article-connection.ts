import { connectElement } from './element-connection.ts'
import { connectFrame } from './frame-connection.ts'
import type { FrameConnectionOptions } from './frame-connection.ts'
import { findMentions, type Mention } from './mention.ts'
import { createPassageHighlight } from './passage-highlight.ts'
import { focusPassage, scrollBehavior } from './passage-start.ts'
import type { EmbeddedPlace } from './protocol.ts'
import type { Reference } from './reference.ts'
import { insertReference } from './reference.ts'
import { languageOf, passageLabel } from './reference-label.ts'
import type { SelectableMap } from './selectable-map.ts'
import { fetchPlaces } from './story-places.ts'

/** A map, and the article that it belongs to. */
export interface ArticleConnectionOptions extends Pick<FrameConnectionOptions, 'origin' | 'resize'> {
  /** The frame with the map's page in it, or the `<article-map>` element. */
  readonly map: HTMLIFrameElement | (HTMLElement & SelectableMap)
  /** The element that holds the article's text. */
  readonly article: Element
}

/**
 * Connects a map with the article around it. After each passage that the story quotes comes the number of its place, a
 * button that selects the place on the map. The passages of the selected place are highlighted. The page scrolls only
 * when the reader asks for it: a number leads to the map if that is out of sight, "Show in the article" to the passage.
 * A frame that waits until it comes near (`loading=lazy`) is not waited for, if its server lets the page read the story: a
 * number that is pressed loads it.
 * @returns a function that ends the connection and leaves the page as it was
 */
export function connectArticle({ map, article, ...options }: ArticleConnectionOptions): () => void {
  const { ownerDocument } = article
  const highlight = createPassageHighlight(ownerDocument)
  let leavePassage = (): void => {}
  let known = ''
  let search = new AbortController()
  let selected: string | null = null
  let mentions: readonly Mention[] = []
  let references: { id: string; reference: Reference }[] = []
  let isReady = false
  /** The place that the reader has asked for before the map was ready. */
  let wanted: string | null = null

  const clear = (): void => {
    leavePassage()
    highlight.show([])
    mentions = []
    // The last inserted goes first, so that each gets back the text node that it split.
    for (const { reference } of [...references].reverse()) reference.remove()
    references = []
  }

  const number = async (places: readonly EmbeddedPlace[]): Promise<void> => {
    const story = storyKey(places)
    if (story !== known) {
      search.abort()
      search = new AbortController()
      const { signal } = search
      clear()
      known = story
      const found = await findMentions(article, places, signal)
      if (signal.aborted) return
      mentions = found
      references = mentions.flatMap(({ place, range }) => {
        const reference = insertReference(range, place, () => show(place.id))
        return reference ? [{ id: place.id, reference }] : []
      })
      listener.onSelected(selected)
    }
    connection.setPassages([...new Set(references.map(({ id }) => id))])
  }

  const listener = {
    onReady(places: readonly EmbeddedPlace[]) {
      isReady = true
      void number(places)
      if (wanted !== null) connection.select(wanted, { focus: true })
      wanted = null
    },
    onSelected(id: string | null) {
      selected = id
      highlight.show(mentions.filter(({ place }) => place.id === id).map(({ range }) => range))
      for (const item of references) {
        item.reference.button.ariaCurrent = item.id === id ? 'true' : null
      }
    },
    onReveal(id: string) {
      leavePassage()
      // They were found from the article's end to its start.
      const first = [...mentions].reverse().find(({ place }) => place.id === id)
      if (first) leavePassage = focusPassage(first.range, passageLabel(first.place, languageOf(article)))
    },
  }
  const connection =
    map instanceof HTMLIFrameElement ? connectFrame(map, { ...options, ...listener }) : connectElement(map, listener)

  if (map instanceof HTMLIFrameElement && map.loading === 'lazy') {
    void fetchPlaces(map.src, search.signal).then((places) => {
      if (places && known === '') void number(places)
    })
  }

  const show = (id: string): void => {
    if (!isReady) {
      wanted = id
      if (map instanceof HTMLIFrameElement) map.loading = 'eager'
    }
    // Whether or not a key was pressed: a screen reader presses as a mouse does.
    connection.select(id, { focus: true })
    map.scrollIntoView({ block: 'nearest', behavior: scrollBehavior() })
  }

  return () => {
    search.abort()
    connection.disconnect()
    connection.setPassages([])
    clear()
    highlight.remove()
  }
}

/** What is the same of a story whether its frame or its file tells it. */
function storyKey(places: readonly EmbeddedPlace[]): string {
  return JSON.stringify(
    places.map(({ id, number, name, quotes }) => [
      id,
      number,
      name,
      ...quotes.map(({ exact, prefix, suffix }) => [exact, prefix, suffix]),
    ]),
  )
}
