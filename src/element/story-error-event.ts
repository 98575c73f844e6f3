/** Fired on the map's element, type `story-error`, when a story cannot be shown, whole or in part. Does not bubble. */
export class StoryErrorEvent extends Event {
  /** What is wrong, one message an issue. */
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super('story-error')
    this.messages = messages
  }
}
