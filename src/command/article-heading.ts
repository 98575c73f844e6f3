import { type ArticleText } from '../story/article-text.ts'
import { type Article } from '../story/story.ts'
import { withoutInvisible } from '../story/typography.ts'
import { languageTags } from '../words/language.ts'

/** The headline and the date above an article's first paragraph, if there are lines that look like them. */
export function headlineAndDate({ text, blocks }: ArticleText): Pick<Partial<Article>, 'headline' | 'datePublished'> {
  const first = blocks.findIndex(({ paragraph }) => paragraph !== undefined)
  const heading = blocks
    .slice(0, Math.max(0, first))
    .map(({ start }, i) => withoutInvisible(text.slice(start, blocks[i + 1]?.start ?? text.length)).trim())
  const datePublished = heading
    .flatMap(partsOf)
    .map(dateIn)
    .find((date) => date !== undefined)
  const headline = heading.find((line) => partsOf(line).every((part) => dateIn(part) === undefined))
  return { ...(headline !== undefined && { headline }), ...(datePublished !== undefined && { datePublished }) }
}

/** How long a line is at most that may be a date's, in UTF-16 units: a longer one speaks of a day. */
const longest = 80

/** A line; of a long one, such as a byline with a date behind it, the parts between dashes, bars, dots, and a comma before a date. */
function partsOf(line: string): string[] {
  return line.length <= longest ? [line] : line.split(/\s[–—|·•-]\s|[,،]\s(?=(?:\p{L}+\.?\s)?\p{Nd}{1,2}(?!\p{N}))/u)
}

/** The ISO 8601 date of a short line such as "18 October 2017, 9:30", "Publié le 18 octobre 2017" or "18.10.2017". */
function dateIn(line: string): string | undefined {
  if (line.length > longest) return undefined
  const plain = line.toLowerCase().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const [, year, month, day] = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(plain) ?? []
  if (year !== undefined) return isoDate(year, Number(month), day)
  const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(plain)
  if (dotted !== null) return isoDate(dotted[3], Number(dotted[2]), dotted[1])
  for (const { name, number } of monthNames()) {
    for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
      const [before, after] = [plain.slice(0, at), plain.slice(at + name.length)]
      if (/[\p{L}\p{M}]$/u.test(before) || /^[\p{L}\p{M}]/u.test(after)) continue
      // 18 October, 18. Oktober, 1er octobre, 18 de octubre; October 18
      const dayBefore = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|of\s+)?$/.exec(before)?.[1]
      const [, dayAfter, yearAfter] = /^\.?\s+(\d{1,2})(?:st|nd|rd|th)?\P{N}{1,5}(\d{4})(?!\d)/u.exec(after) ?? []
      const yearBehind = /^\P{N}{1,20}(\d{4})(?!\d)/u.exec(after)?.[1]
      const date = isoDate(yearBehind, number, dayBefore) ?? isoDate(yearAfter, number, dayAfter)
      if (date !== undefined) return date
    }
  }
  return undefined
}

function isoDate(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (year === undefined || day === undefined) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  // Neither the 31st of June nor the 13th month.
  const time = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined
}

/** The months have other names in Beirut, Algiers and Rabat than in Cairo. */
const locales = [...languageTags, 'en-GB', 'ar-LB', 'ar-DZ', 'ar-MA']

/** The names of the months in the languages of the interface, the longest first: `تشرين الأول` before `تشرين`. */
function monthNames(): readonly { readonly name: string; readonly number: number }[] {
  const names = locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, month) => ({
        name: format
          .format(Date.UTC(2000, month, 15))
          .toLowerCase()
          .replace(/\.$/, ''),
        number: month + 1,
      }))
    }),
  )
  return names.sort((a, b) => b.name.length - a.name.length)
}
