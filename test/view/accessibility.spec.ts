import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { longStory } from '../map/long-story.ts'
import { type MapPage, openElement, openRaqqa, test } from '../map/map-page.ts'

const axe = join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js')

/** What axe finds wrong in the page: WCAG 2.2 to level AA, and what is held to be good practice. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe })
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
}

/** The buttons, fields and links that are less than 24 pixels wide or high (WCAG 2.5.8). */
async function smallTargetsOf({ element }: MapPage): Promise<string[]> {
  // A link in a line of text is as high as its line, which the criterion allows.
  const targets = element.locator('button:visible, input:visible, select:visible, .attribution a:visible')
  return targets.evaluateAll((elements) =>
    elements
      // What is there for the keyboard alone is no target until it has the focus.
      .filter((element) => element.isConnected && !element.matches('.skip:not(:focus)'))
      .map((element) => ({ name: element.ariaLabel ?? element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => width < 24 || height < 24)
      .map(({ name, box: { width, height } }) => `${name}: ${width} × ${height}`),
  )
}

// The page's own policy lets no script into it, not even this test's.
test.use({ bypassCSP: true })

/** What a reader may have on the screen, each opened from the one before it. */
const screens: readonly {
  readonly size?: { readonly width: number; readonly height: number }
  readonly shown: readonly { readonly name: string; readonly open?: (map: MapPage) => Promise<unknown> }[]
}[] = [
  {
    shown: [
      { name: 'the opening view' },
      { name: 'an opened group', open: (map) => map.group().click() },
      { name: 'an open popup', open: (map) => map.select('municipal-stadium') },
      { name: 'the embed dialog', open: (map) => map.select(null).then(() => map.button('Embed').click()) },
    ],
  },
  {
    size: { width: 680, height: 480 },
    shown: [{ name: 'the unfolded list', open: (map) => map.row('Raqqa').then((row) => row.focus()) }],
  },
  {
    size: { width: 320, height: 640 },
    shown: [
      { name: 'the opening view' },
      { name: 'a card in the sheet', open: (map) => map.select('municipal-stadium') },
      { name: 'the list over it', open: (map) => map.button('Skip to the list of places').press('Enter') },
    ],
  },
  // A popup may cover a part of another marker in so small a map, which axe would count as a small target: all places
  // are reached by the popup's own buttons and the list as well (WCAG 2.5.8, equivalent). Deir Ezzor has no neighbours.
  {
    size: { width: 300, height: 250 },
    shown: [{ name: 'the opening view' }, { name: 'a popup', open: (map) => map.select('deir-ezzor') }],
  },
]

for (const { size, shown } of screens) {
  const where = size ? `at ${size.width} × ${size.height}` : 'on the whole screen'
  const names = shown.map(({ name }) => name).join(', ')

  test(`${where} axe finds nothing wrong, and no target is too small: ${names}`, async ({ page, servers }) => {
    if (size) await page.setViewportSize(size)
    const map = await openRaqqa(page, servers)
    for (const { name, open } of shown) {
      await test.step(name, async () => {
        await open?.(map)
        await map.settled()
        expect(await smallTargetsOf(map)).toEqual([])
        expect(await faultsOf(page)).toEqual([])
      })
    }
  })

  test(`${where} of a phone no target is too small: ${names}`, { tag: '@phone' }, async ({ page, servers }) => {
    if (size) await page.setViewportSize(size)
    const map = await openRaqqa(page, servers)
    for (const { name, open } of shown) {
      await test.step(name, async () => {
        await open?.(map)
        await map.settled()
        expect(await smallTargetsOf(map)).toEqual([])
      })
    }
  })
}

test('axe finds nothing wrong with the map in the colours that a reader has asked for', async ({ page, servers }) => {
  const map = await openRaqqa(page, servers)
  for (const id of [null, 'raqqa']) {
    await map.select(id)
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { contrast: 'more' }] as const) {
      await test.step(`${JSON.stringify(media)}, ${id ? 'a popup' : 'the opening view'}`, async () => {
        await page.emulateMedia({ colorScheme: null, forcedColors: null, contrast: null, ...media })
        await map.settled()
        expect(await faultsOf(page)).toEqual([])
      })
    }
  }
})

