import { type Place, type Story } from './story.ts'

/** A story as the text of a story file, such that parsing it gives the same story. */
export function formatStory({ article, places }: Story): string {
  return formatStoryFile({ article, features: places.map(featureOf) })
}

function featureOf({
  id,
  geometry,
  name,
  localName,
  aliases,
  quotes,
  precision,
  accuracy,
  source,
  note,
}: Place): object {
  const plain = quotes.map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix }))
  const properties = { name, localName, aliases, quotes: plain, precision, accuracy, source, note }
  return { type: 'Feature', id, geometry, properties }
}

/** A story file's text from its parts, which need not be complete; positions stand on one line. */
export function formatStoryFile({ article, features }: { article: object; features: readonly object[] }): string {
  const file = { $schema: './story.schema.json', type: 'FeatureCollection', article, features }
  const number = String.raw`-?[\d.]+(?:e[+-]?\d+)?`
  const position = new RegExp(String.raw`\[\s+(${number}),\s+(${number})(?:,\s+(${number}))?\s+\]`, 'g')
  const text = JSON.stringify(file, null, 2).replace(position, (_, ...[lng, lat, altitude]: string[]) => {
    return `[${[lng, lat, altitude].filter((value) => value !== undefined).join(', ')}]`
  })
  return `${text}\n`
}
