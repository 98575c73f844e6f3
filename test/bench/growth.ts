import { performance } from 'node:perf_hooks'
import { parsePlaceList } from '../../src/command/place-list-file.ts'
import { readGeometryFile } from '../../src/command/geometry-file.ts'
import { createQuoteFinder } from '../../src/embed/quote-finder.ts'
import { parseArticleText } from '../../src/story/article-text.ts'
import { checkStory } from '../../src/story/check-story.ts'
import { parseStory } from '../../src/story/parse-story.ts'
import { createManyPlaces } from './many-places.ts'
import type { Table } from './report.ts'
import { renderManyPlaces } from './many-places-page.ts'

const misquote = (sentence: string): string => sentence.replace(/\w(?=\w* \w+\.$)/, 'é')

/** What is done with a story of some size; the time counts from the call of what is returned. */
const tasks: Readonly<Record<string, (count: number) => () => void>> = {
  'check, quotes right': (count) => {
    const { story, article } = createManyPlaces(count)
    return () => void checkStory(story, { article: parseArticleText(article) })
  },
  'check, quotes wrong': (count) => {
    const { story, article } = createManyPlaces(count, misquote)
    return () => void checkStory(story, { article: parseArticleText(article) })
  },
  'check, JSON broken': (count) => {
    const story = `${' '.repeat(count * 200)}[${'1 '.repeat(count)}]`
    return () => void checkStory(story)
  },
  'list of places': (count) => {
    const list = `Place${' '.repeat(count * 4)}x\n`.repeat(4)
    return () => void parsePlaceList(list, 'list', readGeometryFile)
  },
  'quotes in a page': (count) => {
    const { story, article } = createManyPlaces(count)
    const quotes = parseStory(story).places.flatMap((place) => place.quotes)
    return () => {
      const find = createQuoteFinder(article)
      // No more are looked for.
      for (const quote of quotes.slice(0, 1000)) find(quote)
    }
  },
  'static page': (count) => {
    const { story } = createManyPlaces(count)
    return () => void renderManyPlaces(story)
  },
}

/** How long the program takes for a story of 10 to 10,000 places: a step that is not linear shows at once. */
export function measureGrowth(): Table {
  const counts = [10, 100, 1000, 10_000]
  const rows = Object.entries(tasks).map(([name, prepare]) => {
    const times = counts.map((count) => {
      const run = prepare(count)
      const start = performance.now()
      run()
      return String(Math.round(performance.now() - start))
    })
    return [name, ...times]
  })
  return { heading: 'Milliseconds for so many places.', columns: ['', ...counts.map(String)], rows }
}
