// Digits as on the markers and in the static map, which are drawn once for all languages.
const numberingSystem = 'latn'

/**
 * A date as the language writes it, `18 October 2017`. Takes an ISO 8601 date, or date and time, and keeps the day that
 * is written there, wherever the reader is. What is no such date comes back as it is.
 */
export function formatDate(isoDate: string, language: string): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(isoDate)?.[0]
  if (day === undefined || Number.isNaN(Date.parse(day))) return isoDate
  return new Intl.DateTimeFormat(worldwide(language), {
    dateStyle: 'long',
    calendar: 'gregory',
    numberingSystem,
    timeZone: 'UTC',
  }).format(new Date(day))
}

/** What writes distances, by language and unit: one takes longer to make than to use a hundred times. */
const distanceFormats = new Map<string, Intl.NumberFormat>()

/** A distance in metres as the language writes it, to two digits that count: `450 m`, `1.2 km`. The space does not break. */
export function formatDistance(metres: number, language: string): string {
  const rounded = Number(metres.toPrecision(2))
  const inKilometres = rounded >= 1000
  const unit = inKilometres ? 'kilometer' : 'meter'
  const key = `${language} ${unit}`
  const format =
    distanceFormats.get(key) ?? new Intl.NumberFormat(worldwide(language), { style: 'unit', unit, numberingSystem })
  distanceFormats.set(key, format)
  return format.format(inKilometres ? rounded / 1000 : rounded).replace(/ /g, '\u00a0')
}

// English alone would be taken for the English of the United States, which puts the month before the day.
function worldwide(language: string): string {
  return language === 'en' ? 'en-001' : language
}
