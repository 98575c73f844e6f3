/** A JSON value with its position in the text. Objects are Maps, so that no key (`__proto__`) is special. */
export interface JsonNode {
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>
  /** Its start in the text, in UTF-16 code units. */
  readonly offset: number
  readonly parent?: JsonNode | undefined
  /** Its name in its object or its index in its array. */
  readonly key?: string | number | undefined
}

/** The members of an object; undefined if the node is not an object. */
export function membersOf(node: JsonNode): ReadonlyMap<string, JsonNode> | undefined {
  return node.value instanceof Map ? node.value : undefined
}

/** A member of an object; undefined if there is no such member, or no object. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node && membersOf(node)?.get(name)
}

/** The items of an array; undefined if the node is not an array. */
export function itemsOf(node: JsonNode): readonly JsonNode[] | undefined {
  return Array.isArray(node.value) ? node.value : undefined
}

/** A node's path in its document: `features[3].geometry.coordinates`. */
export function pathOf(node: JsonNode | undefined): string {
  const keys: (string | number)[] = []
  for (let at = node; at !== undefined; at = at.parent) if (at.key !== undefined) keys.unshift(at.key)
  return keys.reduce<string>(joinPath, '')
}

/** A path with one more step. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!/^[\w$]{1,40}$/.test(key)) return `${path}[${show(key)}]`
  return path === '' ? key : `${path}.${key}`
}

/** A node as a message shows it: text and numbers as in the file, shortened; of anything else, its kind. */
export function describe({ value }: JsonNode): string {
  if (typeof value === 'string') return show(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Map) return value.size === 0 ? 'an empty object' : 'an object'
  return Array.isArray(value) && value.length > 0 ? `an array of ${value.length}` : 'an empty array'
}

/**
 * A text in quotation marks, shortened and escaped as in JSON. Control characters are escaped, which a terminal would
 * obey, and so are characters that cannot be seen or look like others.
 */
export function show(text: string, length = 60): string {
  const short = text.length > length ? `${text.slice(0, length - 1)}…` : text
  return JSON.stringify(short).replace(unseen, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

const lookalike = String.raw`[\p{sc=Cyrillic}\p{sc=Greek}]`
const unseen = new RegExp(
  [
    // C1 controls; all spaces but U+0020; soft hyphens, direction marks and other format characters, except joiners.
    String.raw`[\x7F-\x9F\u034F\p{Zl}\p{Zp}]|(?![ \u200C\u200D])[\p{Zs}\p{Cf}]`,
    String.raw`(?<=[\p{sc=Latin}\p{P}])[\u200C\u200D\uFE0F]`,
    // A Cyrillic or Greek letter in a Latin word.
    String.raw`(?<=\p{sc=Latin})${lookalike}|${lookalike}(?=\p{sc=Latin})`,
  ].join('|'),
  'gu',
)
