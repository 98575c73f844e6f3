import { expect, test } from 'vitest'
import { renderSocialCard } from '../../../src/build/card/social-card.ts'
import { readPageData } from '../../../src/build/story-files.ts'

for (const [folder, name] of [
  ['geo', 'raqqa'],
  ['test/fixture/good', 'markup'],
] as const) {
  test(`the card of ${name} is a PNG of 1200 × 630 pixels`, async () => {
    const png = Buffer.from(await renderSocialCard(readPageData(folder, name, process.cwd())))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    // An empty picture would be a few hundred bytes.
    expect(png.length).toBeGreaterThan(10_000)
  })
}
