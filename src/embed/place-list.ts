import type { LocalizedStory } from '../words/localized-story.ts'
import { plural } from '../words/words.ts'
import { escapeHtml, escapeMarkdown } from './html-text.ts'

/** How many places a list in the middle of an article may have, and how many quotes fill a map's room. */
const longest = 10
const enoughQuotes = 5

/**
 * Writes a story's places as HTML, for readers without the map: in a feed, or where the element's script does not run.
 * Each has its first quote, and more of them where there are few places. Of a long story there are the first ten places, and
 * a link to all.
 * @returns lines, none of them blank: in Markdown, HTML would end there
 */
export function writePlaceList({ story, words, direction }: LocalizedStory, pageUrl: string): string[] {
  const { article, places } = story
  const language = article.inLanguage === undefined ? '' : ` lang="${escapeHtml(article.inLanguage)}"`
  const most = Math.max(1, Math.floor(enoughQuotes / places.length))
  const items = places.slice(0, longest).map(({ name, quotes }) => {
    const passages = quotes.slice(0, most).map(({ exact }) => `<blockquote>${write(exact)}</blockquote>`)
    return `    <li><b>${write(name)}</b> ${passages.join(' ')}</li>`
  })
  const all = escapeMarkdown(plural(words, words.places, places.length))
  return [
    `  <ol${language} dir="${direction}">`,
    ...items,
    '  </ol>',
    ...(places.length > longest ? [`  <p><a href="${escapeHtml(pageUrl)}">${all}</a></p>`] : []),
  ]
}

const write = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' '))
