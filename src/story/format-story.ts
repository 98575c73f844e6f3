import { standardGeometry } from './antimeridian-cut.ts'
import type { PlaceGeometry } from './geometry.ts'
import { shownText } from './parse-text.ts'
import type { BoundingBox, Story } from './story.ts'

/**
 * A story file's text from its parts, which need not be complete; a position, and the view, stand on one line.
 * @param parts.schema where the JSON Schema is, as seen from the file
 */
export function formatStoryFile(parts: {
  readonly schema?: string
  readonly article: object
  readonly view?: BoundingBox | undefined
  readonly features: readonly object[]
}): string {
  const { schema = './story.schema.json', article, view, features } = parts
  return formatJson({ $schema: schema, type: 'FeatureCollection', article, view, features })
}

/**
 * A story file as it is published: all that its author wrote, members that this format does not know included, but without
 * the marks that nobody sees, with each quote in the characters in which the page shows it, with geometries as RFC 7946
 * wants them, and with a relative `$schema` as it is found from the story's folder.
 * @param text the file without a byte order mark, which must have no errors
 * @param story what was read from it
 */
export function formatPublishedStory(text: string, story: Story): string {
  const shown = (_: string, value: unknown): unknown => (typeof value === 'string' ? shownText(value) : value)
  const file = JSON.parse(text, shown) as StoryFile
  if (typeof file.$schema === 'string' && !/^[a-z][a-z\d+.-]*:/i.test(file.$schema))
    file.$schema = '../story.schema.json'
  for (const [i, feature] of file.features.entries()) {
    feature.geometry = standardGeometry(feature.geometry)
    for (const [j, quote] of feature.properties.quotes.entries())
      quote.exact = story.places[i]?.quotes[j]?.exact ?? quote.exact
  }
  return formatJson(file)
}

/** As much of a story file as {@link formatPublishedStory} changes. */
interface StoryFile {
  $schema?: unknown
  readonly features: readonly {
    geometry: PlaceGeometry
    readonly properties: { readonly quotes: readonly { exact: string }[] }
  }[]
}

function formatJson(value: object): string {
  return `${formatPositions(JSON.stringify(value, null, 2))}\n`
}

/** JSON with each position, and each box, on one line. */
export function formatPositions(json: string): string {
  // Numbers alone: a position with two or three of them, or a box with four.
  const numbers = /\[\s+-?[\d.]+(?:e[+-]?\d+)?(?:,\s+-?[\d.]+(?:e[+-]?\d+)?){1,3}\s+\]/g
  return json.replace(numbers, (array) => array.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))
}
