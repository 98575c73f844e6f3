import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe } from './json-node.ts'
import { parseLanguage, parseObject, parseRequiredText, parseText } from './parse-text.ts'
import { type Article } from './story.ts'

/**
 * Parses the `article` member of a story file. Returns undefined without a headline, since no quote can be attributed
 * then; any other member that is wrong is left out.
 */
export function parseArticle(node: JsonNode, issues: IssueList): Article | undefined {
  const members = parseObject(node, ['headline', 'datePublished', 'inLanguage', 'url', 'publisher'], issues)
  if (members === undefined) return undefined
  const headline = parseRequiredText(node, 'headline', "write the article's headline", issues)
  const datePublished = optional(members.get('datePublished'), parseDate, issues)
  const inLanguage = optional(members.get('inLanguage'), parseLanguage, issues)
  const url = optional(members.get('url'), parseUrl, issues)
  const publisher = optional(members.get('publisher'), parseText, issues)
  if (headline === undefined) return undefined
  return {
    headline,
    ...(datePublished !== undefined && { datePublished }),
    ...(inLanguage !== undefined && { inLanguage }),
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher }),
  }
}

function optional<T>(
  node: JsonNode | undefined,
  parse: (node: JsonNode, issues: IssueList) => T | undefined,
  issues: IssueList,
): T | undefined {
  return node === undefined ? undefined : parse(node, issues)
}

const datePattern =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/

/** An ISO 8601 date, or date and time, in its extended form. */
function parseDate(node: JsonNode, issues: IssueList): string | undefined {
  const match = typeof node.value === 'string' ? datePattern.exec(node.value) : null
  if (match === null) {
    const example = 'such as "2017-10-18" or "2017-10-18T09:30:00Z"'
    issues.error('date', node, `must be a date ${example}, got ${describe(node)}`)
    return undefined
  }
  // Day 0 of the next month is the last day of this one.
  const days = new Date(Date.UTC(2000 + (Number(match[1]) % 400), Number(match[2]), 0)).getUTCDate()
  if (Number(match[3]) <= days) return match[0]
  issues.error('date', node, `must be a day of the calendar, got ${describe(node)} (that month has ${days} days)`)
  return undefined
}

/** An address that may stand in an `href`: only http and https, since `javascript:` would run. */
function parseUrl(node: JsonNode, issues: IssueList): string | undefined {
  const { value } = node
  try {
    if (typeof value === 'string' && /^https?:\/\/\S/i.test(value)) return new URL(value).href
  } catch {
    // A TypeError: it is no URL, as is said below.
  }
  issues.error('url', node, `must be a full address that starts with https:// or http://, got ${describe(node)}`)
  return undefined
}
