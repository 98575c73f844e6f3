import { expect, type Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { openRaqqa, raqqa, test } from '../map/map-page.ts'

/** What a reader of a PDF finds in it, by a program that nobody here wrote. */
interface PdfContent {
  /** Its lines in the order of the file, which is that in which they are read out and copied. */
  readonly text: string
  readonly links: readonly string[]
  /** The roles of its structure in their order; those of images with their alternative text. */
  readonly structure: readonly string[]
}

interface StructureNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructureNode[]
}

async function printed(page: Page): Promise<PdfContent> {
  // `page.pdf()` does not tell the page.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const data = new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true }))
  const sheet = await getDocumentProxy(data, { verbosity: 0 }).then((file) => file.getPage(1))
  const { items } = await sheet.getTextContent()
  const annotations = (await sheet.getAnnotations()) as { readonly url?: string }[]
  const rolesOf = ({ role, alt, children = [] }: StructureNode): string[] => [
    ...(role === undefined ? [] : [alt === undefined ? role : `${role}: ${alt}`]),
    ...children.flatMap(rolesOf),
  ]
  return {
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''),
    links: annotations.flatMap(({ url }) => url ?? []),
    structure: rolesOf((await sheet.getStructTree()) as StructureNode),
  }
}

/** Where each text begins that follows the one before it in the file; fails at one that does not. */
function expectInOrder(text: string, parts: readonly string[]): void {
  const plain = text.replace(/- /g, '-').replace(/\s+/g, ' ')
  let from = 0
  for (const part of parts) {
    const at = plain.indexOf(part, from)
    expect(at, `“${part}” after “${plain.slice(Math.max(0, from - 60), from)}”`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}

const reading = [
  raqqa.article.headline,
  'The places in the article',
  '18 October 2017',
  ...raqqa.places.flatMap(({ number, name, quotes, source }) => [
    String(number),
    name,
    ...quotes.map(({ exact }) => exact),
    source,
  ]),
  `From “${raqqa.article.headline}”`,
]

test('a PDF of the live map is read in order, names its map, and links to its address', async ({ page, servers }) => {
  await openRaqqa(page, servers, '?tiles=off')
  const { text, links, structure } = await printed(page)
  await test.step('headline, date, then each place with its quotes and sources', () => expectInOrder(text, reading))
  await test.step('the names on the map are whole, and there once', () => {
    for (const name of ['SYRIA', 'Euphrates', 'Tigris', 'Deir Ezzor']) expect(text).toContain(name)
    expect(text.match(/Hasakah/g)).toHaveLength(1)
    expect(text.match(/Raqqa and 3 more/g)).toHaveLength(1)
  })
  expect(structure).toEqual(
    expect.arrayContaining([
      'H1',
      'Figure: Map of the places in: US-backed forces drive ISIS out of Raqqa in major victory (Raqqa, Al-Naim roundabout, Main hospital, Municipal stadium, Deir Ezzor)',
    ]),
  )
  expect(structure.filter((role) => role === 'H2')).toHaveLength(5)
  expect(structure.filter((role) => role === 'BlockQuote')).toHaveLength(9)
  expect(links).toContain(page.url())
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a PDF is read in the same order', async ({ page, servers }) => {
    await page.goto(`${servers.maps}/raqqa/`)
    const { text, structure } = await printed(page)
    expectInOrder(text, reading)
    expect(structure.filter((role) => role === 'H2')).toHaveLength(5)
    expect(structure).toContainEqual(expect.stringMatching(/^Figure: Map of the places in: /))
  })
})
