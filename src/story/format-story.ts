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
