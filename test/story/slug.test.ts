import { expect, test } from 'vitest'
import { slugOf } from '../../src/story/slug.ts'

test.each([
  ['Al-Naim roundabout', 'al-naim-roundabout'],
  ['Nuku’alofa', 'nukualofa'],
  ['Łódź', 'lodz'],
  ['İstanbul, Kadıköy', 'istanbul-kadikoy'],
  ['Straße', 'strasse'],
  ['Þingvellir', 'thingvellir'],
  ['الرقة', ''],
])('the address of %s is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
