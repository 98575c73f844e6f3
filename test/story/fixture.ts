import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the fixtures lie. */
export const fixtures = join(import.meta.dirname, '../fixture')

/** A fixture's text. */
export function readFixture(path: string): string {
  return readFileSync(join(fixtures, path), 'utf8')
}

/** The story files in a folder of fixtures: `bad/url-script.geojson`. */
export function storyFixtures(folder: string): string[] {
  return readdirSync(join(fixtures, folder))
    .filter((file) => file.endsWith('.geojson'))
    .map((file) => `${folder}/${file}`)
}
