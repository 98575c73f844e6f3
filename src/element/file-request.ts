import { LoadError } from './load-error.ts'

/** How long a file may take to arrive, in milliseconds: long enough for a slow phone. */
const longestWait = 30_000

/** A file that a map needs. */
export interface FileRequest {
  readonly url: string
  /** What it is, for messages: `story`. */
  readonly what: string
  /** Gives the request up. */
  readonly signal: AbortSignal
}

/**
 * Fetches a text file.
 * @throws {LoadError} if it cannot be reached, does not arrive in time, or the server refuses it
 * @throws what `fetch` throws, if the signal was aborted
 */
export async function requestFile({ url, what, signal }: FileRequest): Promise<string> {
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
      throw new LoadError([`The ${what} ${url} could not be loaded: the server answered ${response.status}.`])
    }
    return await response.text()
  } catch (error) {
    if (signal.aborted || error instanceof LoadError) throw error
    throw new LoadError([
      isLate
        ? `The ${what} ${url} did not arrive within ${longestWait / 1000} seconds.`
        : `The ${what} ${url} could not be reached: is the address right, is the server up, and does it allow this page to read it (CORS)?`,
    ])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}
