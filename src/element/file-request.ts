import { LoadError } from './load-error.ts'

/** How long a file may take to arrive, in milliseconds: long enough for a slow phone. */
const longestWait = 30_000

/** A file that a map needs. */
export interface FileRequest<T> {
  readonly url: string
  /** The file as messages name it: `basemap="raqqa.basemap.json"`. */
  readonly file: string
  /** Gives the request up. */
  readonly signal: AbortSignal
  readonly read: (response: Response) => Promise<T>
}

/**
 * Fetches a file.
 * @throws {LoadError} if it cannot be reached, does not arrive in time, or the server refuses it
 * @throws what `fetch` throws, if the signal was aborted
 */
export async function requestFile<T>({ url, file, signal, read }: FileRequest<T>): Promise<T> {
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
    return await read(response)
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
