/** A source of the basemap cannot be read. The message says what to install. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}
