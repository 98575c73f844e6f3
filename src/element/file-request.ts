import { LoadError } from './load-error.ts'

/** How long a file may take to arrive, in milliseconds: long enough for a slow phone. */
const longestWait = 30_000

/** A file that a map needs. */
export interface FileRequest {
  readonly url: string
  /** The attribute that names it, for messages: `basemap`. */
  readonly attribute: string
  /** Gives the request up. */
  readonly signal: AbortSignal
}

/**
 * Fetches a text file.
 * @throws {LoadError} if it cannot be reached, does not arrive in time, or the server refuses it
 * @throws what `fetch` throws, if the signal was aborted
 */
export async function requestFile({ url, attribute, signal }: FileRequest): Promise<string> {
  const file = `${attribute}="${url}"`
  const controller = new AbortController()
  const giveUp = (): void => controller.abort()
  signal.addEventListener('abort', giveUp)
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    giveUp()
  }, longestWait)
  try {
    const response = await fetch(url, { signal: controller.signal })
    if (!response.ok) {
      throw new LoadError([`${file} could not be loaded: the server answered ${response.status}.`])
    }
    return await response.text()
  } catch (error) {
    if (signal.aborted || error instanceof LoadError) throw error
    throw new LoadError([
      isLate
        ? `${file} did not arrive within ${longestWait / 1000} seconds.`
        : `${file} could not be reached: is the address right, is the server up, and does it let pages of other sites read the file (CORS)? It does with the header “Access-Control-Allow-Origin: *”.`,
    ])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}
