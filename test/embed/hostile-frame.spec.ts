import { expect, type Page } from '@playwright/test'
import type { TestServers } from '../server.ts'
import { test } from './host-page.ts'

/** Opens the article with a page in the map's frame that says whatever it likes. */
async function openHostile(page: Page, { pages, maps }: TestServers, script: string): Promise<void> {
  const body = `<!doctype html><button>In the frame</button><script>${script}</script>`
  await page.route(`${maps}/raqqa/**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await page.goto(`${pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(page.frameLocator('iframe').getByRole('button')).toBeVisible()
}

const say = (message: string): string => `parent.postMessage({ articleMap: 1, ...${message} }, '*')`
const passage = 'Raqqa’s capture leaves Islamic State in control of little more than'
const references = (page: Page) => page.locator('[data-article-map-reference] button')
const place = (quotes: string): string => `{ id: 'p' + i, number: i + 1, name: 'n', quotes: ${quotes} }`

test('a frame cannot freeze the page of the article, nor fill it with numbers', async ({ page, servers }) => {
  const many = (count: number, quotes: string) =>
    say(`{ type: 'ready', places: Array.from({ length: ${count} }, (_, i) => (${place(quotes)})) }`)
  // What a frame may say at most; and what it may not.
  const allowed = many(300, "Array(100).fill({ exact: 'e', suffix: 'z' })")
  const letters = many(10_000, "[{ exact: 'e' }]")
  const alike = many(1000, `[{ exact: ${JSON.stringify(passage)} }]`)
  const tooMany = many(100, "Array(5000).fill({ exact: 'Islamic State' })")
  const once = `onmessage = null; ${[tooMany, allowed, letters, alike].join(';')}`
  await openHostile(page, servers, `onmessage = () => { ${once} }`)
  await expect(references(page)).toHaveText(['1', '2', '3'])
  // The page still answers.
  expect(await page.evaluate(() => document.title)).not.toBe('')
})

test('a frame leads the reader elsewhere only after a gesture in it, and once for each', async ({ page, servers }) => {
  const ready = say(
    `{ type: 'ready', places: [{ id: 'p', number: 1, name: 'n', quotes: [{ exact: ${JSON.stringify(passage)} }] }] }`,
  )
  const reveal = say("{ type: 'reveal', id: 'p' }")
  await openHostile(page, servers, `onmessage = () => { ${ready} }; setInterval(() => { ${reveal} }, 50)`)
  await expect(references(page)).toHaveCount(1)
  await page.evaluate(() => document.querySelector('article')?.prepend(document.createElement('input')))
  const field = page.locator('article input')
  await field.click()
  await field.pressSequentially('a long enough text', { delay: 30 })
  await expect(field).toHaveValue('a long enough text')
  await expect(field).toBeFocused()
  await page.frameLocator('iframe').getByRole('button').click()
  await expect(page.getByRole('group', { name: 'In the article: n' })).toBeFocused()
  await field.click()
  await field.pressSequentially('again', { delay: 60 })
  await expect(field).toBeFocused()
})

test('nothing is written where it is edited, hidden or no text', async ({ page, servers }) => {
  const ready = say(
    `{ type: 'ready', places: [{ id: 'p', number: 1, name: 'n', quotes: [{ exact: 'Not for anybody to read here.' }] }] }`,
  )
  await openHostile(page, servers, `onmessage = () => {}`)
  await page.evaluate(() => {
    const text = 'Not for anybody to read here.'
    const article = document.querySelector('article')
    for (const [tag, attributes] of [
      ['p', { contenteditable: '' }],
      ['div', { contenteditable: 'plaintext-only' }],
      ['p', { inert: '' }],
      ['p', { style: 'display: none' }],
      ['dialog', {}],
      ['datalist', {}],
      ['title', {}],
      ['textarea', {}],
    ] as const) {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      element.append(text)
      article?.prepend(element)
    }
  })
  const frame = page.frames().find((other) => other.url().includes('/raqqa/'))
  await frame?.addScriptTag({ content: ready })
  await page.evaluate(() => {
    const last = document.createElement('p')
    last.textContent = 'Not for anybody to read here.'
    document.querySelector('article')?.append(last)
  })
  await frame?.addScriptTag({ content: ready.replace("name: 'n'", "name: 'm'") })
  await expect(references(page)).toHaveCount(1)
  await expect(page.locator('article > p:last-child [data-article-map-reference]')).toHaveCount(1)
})

test('one map with a wrong attribute does not stop the others', async ({ page, servers, complaints }) => {
  await page.addInitScript(() => {
    // The host script waits until the page is parsed.
    const insert = () => {
      const wrong = document.createElement('article-map')
      wrong.dataset['articleMap'] = '[['
      document.body.prepend(wrong)
    }
    if (window.parent === window) document.addEventListener('readystatechange', insert, { once: true })
  })
  await page.goto(`${servers.pages}/host-article.html`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(references(page)).toHaveCount(9)
  expect(complaints).toContainEqual(expect.stringContaining('data-article-map must be empty or a CSS selector'))
})
