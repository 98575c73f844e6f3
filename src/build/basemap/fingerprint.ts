import { createHash } from 'node:crypto'
import type { Story } from '../../story/story.ts'

/**
 * What of a story its basemap depends on, as a short hash: its language, the view that its author wants, and its places with
 * their names. Another one means that the basemap has to be drawn anew.
 */
export function fingerprintOf({ article, places, view }: Story): string {
  const content = [
    article.inLanguage,
    ...(view ? [view] : []),
    places.map(({ name, localName, aliases, position, geometry }) => [name, localName, aliases, position, geometry]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}
