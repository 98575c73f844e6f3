import { expect } from '@playwright/test'
import { openFrame, pasted, selectIn } from '../embed/host-page.ts'
import { openRaqqa, raqqa, test } from '../map/map-page.ts'

const stadium = raqqa.places.find(({ id }) => id === 'municipal-stadium')

test('in the harshest frame a quote is copied with its credit and link, and that is said', async ({
  page,
  servers,
}) => {
  const frame = await openFrame(page, servers, { sandbox: 'allow-scripts', address: '?tiles=off' })
  await selectIn(frame, 'municipal-stadium')
  await frame.getByRole('button', { name: 'Copy quote' }).click()
  await expect(frame.locator('.unseen[aria-live]')).toHaveText('Copied')
  const text = await pasted(page)
  for (const { exact } of stadium?.quotes ?? []) expect(text).toContain(exact)
  expect(text).toContain('From “US-backed forces drive ISIS out of Raqqa in major victory”, 18 October 2017')
  expect(text).toContain(`${servers.maps}/raqqa/?tiles=off#place=municipal-stadium`)
})

test('where the build knows the site, a link leads to the place by a page of its own, wherever it is pasted', async ({
  page,
  servers,
}) => {
  await page.route(`${servers.maps}/raqqa/?tiles=off`, async (route) => {
    const response = await route.fetch()
    const canonical = '<link rel="canonical" href="https://maps.example/raqqa/">'
    await route.fulfill({ response, body: (await response.text()).replace('</title>', `</title>${canonical}`) })
  })
  const frame = await openFrame(page, servers, { sandbox: 'allow-scripts', address: '?tiles=off' })
  await selectIn(frame, 'municipal-stadium')
  await frame.getByRole('button', { name: 'Copy link' }).click()
  await expect(frame.locator('.unseen[aria-live]')).toHaveText('Copied')
  expect(await pasted(page)).toBe('https://maps.example/raqqa/place/municipal-stadium/')
})

test('what is copied is seen beside the button and heard once', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  await map.button('Copy link').click()
  await expect(map.popup.getByText('Copied')).toBeVisible()
  await expect(map.said).toHaveText('Copied')
})

test('where the system has a share sheet, the popup opens it with the place’s name and link', async ({
  page,
  servers,
}) => {
  await page.addInitScript(() => {
    const shared: unknown[] = []
    Object.assign(window, { shared })
    Object.defineProperty(navigator, 'share', { value: (data: unknown) => Promise.resolve(shared.push(data)) })
  })
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  await map.button('Share').click()
  const url = `${servers.maps}/raqqa/#place=deir-ezzor`
  expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([
    { title: 'Deir Ezzor', url },
  ])
})
