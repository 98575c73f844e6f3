import { type ArticleText } from '../story/article-text.ts'
import { type Article } from '../story/story.ts'
import { languageTags } from '../words/language.ts'

/** The headline and the date above an article's first paragraph, if there are lines that look like them. */
export function headlineAndDate({ text, blocks }: ArticleText): Pick<Partial<Article>, 'headline' | 'datePublished'> {
  const first = blocks.findIndex(({ paragraph }) => paragraph !== undefined)
  const heading = blocks
    .slice(0, Math.max(0, first))
    .map(({ start }, i) => text.slice(start, blocks[i + 1]?.start ?? text.length).trim())
  const datePublished = heading.map(dateIn).find((date) => date !== undefined)
  const headline = heading.find((line) => dateIn(line) === undefined)
  return { ...(headline !== undefined && { headline }), ...(datePublished !== undefined && { datePublished }) }
}

/** The ISO 8601 date of a short line such as "18 October 2017" or "Published Oct 18, 2017", without other numbers in it. */
function dateIn(line: string): string | undefined {
  if (line.length > 60) return undefined
  const iso = /\b(\d{4})-(0[1-9]|1[0-2])-([0-2]\d|3[01])\b/.exec(line)?.[0]
  if (iso !== undefined) return iso
  const numbers = westernDigits(line).match(/\d+/g) ?? []
  const day = numbers.find((number) => number.length <= 2 && Number(number) >= 1 && Number(number) <= 31)
  const year = numbers.find((number) => number.length === 4)
  const month = monthIn(line)
  if (numbers.length !== 2 || day === undefined || year === undefined || month === undefined) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function westernDigits(line: string): string {
  return line.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
}

function monthIn(line: string): number | undefined {
  const words: readonly string[] = line.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  for (const language of languageTags) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      for (let month = 0; month < 12; month++) {
        const name = format
          .format(Date.UTC(2000, month, 15))
          .toLowerCase()
          .replace(/\.$/, '')
        if (words.includes(name)) return month + 1
      }
    }
  }
  return undefined
}
