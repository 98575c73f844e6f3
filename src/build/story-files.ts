import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BasemapFile } from '../cartography/basemap-file.ts'
import type { PageData } from '../page.ts'
import { parseStory } from '../story/parse-story.ts'
import { wordsFor } from '../view/words/languages.ts'

/** The names of the stories in a folder: `raqqa` for `raqqa.geojson`. */
export function storyNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => basename(file, '.geojson'))
    .toSorted()
}

/** Reads all that a story's page is made of. @throws {StoryError} if the story has errors */
export function readPageData(folder: string, name: string): PageData {
  const story = parseStory(readFileSync(join(folder, `${name}.geojson`), 'utf8'))
  const basemap = JSON.parse(readFileSync(join(folder, `${name}.basemap.json`), 'utf8')) as BasemapFile
  return { story, basemap, words: wordsFor([story.article.inLanguage]) }
}
