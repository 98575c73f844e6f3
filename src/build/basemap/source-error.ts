/** A source of the basemap cannot be read, in words for the one who wants the basemap drawn. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}
