import { clampHeight } from './frame-height.ts'
import { createAllowance } from './message-allowance.ts'
import type { MapConnection, MapListener } from './map-connection.ts'
import type { HostMessage } from './protocol.ts'
import { isFrameMessage } from './protocol.ts'

/** What the page around a frame wants of its map. */
export interface FrameConnectionOptions extends MapListener {
  /** The frame's origin, if it is not that of its `src`, as after a redirect. A sandboxed frame's is `'null'`. */
  readonly origin?: string
  /** Whether the frame gets the height that it asks for, between 200 and 1000 CSS pixels; true by default. */
  readonly resize?: boolean
}

/**
 * Connects a page with a map in one of its frames. Messages of another window, of another origin or of another shape
 * are ignored. Ending the connection gives the frame its former height back.
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  { origin, resize = true, onReady, onSelected, onReveal }: FrameConnectionOptions = {},
): MapConnection {
  const controller = new AbortController()
  const { signal } = controller
  const ownHeight = frame.style.height
  let answered = false
  let height = 0
  // A reader causes far fewer. A story is told when the frame was loaded, and when it has another one.
  const isTaken = createAllowance({ burst: 60, perSecond: 10 })
  const isStoryTaken = createAllowance({ burst: 5, perSecond: 0.2 })

  // Read for each message, since some pages set `src` late, to load the frame lazily.
  const expected = (): string => origin ?? frameOrigin(frame)
  const post = (message: HostMessage): void => {
    // An empty frame has its parent's origin. The browser would report a message to any other as an error.
    if (isEmpty(frame)) return
    frame.contentWindow?.postMessage(message, expected() === 'null' ? '*' : expected())
  }
  const greet = (): void => {
    answered = false
    post({ articleMap: 1, type: 'ready', passages: null })
  }

  frame.ownerDocument.defaultView?.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      if (event.source !== frame.contentWindow || event.origin !== expected() || !isTaken()) return
      const { data } = event
      if (!isFrameMessage(data) || (data.type === 'ready' && !isStoryTaken())) return
      switch (data.type) {
        case 'height':
          if (resize) frame.style.height = `${clampHeight(data.height)}px`
          // The frame may not have been listening when it was greeted, so it is greeted again. It answers each greeting
          // with its height: to greet it for the same height as before would never end.
          if (!answered && data.height !== height) greet()
          height = data.height
          return
        case 'ready':
          answered = true
          return onReady?.(data.places)
        case 'selected':
          return onSelected?.(data.id)
        case 'reveal':
          if (isReaderIn(frame)) onReveal?.(data.id)
          return
      }
    },
    { signal },
  )
  frame.addEventListener('load', greet, { signal })
  greet()

  return {
    select(id, { focus = false } = {}) {
      if (focus) frame.focus({ preventScroll: true })
      post({ articleMap: 1, type: 'select', id, ...(focus && { focus }) })
    },
    setPassages: (passages) => post({ articleMap: 1, type: 'ready', passages }),
    disconnect() {
      controller.abort()
      frame.style.height = ownHeight
    },
  }
}

/**
 * Whether the reader has just done something in the frame: only then may it lead the reader elsewhere, and take the focus
 * from there. Once the focus is in the page, it takes another gesture.
 */
function isReaderIn(frame: HTMLIFrameElement): boolean {
  const { activeElement } = frame.getRootNode() as Document | ShadowRoot
  const isElsewhere = activeElement !== null && activeElement !== frame && activeElement !== frame.ownerDocument.body
  const { userActivation } = navigator as Partial<Navigator>
  return !isElsewhere && userActivation?.isActive !== false
}

function frameOrigin(frame: HTMLIFrameElement): string {
  const sandboxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')
  if (sandboxed) return 'null'
  try {
    return new URL(frame.src, frame.baseURI).origin
  } catch {
    return 'null'
  }
}

function isEmpty({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.URL === 'about:blank'
}
