/** A story that cannot be shown, with a message for each reason. */
export class UnreadableStory extends Error {
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super(messages.join('\n'))
    this.messages = messages
  }
}
