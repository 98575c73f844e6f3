import { type Language, languageOf } from '../words/language.ts'
import { stopWords } from './stop-words.ts'

/** What a language writes short, with a full stop that may end no sentence. */
interface Abbreviations {
  /** Ends none, as a name or a number follows: `Dr.` */
  readonly before: string
  /** Ends none where a number follows: `No. 5` */
  readonly number: string
  /** Ends one if the next word starts one, such as `The`: `Inc.` */
  readonly maybe: string
}

const abbreviations: Readonly<Record<Language, Abbreviations>> = {
  ar: { before: 'د أ م أ.د ا.د د.م السيد', number: 'ص ج رقم', maybe: '' },
  de: {
    before:
      'Dr Prof Hr Hrn Fr Fa Dipl Ing Mag Hl St Sr Frhr Gen Abg bzw ca vgl sog evtl ggf inkl exkl geb gest gegr max min zzgl bes insb allg kath ev stv stellv sen jun',
    number: 'Nr Nrn Abs Art S Bd Kap Tel Ziff Hausnr',
    maybe: 'Mio Mrd Tsd Jh Jhd Chr Str Std Min Sek Jan Feb Apr Aug Sept Okt Nov Dez Mo Di Mi Do Sa',
  },
  en: {
    before:
      'Mr Mrs Ms Mx Dr Prof Gen Col Maj Capt Lt Cmdr Cpl Sgt Pvt Adm Brig Sen Rep Gov Pres Rev Hon Msgr Fr Ft Supt Insp Det Amb Atty Messrs vs Vs approx',
    number: 'No Nos p pp Vol Fig Art Sec Ch Jan Feb Mar Apr Jun Jul',
    maybe: 'St Mt Jr Sr Inc Co Corp Ltd Bros Aug Sept Sep Oct Nov Dec Ave Blvd Rd',
  },
  es: {
    before:
      'Sr Sra Srta Sres Dr Dra D Dña Ud Uds Vd Prof Profa Lic Ing Arq Gral Cnel Cap Cap Tte Sgto Alm Mons Fr Sto Sta Av Avda Pza Ctra Excmo Ilmo',
    number: 'núm n nº pág págs p art cap vol tel',
    maybe: 'EE UU CC OO JJ FF Cía Ltda',
  },
  fr: {
    before: 'M MM Mgr St Ste Dr Pr Me Mes av apr env bd boul cf Cf',
    number: 'p pp n art chap vol fig tél',
    maybe: 'Cie janv févr avr juill sept oct nov déc',
  },
  tr: {
    before:
      'Dr Prof Doç Yrd Öğr Gör Arş Av Sn Hz Op Uzm Ord Alb Yb Bnb Yzb Gen Org Korg Tümg Tuğg Amr Müh Mim Ecz St Bkz bkz Örn örn',
    number: 'No no s S md Mad',
    maybe: 'Mah Cad Sok Sk Blv Apt yy Ltd Şti Koop',
  },
}

/** The languages that write ordinals with a full stop: `3. Mai`, `II. Dünya Savaşı`. */
const ordinalLanguages: readonly Language[] = ['de', 'tr']
/** What English and others write of the time: ends no sentence before a day or a time zone. */
const times = /^[ap]\.\s?m\.$/i

/**
 * Splits a text into its sentences: as `Intl.Segmenter` does, except that none ends at an abbreviation, at the number of a
 * day, within a quotation that ends soon, or where a word in small letters follows. Joined to a whole, they are the text.
 * @param language BCP 47 language tag
 * @param longestQuotation how many sentences a quotation may have to be taken as one
 */
export function segmentSentences(text: string, language: string, longestQuotation = 4): string[] {
  const known = languageOf(language)
  const segments = segmentsOf(text, language)
  const sentences: string[] = []
  for (const [i, segment] of segments.entries()) {
    const last = sentences.at(-1)
    if (
      last !== undefined &&
      (goesOn(last, segment, known) || isQuotedWith(last, segments.slice(i, i + longestQuotation - 1)))
    ) {
      sentences.splice(-1, 1, last + segment)
    } else sentences.push(segment)
  }
  return sentences
}

