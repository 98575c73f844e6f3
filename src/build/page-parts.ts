import { readFileSync } from 'node:fs'
import { packageFile } from './package-file.ts'
import type { PageParts } from './page/story-page.ts'

/** What the pages of all stories are made of. */
export interface SharedParts extends Required<Omit<PageParts, 'address'>> {
  /** The script of pages in development, which shows the same part of the map when a page is loaded again. */
  readonly draftScript: string
}

/** The file with them in the package, so that pages are made where none of their sources is. */
export const partsFile = 'page-parts.json'

/** The parts that the package brings. @throws if it has not been built */
export function readPackagedParts(): SharedParts {
  return JSON.parse(readFileSync(packageFile('dist', partsFile), 'utf8')) as SharedParts
}
