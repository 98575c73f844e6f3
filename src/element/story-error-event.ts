// Node has no such event; the class can be imported there all the same.
const Base: typeof ErrorEvent = globalThis.ErrorEvent ?? Event

/**
 * Fired on the map's element, type `error`, when a story cannot be shown, whole or in part. Does not bubble, like the
 * `error` of an image.
 */
export class StoryErrorEvent extends Base {
  /** What is wrong, one message an issue. */
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super('error', { message: messages.join('\n') })
    this.messages = messages
  }
}
