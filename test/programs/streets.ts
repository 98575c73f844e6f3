import assert from 'node:assert/strict'
import { join } from 'node:path'
import { gzip } from '../../src/build/gzip.ts'
import { createStreets, type Streets, streetsBudget } from '../../src/build/streets/create-streets.ts'
import { readStreets } from '../../src/build/streets/read-streets.ts'
import type { Story } from '../../src/story/story.ts'
import { storyAt } from '../build/streets/story-at.ts'
import type { Tell } from './run.ts'

/** Gothenburg, an extract of OpenStreetMap of 27 December 2016 with 20,000 streets, as a package brings it for its tests. */
const gothenburg = join(import.meta.dirname, 'node_modules', 'geojson-path-finder', 'test', 'large-network.json')

/** Draws the streets of a real city. */
export async function tryStreets(tell: Tell): Promise<void> {
  const source = await readStreets(gothenburg, [])
  const story = storyAt([11.973, 57.7089], [11.9526, 57.6998])
  const streetsOf = (one: Story): Streets => {
    const streets = createStreets(one, source)
    assert(streets)
    return streets
  }
  const namesOf = (one: Story): string[] => streetsOf(one).file.labels.map(([, , , name]) => name)

  await tell(
    'as many are kept as the budget allows, those at the places first, and what was left out is said',
    async () => {
      const { file, leftOut } = streetsOf(story)
      assert(gzip(JSON.stringify(file)).length <= streetsBudget)
      for (const kind of ['minor', 'major', 'motorway']) assert(file.shapes.some((shape) => shape.kind === kind))
      assert(leftOut.includes('minor streets around the places'))
      assert(!leftOut.includes('minor streets'))
    },
  )

  await tell('they are named along their course, and the story’s own names are left to the story', async () => {
    assert(namesOf(story).includes('Vasagatan'))
    const own = { ...story, places: story.places.map((place) => ({ ...place, name: 'Vasagatan' })) }
    assert(!namesOf(own).includes('Vasagatan'))
  })

  await tell('none of its names is a single letter', async () => {
    assert.deepEqual(
      namesOf(story).filter((name) => name.length < 2),
      [],
    )
  })

  await tell('those of another town are none of this story’s', async () => {
    assert.equal(createStreets(storyAt([9, 48]), source), undefined)
  })

  await tell('OpenStreetMap is credited, with the day of the extract', async () => {
    assert.deepEqual(source.credit, {
      text: '© OpenStreetMap contributors, 2016-12-27',
      url: 'https://www.openstreetmap.org/copyright',
      license: 'ODbL-1.0',
    })
  })
}
