import { describe, expect, test } from 'vitest'
import { renderSocialCard } from '../../../src/build/card/social-card.ts'
import { readPageData } from '../../../src/build/story-files.ts'
import { project } from '../../../src/cartography/mercator.ts'
import { openingView } from '../../../src/cartography/opening-view.ts'
import { localizeStory } from '../../../src/words/localized-story.ts'
import { type Area, decodePng, pixelsOf, shareOf } from './picture.ts'

const land = ['#f1ede3', '#fbf9f3']
const water = ['#d3dfe4']
const red = ['#a3261b']
const ink = ['#22201c']
const paper = ['#fffdf9']

// The headline and the names stand in a column at the side where its language begins; the map has the rest.
const card: Area = { left: 0, top: 0, right: 1200, bottom: 630 }
const leftColumn: Area = { ...card, right: 438 }
const rightColumn: Area = { ...card, left: 762 }

// In the lower left corner of the map: the places of Raqqa, and where in Switzerland the one place of the second story is.
const leftInset: Area = { left: 455, top: 327, right: 771, bottom: 571 }

for (const [folder, name, column, map, leastWater, inset] of [
  ['geo', 'raqqa', leftColumn, { ...card, left: 442 }, 0.002, leftInset],
  // Its place lies far from any water.
  ['test/fixture/good', 'markup', leftColumn, { ...card, left: 442 }, 0, leftInset],
  [
    'test/fixture/story',
    'petra',
    rightColumn,
    { ...card, right: 758 },
    0.002,
    { ...leftInset, left: 0, right: 758, top: 0 },
  ],
] as const) {
  describe(`the card of ${name}`, async () => {
    const data = readPageData(folder, name, process.cwd())
    const picture = decodePng(Buffer.from((await renderSocialCard(data)).png))

    test('is a PNG of 1200 × 630 pixels', () => {
      expect([picture.width, picture.height]).toEqual([1200, 630])
    })

    test('has land on most of its map, water on some of it, and neither beside it', () => {
      expect(shareOf(picture, map, land)).toBeGreaterThan(0.7)
      expect(shareOf(picture, map, water)).toBeGreaterThanOrEqual(leastWater)
      expect(shareOf(picture, column, [...land, ...water])).toBe(0)
    })

    test('has red markers where its places are, or in an inset, and nowhere else on the map', () => {
      const { center, width, height } = openingView(data.story, data.basemap)
      const scale = Math.min(map.right - map.left, (630 * width) / height) / width
      const places = data.story.places.map(({ position }) => {
        const { x, y } = project(position)
        return { x: (map.left + map.right) / 2 + (x - center.x) * scale, y: 315 + (y - center.y) * scale }
      })
      const marks = pixelsOf(picture, map, red)
      const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y)
      for (const place of places) expect(Math.min(...marks.map((mark) => distance(mark, place)))).toBeLessThan(6)
      const elsewhere = marks.filter((mark) => places.every((place) => distance(mark, place) > 60))
      const isIn = ({ x, y }: { x: number; y: number }, { left, top, right, bottom }: Area) =>
        x >= left && x < right && y >= top && y < bottom
      expect(elsewhere.filter((mark) => !inset || !isIn(mark, inset))).toEqual([])
      expect(elsewhere.length > 0).toBe(inset !== undefined)
    })

    test('has its headline in ink in the upper half of the column, with the names and their numbers below', () => {
      const [upper, lower] = [
        { ...column, bottom: 240 },
        { ...column, top: 600 - 46 * Math.min(data.story.places.length, 5) },
      ]
      expect(shareOf(picture, column, paper)).toBeGreaterThan(0.7)
      expect(shareOf(picture, upper, ink)).toBeGreaterThan(0.02)
      expect(shareOf(picture, lower, ink)).toBeGreaterThan(0.005)
      expect(pixelsOf(picture, upper, red)).toEqual([])
      expect(shareOf(picture, lower, red)).toBeGreaterThan(0.005)
      expect(shareOf(picture, { ...column, bottom: 36 }, paper)).toBe(1)
    })
  })
}

const raqqa = readPageData('geo', 'raqqa', process.cwd())

/** The card of the Raqqa story with another headline, which is also its first place's name. */
async function cardOf(headline: string, inLanguage: string) {
  const { story } = raqqa
  const places = story.places.map((place, i) => (i === 0 ? { ...place, name: headline } : place))
  const written = { ...story, article: { ...story.article, headline, inLanguage }, places }
  const { png, lacking } = await renderSocialCard({ ...raqqa, ...localizeStory(written) })
  return { picture: decodePng(Buffer.from(png)), lacking: lacking.join('') }
}

// What is right to left has its column on the right.
const upperLeft: Area = { left: 0, top: 0, right: 438, bottom: 300 }
const upperRight: Area = { ...upperLeft, left: 762, right: 1200 }

describe.each([
  ['Chinese', 'zh', '叙利亚民主力量在重大胜利中将伊斯兰国赶出拉卡市，结束三年占领', upperLeft],
  ['Thai', 'th', 'กองกำลังที่สหรัฐหนุนหลังขับไล่ไอเอสออกจากเมืองรักกาสำเร็จหลังการสู้รบยาวนานหลายเดือน', upperLeft],
  ['Hebrew', 'he', 'כוחות הנתמכים בידי ארצות הברית גירשו את דאעש מרקה בניצחון גדול', upperRight],
  ['Hindi', 'hi', 'अमेरिका समर्थित बलों ने बड़ी जीत में रक्का से आईएसआईएस को खदेड़ दिया', upperLeft],
  ['Persian', 'fa', 'نیروهای تحت حمایت آمریکا داعش را از رقه بیرون راندند', upperRight],
  [
    'one long word',
    'de',
    'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsbeitragserhöhung',
    upperLeft,
  ],
  ['signs', 'en', 'Storm \u{1f32a} closes the pass \u{10ffff} for a second day', upperLeft],
])('a card whose headline is in %s', async (_, language, headline, column) => {
  const { picture, lacking } = await cardOf(headline, language)

  test('has the headline, or where there is no font for it, no letter of it, and says which are lacking', () => {
    const share = shareOf(picture, column, ink)
    if (lacking === '') expect(share).toBeGreaterThan(0.01)
    else expect(share).toBe(0)
    expect(lacking === '' || Array.from(lacking).some((letter) => headline.includes(letter))).toBe(true)
  })

  test('stays within its column', () => {
    const [left, right] = [column.left + 2, column.right]
    for (const [from, to] of [
      [left, left + 30],
      [right - 30, right],
    ] as const) {
      expect(shareOf(picture, { left: from, right: to, top: 0, bottom: 630 }, paper)).toBe(1)
    }
  })
})

test('letters that the renderer cannot join are left out, and letters of our own fonts never', async () => {
  expect((await cardOf('हिन्दी', 'hi')).lacking).toContain('ह')
  for (const [headline, language] of [
    ['Ακρόπολις и Красная площадь', 'el'],
    ['الرقة', 'ar'],
  ] as const) {
    expect((await cardOf(headline, language)).lacking).toBe('')
  }
})
