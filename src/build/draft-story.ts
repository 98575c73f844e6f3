import { parse } from 'jsonc-parser'
import { readStory } from '../story/parse-story.ts'
import { slugOf, slugPattern } from '../story/slug.ts'
import { type Story } from '../story/story.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * What can be drawn of a story while it is written: all places that have a position. A text that is missing is a blank, what
 * is wrong is left out, and a comma that is missing does no harm. It is for the author's eyes, and never published.
 * @returns undefined if no place has a position yet
 */
export function draftStory(text: string): Story | undefined {
  const file = membersOf(parse(text.replace(/^\uFEFF/, '')))
  const article = membersOf(file.article)
  const features = Array.isArray(file.features) ? file.features.map(draftFeature) : []
  return storyOf({ ...file, article: { ...article, headline: article.headline || '…' }, features }).story
}

/** What a place has where its author has written nothing, or nothing that can be used. Other members it can do without. */
const blanks: Members = { name: '…', quotes: [{ exact: '…' }], precision: 'approximate', source: '…' }

/** A feature with all that a place must have, except a position. */
function draftFeature(written: unknown, index: number): Members {
  const { id, geometry, ...feature } = membersOf(written)
  const properties: Record<string, unknown> = { ...blanks, ...membersOf(feature.properties) }
  const proposal = slugOf(String(properties.name)) || `place-${index + 1}`
  const draft = { type: 'Feature', id: slugPattern.test(String(id)) ? id : proposal, geometry, properties }
  for (const { severity, path } of storyOf({ article: { headline: '…' }, features: [draft] }).issues) {
    const member = /^features\[0\]\.properties\.(\w+)/.exec(path)?.[1]
    if (severity === 'error' && member !== undefined) properties[member] = blanks[member]
  }
  return draft
}

function storyOf(parts: Members): ReturnType<typeof readStory> {
  return readStory(JSON.stringify({ ...parts, type: 'FeatureCollection' }))
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}
}
