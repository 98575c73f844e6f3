import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, itemsOf, membersOf } from './json-node.ts'
import { closest } from './spelling.ts'

/** The members of an object, or an error. Warns of names that look like a misspelt one of `known`. */
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
    issues.warning('name-unknown', member, `is not a member of this format (did you mean "${meant}"?)`)
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
 * A text with at least one visible character, or an error. Marks that nobody sees and that can change the order in which
 * a text is read get a warning and are left out. Control characters other than tab and line breaks, and lone surrogates,
 * get a warning and become U+FFFD, so that the text survives UTF-8, HTML and a clipboard.
 * @param advice what to write instead of an empty text
 */
export function parseText(node: JsonNode, issues: IssueList, advice?: string): string | undefined {
  const { value } = node
  if (typeof value !== 'string') {
    issues.error('type', node, `must be text, got ${describe(node)}`)
  } else if (!visible.test(value)) {
    const what = advice === undefined ? '' : `: ${advice}`
    issues.error('empty', node, `must not be empty, got ${describe(node)}${what}`)
  } else {
    const [shown] = value.match(unshown) ?? []
    const [hidden] = value.match(misleading) ?? []
    if (shown !== undefined) {
      issues.warning('text-character', node, `has the character ${nameOf(shown)}, which cannot be shown: remove it`)
    }
    if (hidden !== undefined) {
      const effect = 'which nobody sees: it is left out'
      issues.warning('text-character', node, `has the character ${nameOf(hidden)}, ${effect}`)
    }
    return shownText(value)
  }
  return undefined
}

/** A text as it is published, if its author wrote it so: see {@link parseText}. */
export function shownText(text: string): string {
  return text.replace(unshown, '\uFFFD').replace(misleading, '')
}

// Neither a space nor an invisible character such as a soft hyphen.
const visible = /[^\s\p{DI}]/u

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unshown = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]|\p{Surrogate}/gu

// Embeddings, overrides and isolates of direction; zero-width spaces and joints; byte order marks.
const misleading = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/gu

function nameOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text of a member that must not be missing, or an error. @param advice what to write */
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

/** A BCP 47 language tag in its canonical form, or an error. Names of languages, such as `english`, could be tags, but none is one. */
export function parseLanguage(node: JsonNode, issues: IssueList): string | undefined {
  try {
    if (typeof node.value === 'string' && /^[a-z]{2,3}(-|$)/i.test(node.value)) {
      return Intl.getCanonicalLocales(node.value)[0]
    }
  } catch {
    // A RangeError: it is no language tag, as is said below.
  }
  issues.error('language', node, `must be a language tag such as "en", "ar" or "zh-Hant", got ${describe(node)}`)
  return undefined
}
