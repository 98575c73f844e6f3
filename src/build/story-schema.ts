import schema from '../../geo/story.schema.json' with { type: 'json' }

/** The name of the file with the story's JSON Schema, beside the folders of the stories. */
export const schemaFile = 'story.schema.json'

// Editors know them (https://code.visualstudio.com/docs/languages/json); validators may take them for slips.
const editorKeywords: ReadonlySet<string> = new Set([
  'patternErrorMessage',
  'deprecationMessage',
  'enumDescriptions',
  'patternProperties',
])

/** The text of the story's JSON Schema as it is published: without what only editors know. */
export function publishedSchema(): string {
  const text = JSON.stringify(schema, (key, value: unknown) => (editorKeywords.has(key) ? undefined : value), 2)
  return `${text}\n`
}
