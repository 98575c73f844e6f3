import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { parseStory } from '../../src/story/parse-story.ts'
import { test } from './host-page.ts'

const { places } = parseStory(readFileSync('geo/raqqa.geojson', 'utf8'))

test.use({ javaScriptEnabled: false })

test('without JavaScript a frame holds the headline, the drawn map, all places and all quotes', async ({
  page,
  servers,
}) => {
  await page.goto(`${servers.pages}/host-article.html`)
  const frame = page.frameLocator('iframe')
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(/^US-backed forces drive ISIS out of Raqqa/)
  await expect(frame.getByRole('listitem').filter({ has: frame.locator('blockquote') })).toHaveCount(places.length)
  await expect(frame.locator('blockquote')).toHaveText(places.flatMap(({ quotes }) => quotes.map(({ exact }) => exact)))
  const drawing = frame.locator('.map svg').first()
  await expect(drawing).toBeVisible()
  expect((await drawing.boundingBox())?.height).toBeGreaterThan(150)
})

test('without JavaScript every quote in a frame can be scrolled to, and a number of the map leads to its place', async ({
  page,
  servers,
}) => {
  await page.goto(`${servers.pages}/host-article.html`)
  const frame = page.frameLocator('iframe')
  await page.locator('iframe').scrollIntoViewIfNeeded()
  const quote = frame.getByText('little more than a "dwarf territory"')
  await quote.scrollIntoViewIfNeeded()
  await expect(quote).toBeInViewport()
  await expect(frame.getByRole('link', { name: /Deir Ezzor/ }).first()).toHaveAttribute('href', '#place=deir-ezzor')
})

test('without JavaScript an element in a page leaves its link', async ({ page, servers }) => {
  await page.goto(`${servers.pages}/element-article.html`)
  await expect(page.getByRole('link', { name: /^Map of the places in: US-backed forces/ })).toBeVisible()
})
