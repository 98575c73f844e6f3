/** What a map is made of cannot be loaded: the story or its basemap. It has a message for each reason. */
export class LoadError extends Error {
  override readonly name = 'LoadError'
  readonly messages: readonly string[]

  constructor(messages: readonly string[]) {
    super(messages.join('\n'))
    this.messages = messages
  }
}
