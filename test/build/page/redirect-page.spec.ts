import { expect, type Page } from '@playwright/test'
import { renderRedirectPage } from '../../../src/build/page/redirect-page.ts'
import { readPageData } from '../../../src/build/story-files.ts'
import { redirectPath } from '../../../src/embed/redirect-path.ts'
import { cardName } from '../../map/map-page.ts'
import { test } from '../../network.ts'
import type { TestServers } from '../../server.ts'

const options = { place: 'deir-ezzor', theme: 'dark' } as const
const raqqa = readPageData('geo', 'raqqa', process.cwd())

/** Opens the page of a place in dark colours. */
async function openRedirect(page: Page, { maps, pages }: TestServers): Promise<void> {
  const url = `${maps}/raqqa/${redirectPath(options)}`
  const body = renderRedirectPage(raqqa, 'https://maps.example/raqqa/', options)
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await page.goto(`${pages}/pasted.html`)
  await page.evaluate((url) => location.assign(url), url)
  await page.waitForURL(`${maps}/raqqa/?theme=dark#place=deir-ezzor`)
}

test('the address of a place in dark colours leads to it on the map, and back to where the reader was', async ({
  page,
  servers,
  complaints,
}) => {
  await openRedirect(page, servers)
  await expect(page.getByRole('dialog')).toHaveAccessibleName(cardName('Deir Ezzor'))
  await page.goBack()
  await expect(page).toHaveURL(`${servers.pages}/pasted.html`)
  expect(complaints).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the address of a place leads to its row in the list', async ({ page, servers }) => {
    const url = `${servers.maps}/raqqa/${redirectPath(options)}`
    const body = renderRedirectPage(raqqa, 'https://maps.example/raqqa/', options)
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
    await page.goto(url)
    await page.waitForURL(`${servers.maps}/raqqa/?theme=dark#place=deir-ezzor`)
    await expect(page.locator('[id="place=deir-ezzor"]')).toBeInViewport()
  })
})
