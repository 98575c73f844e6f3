import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, itemsOf, membersOf } from './json-node.ts'
import { closest } from './spelling.ts'

/** The members of an object, or an error. Names that look like a slip for one of `known` are reported. */
export function parseObject(
  node: JsonNode,
  known: readonly string[],
  issues: IssueList,
): ReadonlyMap<string, JsonNode> | undefined {
  const members = membersOf(node)
  if (members === undefined) {
    issues.error('type', node, `must be an object, got ${describe(node)}`)
    return undefined
  }
  for (const [name, member] of members) {
    if (known.includes(name)) continue
    const meant = closest(name, known)
    if (meant === undefined || members.has(meant)) continue
    issues.warning('name-unknown', member, `is no name of this format (did you mean "${meant}"?)`)
  }
  return members
}

/** The items of an array that must have at least one, or an error. */
export function parseArray(node: JsonNode, items: string, issues: IssueList): readonly JsonNode[] | undefined {
  const array = itemsOf(node)
  if (array === undefined) issues.error('type', node, `must be an array of ${items}, got ${describe(node)}`)
  else if (array.length === 0) issues.error('empty', node, `must hold ${items}, got an empty array`)
  else return array
  return undefined
}

/**
 * A text in which something can be seen, or an error. What no font shows (control characters but tab and line breaks, half
 * surrogates) is reported and becomes U+FFFD, so that the text can pass through UTF-8, HTML and a clipboard.
 * `advice` says what to write.
 */
export function parseText(node: JsonNode, issues: IssueList, advice?: string): string | undefined {
  const { value } = node
  if (typeof value !== 'string') {
    issues.error('type', node, `must be text, got ${describe(node)}`)
  } else if (!visible.test(value)) {
    const what = advice === undefined ? '' : `: ${advice}`
    issues.error('empty', node, `must not be empty, got ${describe(node)}${what}`)
  } else {
    const text = value.replace(unshown, '\uFFFD')
    const found = unshown.exec(value)?.[0]
    unshown.lastIndex = 0
    if (found !== undefined) {
      const point = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      issues.warning('text-character', node, `has the character U+${point}, which cannot be shown: remove it`)
    }
    return text
  }
  return undefined
}

// Neither a space nor one of the characters that leave no trace, such as a soft hyphen.
const visible = /[^\s\p{DI}]/u

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unshown = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]|\p{Surrogate}/gu

/** A member that must be there and be text. `advice` says what to write. */
export function parseRequiredText(
  parent: JsonNode,
  name: string,
  advice: string,
  issues: IssueList,
): string | undefined {
  const member = membersOf(parent)?.get(name)
  if (member !== undefined) return parseText(member, issues, advice)
  issues.error('missing', parent, `is missing: ${advice}`, { member: name })
  return undefined
}

/** A BCP 47 language tag in its canonical form, or an error. */
export function parseLanguage(node: JsonNode, issues: IssueList): string | undefined {
  try {
    if (typeof node.value === 'string') return Intl.getCanonicalLocales(node.value)[0]
  } catch {
    // A RangeError says that it is no language tag, which is said below.
  }
  issues.error('language', node, `must be a language tag such as "en", "ar" or "zh-Hant", got ${describe(node)}`)
  return undefined
}
