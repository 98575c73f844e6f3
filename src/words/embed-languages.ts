import { arEmbed } from './ar.ts'
import { deEmbed } from './de.ts'
import { enEmbed } from './en.ts'
import { esEmbed } from './es.ts'
import { frEmbed } from './fr.ts'
import type { Language } from './language.ts'
import { trEmbed } from './tr.ts'
import type { EmbedWords } from './words.ts'

/** The words where a map is handed out, by language. They are apart from the others, so that the element leaves them out. */
export const embedLanguages: Readonly<Record<Language, EmbedWords>> = {
  ar: arEmbed,
  de: deEmbed,
  en: enEmbed,
  es: esEmbed,
  fr: frEmbed,
  tr: trEmbed,
}
