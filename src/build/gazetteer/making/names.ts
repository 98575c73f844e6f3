import { keyWords } from '../../../gazetteer/name-key.ts'
import { languageTags } from '../../../words/language.ts'
import { type Translations, readTranslations } from '../../world/making/translations.ts'

/** The scripts of the languages that articles are read in. Other names would double the file. */
const readable = /^[\p{Script=Latin}\p{Script=Arabic}\p{M}\p{N}\s.,’'‘ʻʼ`´()/-]+$/u

/** GeoNames has spellings of machines among its names (alrqt, dmshq), and codes of airports (DEZ). */
const machineMade = /^[a-z]|^[A-Z]{2,4}$|^[a-z]+$|\d/

/**
 * A name and those others of it that differ from it and each other in more than accents and marks, each only once, and that are
 * written in Latin or Arabic letters.
 */
export function namesOf(name: string, alternates: readonly string[]): string[] {
  const known = new Set([keyWords(name).join(' ')])
  const others = alternates.filter((other) => {
    const key = keyWords(other).join(' ')
    if (/\p{Script=Arabic}/u.test(other) && !isArabic(other)) return false
    if (known.has(key) || !readable.test(other) || machineMade.test(other) || key.length < 2) return false
    known.add(key)
    return true
  })
  return [name, ...others].map((other) => other.normalize('NFC').replace(/\s+/g, ' ').trim())
}

/** Whether a name is written with the letters of Arabic alone, without those of Persian, Urdu or Kurdish. */
export function isArabic(name: string): boolean {
  return /^[ء-ي\s-]+$/.test(name)
}

const translations = new Map<string, Translations>()

/** The names of a place of GeoNames in the languages of articles, and in that of its country. */
export function translatedNames(id: number, country: string): string[] {
  return [...languageTags, new Intl.Locale(`und-${country}`).maximize().language].flatMap((language) => {
    const known = translations.get(language) ?? readTranslations(language)
    translations.set(language, known)
    return known.get(String(id)) ?? []
  })
}

/** Whether a country writes Latin letters. Names from elsewhere are romanised, and that in many ways. */
export function isLatin(country: string): boolean {
  return new Intl.Locale(`und-${country}`).maximize().script === 'Latn'
}
