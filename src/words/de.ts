import type { EmbedWords, Words } from './words.ts'

/** German. */
export const de: Words = {
  language: 'de',

  mapOf: 'Karte der Orte in: {headline}',
  mapKeys: 'Die Pfeiltasten verschieben die Karte, Plus und Minus zoomen.',
  placesInArticle: 'Die Orte im Artikel',
  places: { one: '{count} Ort', other: '{count} Orte' },
  skipMap: 'Karte überspringen',
  skipToList: 'Zur Liste der Orte springen',
  backToMap: 'Zurück zur Karte',
  findPlace: 'Ort suchen',
  nothingFound: 'Kein Ort heißt „{query}“.',

  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  showAll: 'Alle Orte zeigen',
  fullscreen: 'Vollbild',
  exitFullscreen: 'Vollbild verlassen',

  marker: 'Ort {number}: {name}',
  group: { one: '{count} Ort: {names}. Vergrößern', other: '{count} Orte: {names}. Vergrößern' },
  groupName: { one: '{name} und {count} weiterer', other: '{name} und {count} weitere' },
  selected: '{name}, Ort {number} von {count}',

  inView: 'Zu sehen: {names}',
  nothingInView: 'Kein Ort ist zu sehen',

  placeOf: '{number} von {count}',
  previousPlace: 'Voriger Ort',
  nextPlace: 'Nächster Ort',
  close: 'Schließen',
  passages: 'Was im Artikel steht',
  quotedFrom: 'Aus „{headline}“ vom {date}',
  quotedFromUndated: 'Aus „{headline}“',
  verbatim: 'Wörtlich',
  paragraph: 'Wörtlich, Absatz {number}',
  legend: 'Wie genau die Lage bekannt ist',
  exact: 'Genaue Lage',
  approximate: 'Ungefähre Lage',
  city: 'Eine Stadt als Ganzes',
  region: 'Eine ganze Region',
  precisionWithin: '{precision}, auf etwa {distance} genau',
  locationFrom: 'Ortsangabe: {source}',

  copyLink: 'Link kopieren',
  copyQuote: 'Zitat kopieren',
  share: 'Teilen',
  copied: 'Kopiert',
  copyFailed: 'Das Kopieren wurde verweigert. Der Text ist markiert: Kopieren Sie ihn mit der Tastatur.',
  showInArticle: 'Im Artikel zeigen',

  embed: 'Einbetten',
  copy: 'Kopieren',

  comma: ',',

  metres: '{length}\u00a0m',
  kilometres: '{length}\u00a0km',
  mapData: 'Karte',
  credits: 'Quellen der Karte',
  streetsFailed: 'Die Straßenkarte ist nicht erreichbar. Die Karte funktioniert auch ohne sie.',
  useTwoFingers: 'Karte mit zwei Fingern verschieben',
  useCtrl: 'Zum Zoomen Strg gedrückt halten und scrollen',
  useCommand: 'Zum Zoomen ⌘ gedrückt halten und scrollen',
  cannotShow: 'Die interaktive Karte kann nicht angezeigt werden.',
  basemapFailed: 'Der Kartenhintergrund konnte nicht geladen werden. Eine einfache Weltkarte ersetzt ihn.',
  someLeftOut: {
    one: '{count} Ort konnte nicht angezeigt werden',
    other: '{count} Orte konnten nicht angezeigt werden',
  },
}

/** What stands where a map is handed out, in German. */
export const deEmbed: EmbedWords = {
  embedTitle: 'Diese Karte in eine Seite einbetten',
  embedAddress: 'Adresse, für WordPress und andere: allein in eine Zeile einfügen',
  embedNote:
    'Aus HTML, das Autoren einfügen, nimmt WordPress Rahmen und Skripte heraus. Das Skript article-map-host.js einer Seite findet diese Karte von selbst.',
  embedFrame: 'Rahmen (iframe), für jede Website',
  embedElement: 'Custom Element, für eigene Seiten',
  embedLink: 'Link',
  embedLocal: 'Diese Adressen führen nur zu diesem Rechner. Nennen Sie beim Bauen, wo die Karte liegen wird:',
  embedConnection: 'Die Stellen im Artikel mit der Karte verknüpfen',
  startingPlace: 'Anfangsansicht',
  allPlaces: 'Alle Orte',
  colours: 'Farben',
  coloursAuto: 'Wie das System der Leser',
  light: 'Hell',
  dark: 'Dunkel',
  height: 'Höhe in Pixeln',
  streets: 'Straßenkarte von openstreetmap.org beim Vergrößern',
  quotation: '„{quote}“ – {source}',
}