/** What `Intl.Segmenter` parts, but a closing mark after a space, as in `« Non. » Il`, is with what it closes. */
function segmentsOf(text: string, language: string): string[] {
  const segments: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const [marks = ''] = (segments.length > 0 && /^[\p{Pe}\p{Pf}]+\s+/u.exec(segment)) || []
    if (marks !== '') segments.push((segments.pop() ?? '') + marks)
    if (segment !== marks) segments.push(segment.slice(marks.length))
  }
  return segments
}

function goesOn(sentence: string, next: string, language: Language): boolean {
  // After a small letter, a comma or a closing mark, as in `"Why?" he asked`.
  if (/^(?:\p{Ll}|[\p{Pe}\p{Pf}]*[,;:])/u.test(next) || !/[\p{L}\p{N}]/u.test(next)) return true
  const [, before = '', token] = /(\S*\s+)?[\p{Ps}\p{Pi}\p{Pf}"']*(\S+\.)\s*$/u.exec(sentence.slice(-60)) ?? []
  if (token === undefined) return false
  const [word = ''] = /[\p{L}\p{M}\p{N}]+/u.exec(next) ?? []
  const isNumber = /^\p{N}/u.test(next)
  const name = language === 'ar' ? token.slice(0, -1).replace(/^[وف](?=.)/, '') : token.slice(0, -1)
  if (times.test(token) || (name === 'm' && /[ap]\.\s*$/i.test(before))) return isDayOrZone(word, language)
  const { before: titles, number, maybe } = abbreviations[language]
  // Not the years of `2011 م.`
  if (includes(titles, name)) return name.length > 1 || !/\p{N}\s$/u.test(before)
  if (isNumber && includes(number, name)) return true
  const isOrdinal = ordinalLanguages.includes(language) && /^(?:\p{N}{1,2}|[IVX]+)$/u.test(name)
  const isShort = /^(?:\p{L}|(?:\p{L}{1,2}\.[\p{Pd}]?)+\p{L}{1,2})$/u.test(name) || includes(maybe, name)
  return (isOrdinal || isShort) && !startsSentence(next, word, language)
}

function includes(list: string, name: string): boolean {
  return ` ${list} `.includes(` ${name} `)
}

/** Whether a text starts with a word that would have no capital within a sentence, or with an opening quotation mark. */
function startsSentence(next: string, word: string, language: Language): boolean {
  // The A of `S. A.` is an initial.
  if (/^\p{L}\./u.test(next)) return false
  const lower = word.toLocaleLowerCase(language)
  return /^[\p{Pi}„"«]/u.test(next) || stopWords[language].has(lower) || (language === 'ar' && /^[وف]/.test(lower))
}

function isDayOrZone(word: string, language: Language): boolean {
  return /^[A-Z]{2,4}$/.test(word) || daysAndMonths(language).includes(word)
}

function daysAndMonths(language: Language): string[] {
  const name = (part: Intl.DateTimeFormatOptions, month: number, day: number): string =>
    new Intl.DateTimeFormat(language, { ...part, timeZone: 'UTC' }).format(Date.UTC(2024, month, day))
  return Array.from({ length: 12 }, (_, i) => [
    name({ month: 'long' }, i, 1),
    name({ weekday: 'long' }, 0, i + 1),
  ]).flat()
}

/** Whether a sentence has an opening quotation mark whose closing one stands in the next ones. */
function isQuotedWith(sentence: string, next: readonly string[]): boolean {
  let text = sentence
  return isOpen(text) && next.some((segment) => !isOpen((text += segment)))
}

function isOpen(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0
  const curly = text.includes('„') ? count(/„/g) - count(/[“”]/g) : count(/“/g) - count(/”/g)
  const angular = Math.abs(count(/«/g) - count(/»/g))
  return curly > 0 || angular > 0 || count(/"/g) % 2 === 1
}
