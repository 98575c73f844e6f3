import { languageTags } from '../../../words/language.ts'
import { areAlike, arabicName } from './name-likeness.ts'
import { type Translations, readTranslations } from './translations.ts'

/**
 * The name of a town in Latin letters, as its country writes it if that uses them, else as English does; and those of its
 * names in the languages of the interface that are others.
 */
export function nameTown(country: string, id: string, source: string, alternates: readonly string[]) {
  const { language, script } = new Intl.Locale(`und-${country}`).maximize()
  const isLatin = script === 'Latn'
  const plain = (name: string): string =>
    !isLatin && romanised.test(name.normalize('NFD')) ? withoutMarks(name) : name
  const english = translation('en', id)
  const local = source === english ? translation(language, id) : undefined
  const isTrusted = english !== undefined && areAlike(english, source)
  const name = isLatin ? (local ?? source) : withoutMarks(isTrusted ? english : source)
  const names: Record<string, string> = {}
  for (const tag of languageTags) {
    // Names of antiquity are among them: Qir Moav for Al Karak.
    const translated = tag === 'en' && !isLatin ? undefined : translation(tag, id)
    const other = tag === 'ar' ? arabicName(translated, language === 'ar' ? alternates : [], source) : translated
    if (other !== undefined && plain(other) !== name) names[tag] = tag === 'tr' ? other : plain(other)
  }
  return { name, names }
}

/** Marks that only romanisations have. */
const romanised = /[\u0304\u0323\u0331‘’ʻʼ`]/

const translations = new Map<string, Translations>()

function translation(language: string, id: string): string | undefined {
  const known = translations.get(language) ?? readTranslations(language)
  translations.set(language, known)
  return known.get(id)
}

/** "Ālbū Kamāl" becomes "Albu Kamal": diacritics of romanisation help scholars, not readers. */
function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f‘’ʻʼ`´]/g, '')
    .normalize('NFC')
}
