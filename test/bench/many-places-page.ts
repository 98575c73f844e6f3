import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackagedParts } from '../../src/build/page-parts.ts'
import { createPlacesFile } from '../../src/build/page/places-file.ts'
import { renderStoryPage } from '../../src/build/page/story-page.ts'
import { openingView } from '../../src/cartography/opening-view.ts'
import { parseBasemap } from '../../src/cartography/parse-basemap.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { embedLanguages } from '../../src/words/embed-languages.ts'
import { localizeStory } from '../../src/words/localized-story.ts'

const world = parseBasemap(readFileSync(join(import.meta.dirname, '..', '..', 'geo', 'world.basemap.json'), 'utf8'))

/** A story's page, and what the build writes beside it for that. */
export interface ManyPlacesPage {
  readonly html: string
  /** The places, where the page does not hold them. */
  readonly places: string | undefined
}

/** Renders the page of a story file as the build does, on the map of the world. */
export function renderManyPlaces(file: string): ManyPlacesPage {
  const story = parseStory(file)
  const view = openingView(story, world)
  const data = { ...localizeStory(story), embedWords: embedLanguages.en, basemap: world, view }
  return {
    html: renderStoryPage(data, { ...readPackagedParts(), address: { folder: '' } }),
    places: createPlacesFile(story.places)?.text,
  }
}
