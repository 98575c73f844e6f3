import { clampHeight } from './frame-address.ts'
import type { MapConnection, MapListener } from './map-connection.ts'
import type { HostMessage } from './protocol.ts'
import { isFrameMessage } from './protocol.ts'

export interface FrameConnectionOptions extends MapListener {
  /** The frame's origin, where it is not that of its `src`, as after a redirection. `null` is a sandboxed frame's. */
  readonly origin?: string
  /** Whether the frame gets the height that it tells, within 200 and 1000 CSS pixels. It does unless this is false. */
  readonly resize?: boolean
}

/**
 * Connects a page with a map in one of its frames. Messages from elsewhere, from another origin or of another shape are
 * ignored. Ending the connection gives the frame its height back.
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

  // Read at each message: pages that load lazily set `src` late.
  const expected = (): string => origin ?? frameOrigin(frame)
  const post = (message: HostMessage): void => {
    // An empty frame has its parent's origin, and a message to another one would be an error in the console.
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
      const { data } = event
      if (event.source !== frame.contentWindow || event.origin !== expected() || !isFrameMessage(data)) return
      switch (data.type) {
        case 'height':
          if (resize) frame.style.height = `${clampHeight(data.height)}px`
          // A new height may come from a frame that was not there yet to hear the greeting; the same one again does not.
          if (!answered && data.height !== height) greet()
          height = data.height
          return
        case 'ready':
          answered = true
          return onReady?.(data.places)
        case 'selected':
          return onSelected?.(data.id)
        case 'reveal':
          return onReveal?.(data.id)
      }
    },
    { signal },
  )
  frame.addEventListener('load', greet, { signal })
  greet()

  return {
    select: (id) => post({ articleMap: 1, type: 'select', id }),
    setPassages: (passages) => post({ articleMap: 1, type: 'ready', passages }),
    disconnect() {
      controller.abort()
      frame.style.height = ownHeight
    },
  }
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
