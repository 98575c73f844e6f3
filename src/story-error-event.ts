/** Fired on the map's element when a story cannot be shown, whole or in part; does not bubble, like `error` on an image. */
export class StoryErrorEvent extends Event {
  /** What is wrong, one message an issue. */
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super('error')
    this.messages = messages
  }
}
