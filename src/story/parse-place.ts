import { type IssueList } from './issue-list.ts'
import { type JsonNode, describe, membersOf } from './json-node.ts'
import { joinAtAntimeridian } from './antimeridian-join.ts'
import { parseGeometry } from './parse-geometry.ts'
import { parseArray, parseLanguage, parseObject, parseRequiredText, parseText } from './parse-text.ts'
import { placePosition } from './place-position.ts'
import { slugOf, slugPattern } from './slug.ts'
import { closest } from './spelling.ts'
import { type LocalName, type Place, type Precision, type Quote, precisions } from './story.ts'
import { withoutInvisible } from './typography.ts'

/** Half of the earth's circumference, in metres. */
const maximumAccuracy = 20_000_000
const longName = 100

/** Parses a feature as a place, without its number. Returns undefined if it has an error: no place is shown in part. */
export function parsePlace(node: JsonNode, issues: IssueList): Omit<Place, 'number'> | undefined {
  const feature = parseObject(node, ['type', 'id', 'geometry', 'properties'], issues)
  if (feature === undefined) return undefined
  const type = feature.get('type')
  if (type?.value !== 'Feature') {
    const found = type === undefined ? 'nothing' : describe(type)
    issues.error('type', type ?? node, `must be "Feature", got ${found}`, type ? {} : { member: 'type' })
  }
  const id = parseId(node, issues)
  const parsed = parseGeometry(node, issues)
  const geometry = parsed && joinAtAntimeridian(parsed)
  const properties = feature.get('properties')
  if (properties === undefined) {
    issues.error('missing', node, 'is missing: name, quotes, precision and source belong there', {
      member: 'properties',
    })
    return undefined
  }
  const known = ['name', 'localName', 'aliases', 'quotes', 'precision', 'accuracy', 'source', 'note']
  const members = parseObject(properties, known, issues)
  if (members === undefined) return undefined

  const before = issues.errorCount
  const name = parseRequiredText(properties, 'name', "write the place's name as the article spells it", issues)?.trim()
  if (name !== undefined && name.length > longName) {
    issues.warning('text-long', members.get('name'), `has ${name.length} characters: more than a map can show`)
  }
  const quotes = parseQuotes(properties, issues)
  const precision = parsePrecision(properties, issues)
  const source = parseRequiredText(properties, 'source', 'write who says that the place is there', issues)
  const localName = members.has('localName') ? parseLocalName(members.get('localName'), issues) : undefined
  const aliases = parseAliases(members.get('aliases'), issues)
  const accuracy = parseAccuracy(members.get('accuracy'), issues)
  const note = parseOptionalText(members.get('note'), issues)
  if (issues.errorCount > before || type?.value !== 'Feature') return undefined
  if (!id || !geometry || !name || !quotes || !precision || !source) return undefined
  return {
    id,
    name,
    ...(localName !== undefined && { localName }),
    aliases,
    quotes,
    geometry,
    position: placePosition(geometry),
    precision,
    ...(accuracy !== undefined && { accuracy }),
    source,
    ...(note !== undefined && { note }),
  }
}

function parseId(feature: JsonNode, issues: IssueList): string | undefined {
  const id = membersOf(feature)?.get('id')
  if (typeof id?.value === 'string' && slugPattern.test(id.value)) return id.value
  const properties = membersOf(feature)?.get('properties')
  const name = properties && membersOf(properties)?.get('name')?.value
  const proposal = slugOf(typeof id?.value === 'string' ? id.value : '') || slugOf(typeof name === 'string' ? name : '')
  const advice = `write "id": "${proposal || `place-${Number(feature.key) + 1}`}"`
  if (id === undefined) issues.error('missing', feature, `is missing: ${advice}`, { member: 'id' })
  else issues.error('id', id, `must be small letters, digits and single hyphens, got ${describe(id)}: ${advice}`)
  return undefined
}

function parseOptionalText(node: JsonNode | undefined, issues: IssueList): string | undefined {
  return node === undefined ? undefined : parseText(node, issues)
}

function parseQuotes(properties: JsonNode, issues: IssueList): readonly Quote[] | undefined {
  const quotes = membersOf(properties)?.get('quotes')
  if (quotes === undefined) {
    const advice = 'write [{"exact": "…"}] with a passage of the article that speaks of the place'
    issues.error('missing', properties, `is missing: ${advice}`, { member: 'quotes' })
    return undefined
  }
  const known = new Set<string>()
  return parseArray(quotes, 'quotes such as {"exact": "…"}', issues)?.flatMap((node) => {
    const quote = parseQuote(node, issues)
    const key = JSON.stringify(quote)
    if (quote && known.has(key)) issues.warning('quote-duplicate', node, 'stands in this place already: remove one')
    known.add(key)
    return quote ?? []
  })
}

function parseQuote(node: JsonNode, issues: IssueList): Quote | undefined {
  if (typeof node.value === 'string') {
    issues.error('type', node, `must be an object such as {"exact": "…"}, got ${describe(node)}`)
    return undefined
  }
  const members = parseObject(node, ['exact', 'prefix', 'suffix'], issues)
  if (members === undefined) return undefined
  const exact = parseRequiredText(node, 'exact', "write the passage in the article's own words", issues)
  const prefix = parseOptionalText(members.get('prefix'), issues)
  const suffix = parseOptionalText(members.get('suffix'), issues)
  if (exact === undefined) return undefined
  // What typography may differ in, and nobody sees, is not published.
  return {
    exact: withoutInvisible(exact),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
  }
}

function parsePrecision(properties: JsonNode, issues: IssueList): Precision | undefined {
  const node = membersOf(properties)?.get('precision')
  const found = precisions.find((precision) => precision === node?.value)
  if (found !== undefined) return found
  const words = 'exact, approximate, city or region'
  if (node === undefined) {
    issues.error('missing', properties, `is missing: write ${words}`, { member: 'precision' })
    return undefined
  }
  const meant = typeof node.value === 'string' ? closest(node.value, precisions) : undefined
  const hint = meant === undefined ? '' : ` (did you mean "${meant}"?)`
  issues.error('precision', node, `must be ${words}, got ${describe(node)}${hint}`)
  return undefined
}

function parseLocalName(node: JsonNode | undefined, issues: IssueList): LocalName | undefined {
  if (node === undefined) return undefined
  const members = parseObject(node, ['value', 'lang'], issues)
  if (members === undefined) return undefined
  const value = parseRequiredText(node, 'value', 'write the name as it is written where the place lies', issues)
  const lang = members.get('lang')
  if (lang === undefined) {
    issues.error('missing', node, 'is missing: write the language of the local name, such as "ar"', { member: 'lang' })
    return undefined
  }
  const tag = parseLanguage(lang, issues)
  return value === undefined || tag === undefined ? undefined : { value, lang: tag }
}

/** Other names; there may be none. */
function parseAliases(node: JsonNode | undefined, issues: IssueList): readonly string[] {
  if (node === undefined || (Array.isArray(node.value) && node.value.length === 0)) return []
  return parseArray(node, 'names', issues)?.flatMap((alias) => parseText(alias, issues) ?? []) ?? []
}

function parseAccuracy(node: JsonNode | undefined, issues: IssueList): number | undefined {
  if (node === undefined) return undefined
  const { value } = node
  if (typeof value === 'number' && value > 0 && value <= maximumAccuracy) return value
  issues.error(
    'accuracy',
    node,
    `must be a number of metres above 0, at most ${maximumAccuracy}, got ${describe(node)}`,
  )
  return undefined
}
