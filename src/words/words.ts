import type { Language } from './language.ts'

/** The forms of a word that depends on a number, by the categories of Intl.PluralRules. `{count}` stands for the number. */
export interface Plural {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/**
 * Every word of the interface. Plain data: a language is one file, and a missing word is a type error.
 * `{…}` stands for what is filled in by {@link fill}.
 */
export interface Words {
  /** BCP 47 tag of the language that the words are in. */
  readonly language: Language

  readonly mapOf: string
  readonly mapKeys: string
  readonly placesInArticle: string
  readonly places: Plural
  readonly skipMap: string
  readonly skipToList: string
  readonly backToMap: string
  readonly findPlace: string
  readonly nothingFound: string

  readonly zoomIn: string
  readonly zoomOut: string
  readonly showAll: string
  readonly fullscreen: string
  readonly exitFullscreen: string

  readonly marker: string
  readonly group: Plural
  readonly groupName: Plural
  readonly selected: string
  readonly inView: string
  readonly nothingInView: string

  readonly placeOf: string
  readonly previousPlace: string
  readonly nextPlace: string
  readonly close: string
  readonly passages: string
  readonly quotedFrom: string
  readonly quotedFromUndated: string
  readonly verbatim: string
  readonly paragraph: string
  readonly legend: string
  readonly exact: string
  readonly approximate: string
  readonly city: string
  readonly region: string
  readonly precisionWithin: string
  readonly locationFrom: string

  readonly copyLink: string
  readonly copyQuote: string
  readonly share: string
  readonly copied: string
  readonly copyFailed: string
  readonly showInArticle: string

  readonly embed: string
  readonly copy: string

  /** Between the names of a list. */
  readonly comma: string
  readonly metres: string
  readonly kilometres: string
  readonly mapData: string
  readonly credits: string
  readonly streetsFailed: string
  readonly useTwoFingers: string
  readonly useCtrl: string
  readonly useCommand: string
  readonly cannotShow: string
  readonly basemapFailed: string
  readonly someLeftOut: Plural
}

/** The words where a map is handed out: a page that was built has them; the element, which hands out none, does without. */
export interface EmbedWords {
  readonly embedTitle: string
  readonly embedAddress: string
  readonly embedNote: string
  readonly embedFrame: string
  readonly embedElement: string
  readonly embedLink: string
  readonly embedLocal: string
  readonly embedConnection: string
  readonly startingPlace: string
  readonly allPlaces: string
  readonly colours: string
  readonly coloursAuto: string
  readonly light: string
  readonly dark: string
  readonly height: string
  readonly streets: string
  readonly quotation: string
}

/** Puts values where `{name}` stands. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/**
 * Writes names in a row, and how many more there are. Not by `Intl.ListFormat`: in Chromium, its first answer takes as long as half
 * a map.
 * @param count of how many these are the first
 */
export function listNames(words: Words, names: readonly string[], count: number): string {
  const listed = names.join(`${words.comma} `)
  const more = count - names.length
  return more > 0 ? plural(words, words.groupName, more, { name: listed }) : listed
}

/** By language: a map asks for hundreds of words at each zoom, and making the rules takes longer than their answer. */
const pluralRules = new Map<string, Intl.PluralRules>()

/** The form of a word that goes with a number, with the number written as the language writes it. */
export function plural(
  { language }: Words,
  forms: Plural,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(language)
  pluralRules.set(language, rules)
  const form = forms[rules.select(count)] ?? forms.other
  return fill(form, { ...values, count: formatCount(language, count) })
}

/** A round length in metres for a scale bar: `500 m`, `50 km`. The space does not break. */
export function formatLength({ language, metres, kilometres }: Words, length: number): string {
  const [form, value] = length >= 1000 ? [kilometres, length / 1000] : [metres, length]
  return fill(form, { length: formatCount(language, value) })
}

/** A whole number as the language writes it, in the digits of the markers. */
function formatCount(language: string, count: number): string {
  // Without separators all languages write it alike. The first number that Intl formats takes a slow phone 60 milliseconds.
  return count < 1000 ? String(count) : new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count)
}
