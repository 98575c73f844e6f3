import { expect, test } from 'vitest'
import { slugOf, slugPattern } from '../../src/story/slug.ts'

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

test.each(['-a', 'a-', 'a--b', 'A', 'a b', 'a.b', 'é', ''])('%j is no slug', (text) => {
  expect(slugPattern.test(text)).toBe(false)
})
