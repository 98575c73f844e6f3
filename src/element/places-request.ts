import { parsePlaces } from '../story/places-file.ts'
import type { Place } from '../story/story.ts'
import type { PlacesAddress } from '../view/page-document.ts'
import { requestFile } from './file-request.ts'
import { LoadError } from './load-error.ts'
import { createPace } from './time-slices.ts'

/**
 * Fetches the places of a large story's page, and reads them while they arrive.
 * @throws {LoadError} if they cannot be had, or are those of another page
 */
export async function requestPlaces({ url, count }: PlacesAddress, signal: AbortSignal): Promise<readonly Place[]> {
  const places = await requestFile({ url, file: url, signal, read: readPlaces })
  if (places.length === count) return places
  throw new LoadError([`${url} must hold the ${count} places of this page, got ${places.length}: build both anew.`])
}

async function readPlaces({ body }: Response): Promise<readonly Place[]> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  const places: Place[] = []
  const pace = createPace()
  let text = ''
  for (;;) {
    const { done = true, value = '' } = (await reader?.read()) ?? {}
    const lines = (text + value).split('\n')
    text = lines.pop() ?? ''
    places.push(...parsePlaces(lines))
    if (done) return places
    await pace()
  }
}
