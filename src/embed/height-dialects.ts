import type { FrameAddress } from './frame-address.ts'
import { clampHeight } from './frame-height.ts'
import { isHostMessage } from './protocol.ts'

/** One of the message formats in which a frame can ask its page for a height. */
export interface HeightDialect {
  /** The message that asks the page for this height, in CSS pixels. */
  tell(height: number): unknown
  /** Whether this message from the page wants to know the height. */
  asks(message: unknown): boolean
  /** The only origin that may hear it; absent for what anybody may hear. */
  readonly to?: string
  /** Whether the page hides the frame until it has told a height; the frame then tells a likely one, before it has a size. */
  readonly isAwaited?: true
}

/**
 * The dialects that the page around the frame may understand: our own, those that need nothing of the page, and those
 * of the hosts that have put a name for the frame into its address.
 * @param href the frame's address when it was loaded, by which Medium recognises it
 * @param referrer the page around the frame, as far as the browser tells it
 */
export function createHeightDialects(
  { secret, childId }: FrameAddress,
  href: string,
  referrer: string,
): readonly HeightDialect[] {
  const dialects = [ownDialect, ampDialect]
  const medium = mediumOrigin(referrer)
  if (medium !== undefined) dialects.push(createMediumDialect(href, medium))
  if (secret !== null) dialects.push(createWordPressDialect(secret))
  if (childId !== null) dialects.push(createPymDialect(childId))
  return dialects
}

const ownDialect: HeightDialect = {
  tell: (height) => ({ articleMap: 1, type: 'height', height }),
  asks: (message) => isHostMessage(message) && message.type === 'ready' && message.passages === null,
}

/**
 * That of amp-iframe, which @newswire/frames understands as well.
 * See https://amp.dev/documentation/components/amp-iframe#iframe-resizing and https://github.com/rdmurphy/frames
 */
const ampDialect: HeightDialect = {
  tell: (height) => ({ sentinel: 'amp', type: 'embed-size', height }),
  asks: (message) => read(message, 'sentinel') === 'amp' && read(message, 'type') === 'frames-init',
}

/** That of Medium, which is told the frame's whole address, and so nobody else is. */
function createMediumDialect(src: string, to: string): HeightDialect {
  return {
    to,
    tell: (height) => JSON.stringify({ src, context: 'iframe.resize', height }),
    asks: () => false,
  }
}

function mediumOrigin(referrer: string): string | undefined {
  return /^https:\/\/(?:[\w-]+\.)*medium\.com(?=\/|$)/.exec(referrer)?.[0]
}

/** That of WordPress's wp-embed.js, which asks for the height if it was loaded after the frame. */
function createWordPressDialect(secret: string): HeightDialect {
  return {
    tell: (height) => ({ message: 'height', value: clampHeight(height), secret }),
    asks: (message) => read(message, 'message') === 'ready' && read(message, 'secret') === secret,
    isAwaited: true,
  }
}

/** That of pym.js. See https://blog.apps.npr.org/pym.js/ */
function createPymDialect(childId: string): HeightDialect {
  return {
    tell: (height) => ['pym', childId, 'height', height].join('xPYMx'),
    asks: () => false,
  }
}

function read(message: unknown, key: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined
}
