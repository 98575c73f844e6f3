import type { FrameAddress } from './frame-address.ts'
import { clampHeight } from './frame-address.ts'
import { isHostMessage } from './protocol.ts'

/** One of the ways in which pages let a frame say how high it would like to be. */
export interface HeightDialect {
  /** What to post to the page. */
  tell(height: number): unknown
  /** Whether that message of the page asks for the height. */
  asks(message: unknown): boolean
  /** Whether the page shows no frame that has not told its height; so the frame tells one before it has a size. */
  readonly isAwaited?: true
}

/**
 * The dialects that the page around the frame may understand: our own, those that are spoken unasked, and those of the
 * hosts that have named the frame in its address.
 * @param href the frame's address when it was loaded, by which some hosts know it
 */
export function createHeightDialects({ secret, childId }: FrameAddress, href: string): readonly HeightDialect[] {
  const dialects = [OWN, AMP, createResizeDialect(href)]
  if (secret !== null) dialects.push(createWordPressDialect(secret))
  if (childId !== null) dialects.push(createPymDialect(childId))
  return dialects
}

const OWN: HeightDialect = {
  tell: (height) => ({ articleMap: 1, type: 'height', height }),
  asks: (message) => isHostMessage(message) && message.type === 'ready' && message.passages === null,
}

/**
 * amp-iframe, and @newswire/frames after it.
 * See https://amp.dev/documentation/components/amp-iframe#iframe-resizing and https://github.com/rdmurphy/frames
 */
const AMP: HeightDialect = {
  tell: (height) => ({ sentinel: 'amp', type: 'embed-size', height }),
  asks: (message) => read(message, 'sentinel') === 'amp' && read(message, 'type') === 'frames-init',
}

/** Medium's, and that of others after it. */
function createResizeDialect(src: string): HeightDialect {
  return {
    tell: (height) => JSON.stringify({ src, context: 'iframe.resize', height }),
    asks: () => false,
  }
}

/** WordPress's wp-embed.js; it asks when it was loaded later than the frame. */
function createWordPressDialect(secret: string): HeightDialect {
  return {
    tell: (height) => ({ message: 'height', value: clampHeight(height), secret }),
    asks: (message) => read(message, 'message') === 'ready' && read(message, 'secret') === secret,
    isAwaited: true,
  }
}

/** See https://blog.apps.npr.org/pym.js/ */
function createPymDialect(childId: string): HeightDialect {
  return {
    tell: (height) => ['pym', childId, 'height', height].join('xPYMx'),
    asks: () => false,
  }
}

function read(message: unknown, key: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined
}
