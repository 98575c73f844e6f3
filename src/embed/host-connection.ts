import { readFrameAddress } from './frame-address.ts'
import { createHeightGauge, naturalHeight } from './frame-height.ts'
import { createHeightDialects, type HeightDialect } from './height-dialects.ts'
import { createAllowance } from './message-allowance.ts'
import type { FrameMessage, HostMessage } from './protocol.ts'
import { createFrameReady, isHostMessage } from './protocol.ts'
import { connectSandboxLinks } from './sandbox-links.ts'
import type { SelectableMap } from './selectable-map.ts'

/** The frame that a map is in. */
export interface FrameSurroundings {
  readonly window: Window & typeof globalThis
  /** The map's element, which is as wide as the frame. */
  readonly element: Element
}

/**
 * Connects a map in a frame with the page around it: tells the page the frame's height in each dialect that it may
 * understand, lets it select a place, and tells it which place is selected. Does nothing outside of a frame.
 * @param map undefined where the browser cannot show the live map: then the page is told of the height only
 * @returns a function that ends the connection
 */
export function connectHost(map: SelectableMap | undefined, { window, element }: FrameSurroundings): () => void {
  const host = window.parent
  if (host === window) return () => {}

  const address = readFrameAddress(window.location)
  const dialects = createHeightDialects(address, window.location.href, window.document.referrer)
  const gauge = createHeightGauge(address.height)
  const controller = new AbortController()
  const { signal } = controller
  const told = new Map<HeightDialect, number>()
  let height = 0
  // What the page has done with the height that it was told last.
  let answer: 'none' | 'given' | 'undone' = 'none'
  // A page may select a place with each step of its scrolling.
  const isTaken = createAllowance({ burst: 200, perSecond: 50 })
  let hostOrigin: string | null = null

  const tell = (dialect: HeightDialect, height: number): void => {
    told.set(dialect, height)
    host.postMessage(dialect.tell(height), dialect.to ?? '*')
  }
  const measure = (): void => {
    const next = gauge(element.clientWidth)
    if (next === null) return
    if (next !== height) answer = window.innerHeight === next ? 'given' : 'none'
    height = next
    for (const dialect of dialects) if (told.get(dialect) !== height) tell(dialect, height)
  }
  /**
   * A theme of WordPress may undo the height that WordPress has given, when the window changes: it is told once more. What is
   * undone again is meant.
   */
  const insist = (): void => {
    const { innerHeight } = window
    if (innerHeight === height && answer === 'none') answer = 'given'
    else if (innerHeight !== height && innerHeight > 0 && answer === 'given') {
      answer = 'undone'
      for (const dialect of dialects) if (dialect.isAwaited) tell(dialect, height)
    }
  }
  window.addEventListener('resize', insist, { signal })
  const observer = new window.ResizeObserver(measure)
  observer.observe(element)
  // In an invisible frame of another origin the browser renders nothing, and its observer is not called: measure here.
  measure()
  window.addEventListener(
    'load',
    () => {
      measure()
      if (height > 0) return
      const likely = address.height ?? naturalHeight(0)
      for (const dialect of dialects) if (dialect.isAwaited) tell(dialect, likely)
    },
    { signal },
  )

  const post = (message: FrameMessage): void => {
    if (hostOrigin !== null) host.postMessage(message, hostOrigin)
  }
  const postReady = (): void => {
    if (!map?.story) return
    post(createFrameReady(map.story))
    post({ articleMap: 1, type: 'selected', id: map.selected })
  }

  const receive = (message: HostMessage, origin: string): void => {
    if (message.type === 'select') return map?.select(message.id, { focus: message.focus ?? false })
    if (message.passages !== null) {
      if (map) map.passages = message.passages
      return
    }
    // A page without an origin (sandboxed, or opened from a disk) can only be reached as `*`.
    hostOrigin = origin === 'null' ? '*' : origin
    postReady()
  }

  window.addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== host || !isTaken()) return
      if (isHostMessage(data)) receive(data, origin)
      if (height === 0) return
      for (const dialect of dialects) if (dialect.asks(data)) tell(dialect, height)
    },
    { signal },
  )
  map?.addEventListener('story-load', postReady, { signal })
  map?.addEventListener('place-select', () => post({ articleMap: 1, type: 'selected', id: map.selected }), { signal })
  map?.addEventListener(
    'place-reveal',
    () => {
      if (map.selected !== null) post({ articleMap: 1, type: 'reveal', id: map.selected })
    },
    { signal },
  )
  if (address.secret !== null && window.origin === 'null') {
    connectSandboxLinks(window, element, map, address.secret, signal)
  }

  return () => {
    controller.abort()
    observer.disconnect()
  }
}
