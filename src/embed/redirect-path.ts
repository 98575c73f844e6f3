import type { FrameAddress } from './frame-address.ts'

/** What a place or colours were chosen for, and a page of its own hands out. */
export type RedirectOptions = Pick<FrameAddress, 'place' | 'theme'>

/** Of a story of more places, none has pages of its own: they would be too many files. */
const mostPlaces = 100

/** Whether each place of a story has pages of its own. @param ids the ids of all places */
export function hasPlacePages(ids: readonly string[]): boolean {
  // What an address may hold, and a file system may call a folder.
  return ids.length <= mostPlaces && ids.every((id) => /^[a-z0-9-]{1,200}$/.test(id))
}

/**
 * The folder, as seen from the story's, of the page that hands out the map with a place and colours chosen:
 * `place/deir-ezzor/dark/`. What pastes an address into WordPress loses what stands in its query and its hash.
 */
export function redirectPath({ place, theme }: RedirectOptions): string {
  return (place === null ? '' : `place/${place}/`) + (theme === 'auto' ? '' : `${theme}/`)
}
