import type { Language } from '../words/language.ts'
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

const byTag: Readonly<Record<string, string>> = showOnMap

/**
 * What a screen reader says of a reference: `2. Show on the map: Deir Ezzor`.
 * @param lang BCP 47 tag of the text around it; in a language that the interface does not speak, English is said
 */
export function referenceLabel({ number, name }: EmbeddedPlace, lang = ''): string {
  return `${number}. ${byTag[lang.slice(0, 2).toLowerCase()] ?? showOnMap.en}: ${name}`
}