test('axe finds nothing wrong with an element in an Arabic page, from right to left', async ({ page, servers }) => {
  const map = await (await openElement(page, servers, { lang: 'ar', place: 'raqqa' })).loaded()
  await expect(map.popup).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('axe finds nothing wrong with a list that is searched, whether or not it finds something', async ({
  page,
  servers,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const map = await (await openElement(page, servers, { story: longStory(), height: '700px' })).loaded()
  await map.settled()
  for (const query of ['deir', 'Palmyra']) {
    await page.getByRole('searchbox').fill(query)
    expect(await faultsOf(page)).toEqual([])
  }
})

test('axe finds nothing wrong with a story that cannot be shown', async ({ page, servers }) => {
  const map = await openElement(page, servers, { story: '{}' })
  await expect(map.element.getByText('The interactive map cannot be shown.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('axe finds nothing wrong with the page before its script runs', async ({ page, servers }) => {
  // The script is taken out: axe itself needs one to run.
  await page.route(`${servers.maps}/raqqa/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/<script type="module">.*?<\/script>/s, '')
    await route.fulfill({ response, body })
  })
  await page.goto(`${servers.maps}/raqqa/`)
  await expect(page.locator('article-map .static')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test(
  'to a screen reader the map is a region with a headline, named markers, controls and a numbered list',
  { tag: ['@both', '@firefox'] },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - 'region "Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory"':
      - button "Skip to the list of places"
      - heading "US-backed forces drive ISIS out of Raqqa in major victory" [level=1]
      - paragraph:
        - text: The places in the article
        - time: 18 October 2017
      - group "Map":
        - 'button "4 places: Raqqa, Al-Naim roundabout, Main hospital, Municipal stadium. Zoom in"'
        - 'button "Place 5: Deir Ezzor"'
      - button "Zoom in"
      - button "Zoom out"
      - button "Show all places"
  `)
    await expect(map.element.locator('.side')).toMatchAriaSnapshot(`
    - list "The places in the article":
      - listitem:
        - heading "1. Raqqa" [level=2]:
          - link "1. Raqqa"
        - paragraph: الرقة
        - figure "Verbatim, paragraph 1":
          - blockquote:
            - paragraph: /^US-backed forces took full control/
          - text: Verbatim, paragraph 1
        - figure "Verbatim, paragraph 9":
          - blockquote:
            - paragraph: /^Raqqa has been devastated/
          - text: Verbatim, paragraph 9
        - paragraph: A city as a whole, within about 400 m
        - paragraph: "Location: GeoNames 172955 (CC BY 4.0); OCHA P-code C5710"
      - listitem:
        - heading "2. Al-Naim roundabout" [level=2]:
          - link "2. Al-Naim roundabout"
      - listitem:
        - heading "3. Main hospital" [level=2]:
          - link "3. Main hospital"
      - listitem:
        - heading "4. Municipal stadium" [level=2]:
          - link "4. Municipal stadium"
      - listitem:
        - heading "5. Deir Ezzor" [level=2]:
          - link "5. Deir Ezzor"
    - list "How well a location is known":
      - listitem: Exact location
      - listitem: A city as a whole
      - listitem: A whole region
    - button "Embed"
    - button "Back to the map"
  `)
  },
)

test(
  'to a screen reader a popup is a dialog named by its place, with quotations and a way on',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers, '#place=deir-ezzor')
    await expect(map.popup).toMatchAriaSnapshot(`
    - dialog "Deir Ezzor, place 5 of 5":
      - heading "Deir Ezzor" [level=2]
      - text: دير الزور
      - button "Close"
      - group "What the article says":
        - figure "Verbatim, paragraph 22":
          - blockquote:
            - paragraph: /^Raqqa's capture leaves Islamic State .* say observers\\.$/
          - text: Verbatim, paragraph 22
        - paragraph:
          - text: From “US-backed forces drive ISIS out of Raqqa in major victory”,
          - time: 18 October 2017
        - paragraph: A whole region
        - paragraph: The article speaks of the whole province; the marker stands on its capital.
        - paragraph: "Location: GeoNames 170794 (CC BY 4.0)"
        - button "Copy quote"
        - button "Copy link"
      - button "Previous place"
      - text: 5 of 5
      - button "Next place"
  `)
  },
)

test(
  'to a screen reader an opened group is its places, one after the other',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.group().click()
    await map.settled()
    await expect(map.map).toMatchAriaSnapshot(`
    - group "Map":
      - 'button "Place 1: Raqqa"'
      - 'button "Place 2: Al-Naim roundabout"'
      - 'button "Place 3: Main hospital"'
      - 'button "Place 4: Municipal stadium"'
  `)
  },
)

test(
  'to a screen reader a folded list is a closed button before the places that it holds',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    await page.setViewportSize({ width: 300, height: 250 })
    const map = await openRaqqa(page, servers)
    await expect(map.layout).toMatchAriaSnapshot(`
    - button "5 places" [expanded=false]
    - list "The places in the article":
      - listitem:
        - heading "1. Raqqa" [level=2]
  `)
  },
)

test(
  'to a screen reader the embed dialog is its title, a choice of ways and what to copy',
  { tag: '@firefox' },
  async ({ page, servers }) => {
    const map = await openRaqqa(page, servers)
    await map.button('Embed').click()
    await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Put this map into a page":
      - heading "Put this map into a page" [level=2]
      - button "Close"
      - text: Opens at
      - combobox "Opens at":
        - option "All places" [selected]
        - option "Raqqa"
        - option "Al-Naim roundabout"
        - option "Main hospital"
        - option "Municipal stadium"
        - option "Deir Ezzor"
      - text: Colours
      - combobox "Colours":
        - option "As the reader’s system" [selected]
        - option "Light"
        - option "Dark"
      - text: Height in pixels
      - spinbutton "Height in pixels"
      - checkbox "Street map from openstreetmap.org when zoomed in" [checked]
      - textbox "Frame, for any website"
      - 'button "Copy: Frame, for any website"'
      - textbox "Custom element, for your own pages"
      - 'button "Copy: Custom element, for your own pages"'
      - textbox "Link"
      - 'button "Copy: Link"'
  `)
  },
)

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (rgb: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const fills = ['--paper', '--land', '--home', '--water']
for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: text stands out 4.5 to 1 from all it may lie on, markers 3 to 1`, async ({ page, servers }) => {
    await page.emulateMedia({ colorScheme })
    const map = await openRaqqa(page, servers)
    const colour = (name: string): Promise<number[]> =>
      map.element.evaluate((element, name) => {
        const probe = document.createElement('i')
        element.append(probe)
        probe.style.color = `var(${name})`
        const { color } = getComputedStyle(probe)
        probe.remove()
        return color.match(/[\d.]+/g)?.map(Number) ?? []
      }, name)
    const weak: string[] = []
    const check = async (front: string, back: string, least: number): Promise<void> => {
      const ratio = contrast(await colour(front), await colour(back))
      if (ratio < least) weak.push(`${front} on ${back}: ${ratio.toFixed(2)} to 1`)
    }
    for (const back of fills) {
      for (const text of ['--ink', '--label', '--muted', '--water-ink']) await check(text, back, 4.5)
      await check('--accent', back, 3)
    }
    await check('--on-accent', '--accent', 4.5)
    expect(weak).toEqual([])
  })

  test(`${colorScheme}: over street tiles a marker stands out by its own outline`, async ({ page, servers }) => {
    await page.emulateMedia({ colorScheme })
    const map = await openRaqqa(page, servers, '#place=al-naim-roundabout')
    const marker = map.marker('Main hospital')
    await expect(marker.locator('.body')).toHaveCSS('stroke-width', '1.5px')
    const [fill, stroke] = await marker.locator('.body').evaluate((body) => {
      const { fill, stroke } = getComputedStyle(body)
      return [fill, stroke].map((color) => color.match(/[\d.]+/g)?.map(Number) ?? [])
    })
    expect(contrast(fill ?? [], stroke ?? [])).toBeGreaterThanOrEqual(3)
  })
}

test('where copying is refused, the reader is given the text, selected', async ({ page, servers }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  const map = await openRaqqa(page, servers, '#place=deir-ezzor')
  await map.button('Copy link').click()
  const text = map.popup.getByRole('textbox', { name: 'Copy' })
  await expect(text).toBeFocused()
  await expect(text).toHaveValue(/#place=deir-ezzor$/)
  await expect(map.said).toHaveText(/^Copying was refused/)
})
