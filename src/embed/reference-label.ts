import { type Language, languageTags } from '../words/language.ts'
import type { EmbeddedPlace } from './protocol.ts'

// Not in the words of the interface, which the host script would have to bring along whole.
const showOnMap: Readonly<Record<Language, string>> = {
  ar: 'أظهر على الخريطة',
  de: 'Auf der Karte zeigen',
  en: 'Show on the map',
  es: 'Mostrar en el mapa',
  fr: 'Afficher sur la carte',
  tr: 'Haritada göster',
}

const inArticle: Readonly<Record<Language, string>> = {
  ar: 'في المقال',
  de: 'Im Artikel',
  en: 'In the article',
  es: 'En el artículo',
  fr: 'Dans l’article',
  tr: 'Haberde',
}

/**
 * What a screen reader says of a reference: `2. Show on the map: Deir Ezzor`.
 * @param lang BCP 47 tag of the text around it; in a language that the interface does not speak, English is said
 */
export function referenceLabel({ number, name }: EmbeddedPlace, lang = ''): string {
  return `${number}. ${wordFor(lang, showOnMap)}: ${name}`
}

/** What a screen reader says where a passage about a place starts: `In the article: Deir Ezzor`. @param lang as above */
export function passageLabel({ name }: EmbeddedPlace, lang = ''): string {
  return `${wordFor(lang, inArticle)}: ${name}`
}

/** The language of a text, by the nearest `lang`. */
export function languageOf(element: Element): string | undefined {
  return element.closest('[lang]')?.getAttribute('lang') ?? undefined
}

/** What is said in the language of a text, by its BCP 47 tag; English in one that the interface does not speak. */
export function wordFor(lang: string | undefined, words: Readonly<Record<Language, string>>): string {
  const language = languageTags.find((tag) => tag === lang?.slice(0, 2).toLowerCase()) ?? 'en'
  return words[language]
}
