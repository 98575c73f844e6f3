/** What a page's watcher looks for. Selectors go into our elements' shadow roots as well. */
export interface Watched {
  /** The marker of one place. Where a map draws it on a canvas, its page has a function `markerAt` instead. */
  readonly marker: string
  /** What holds a passage before anything is opened. */
  readonly passages?: string
  readonly popup: string
  /** How each passage starts. */
  readonly words: readonly string[]
  /** What is looked for; without it, everything. */
  readonly moments?: readonly Moment[]
}

/** What a watcher tells, once each: a marker, a passage, an open popup can be seen; the map moves under the mouse. */
export type Moment = 'place' | 'passage' | 'popup' | 'pan'

/** What pages, and this watcher, put into their window. */
export interface WatchedWindow {
  benchTell(moment: Moment, time: number): void
  /** Where the marker of one place is, in pixels of the window. */
  markerAt?: () => readonly number[] | undefined
  /** Waits for the next frame. @returns whether a popup is there, seen or not yet */
  benchIsOpen(): Promise<boolean>
}

/**
 * Runs in a page and in its frames, before their own scripts: tells, after the frame in which it is painted, when something
 * can be seen first, in milliseconds since 1970. It must not use anything from outside itself.
 */
export function watch({ marker, passages, popup, words, moments }: Watched): void {
  const scope = globalThis as unknown as WatchedWindow
  const all = (selector: string): Element[] => {
    const shadows = [...document.querySelectorAll('article-map')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    return [document, ...shadows].flatMap((root) => [...root.querySelectorAll(selector)])
  }
  const isSeen = (element: Element): boolean => {
    const { left, right, top, bottom, width } = element.getBoundingClientRect()
    if (width === 0 || right < 0 || bottom < 0 || left > innerWidth || top > innerHeight) return false
    if (element instanceof HTMLImageElement && !(element.complete && element.naturalWidth > 0)) return false
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const isFilled = (element: Element): boolean => words.some((start) => element.textContent?.includes(start))
  const isRead = (element: Element): boolean => isFilled(element) && isSeen(element)
  scope.benchIsOpen = () =>
    new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(all(popup).some(isFilled)))))
  scope.markerAt ??= () => {
    const box = all(marker).find(isSeen)?.getBoundingClientRect()
    return box && [box.left + box.width / 2, box.top + box.height / 2]
  }
  let pressedAt: readonly number[] | undefined
  addEventListener('pointerdown', () => (pressedAt = scope.markerAt?.()), true)
  const holds: Record<Moment, () => boolean> = {
    place: () => scope.markerAt?.() !== undefined,
    passage: () => all(passages ?? popup).some(isRead),
    popup: () => all(popup).some(isRead),
    pan: () => Math.abs((scope.markerAt?.()?.[0] ?? NaN) - (pressedAt?.[0] ?? NaN)) >= 10,
  }
  const left = new Set(moments ?? (Object.keys(holds) as Moment[]))
  const look = (): void => {
    for (const moment of left) {
      if (!holds[moment]()) continue
      left.delete(moment)
      // A message comes after this frame is painted.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => scope.benchTell(moment, performance.timeOrigin + performance.now()))
      port1.start()
      port2.postMessage(null)
    }
    if (left.size > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
