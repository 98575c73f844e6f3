import type { EmbedWords, Words } from './words.ts'

/** Spanish. */
export const es: Words = {
  language: 'es',

  mapOf: 'Mapa de los lugares mencionados en: {headline}',
  mapKeys: 'Las flechas mueven el mapa; más y menos lo acercan y lo alejan.',
  placesInArticle: 'Los lugares del artículo',
  places: { one: '{count} lugar', many: '{count} de lugares', other: '{count} lugares' },
  skipMap: 'Saltar el mapa',
  skipToList: 'Ir a la lista de lugares',
  backToMap: 'Volver al mapa',
  findPlace: 'Buscar un lugar',
  nothingFound: 'Ningún lugar se llama «{query}».',

  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  showAll: 'Mostrar todos los lugares',
  fullscreen: 'Pantalla completa',
  exitFullscreen: 'Salir de la pantalla completa',

  marker: 'Lugar {number}: {name}',
  group: {
    one: '{count} lugar: {names}. Acercar',
    many: '{count} de lugares: {names}. Acercar',
    other: '{count} lugares: {names}. Acercar',
  },
  groupName: {
    one: '{name} y {count} más',
    many: '{name} y {count} más',
    other: '{name} y {count} más',
  },
  selected: '{name}, lugar {number} de {count}',

  inView: 'A la vista: {names}',
  nothingInView: 'No hay ningún lugar a la vista',

  placeOf: '{number} de {count}',
  previousPlace: 'Lugar anterior',
  nextPlace: 'Lugar siguiente',
  close: 'Cerrar',
  passages: 'Lo que dice el artículo',
  quotedFrom: 'De «{headline}», {date}',
  quotedFromUndated: 'De «{headline}»',
  verbatim: 'Cita textual',
  paragraph: 'Cita textual, párrafo {number}',
  legend: 'Precisión de la ubicación',
  exact: 'Ubicación exacta',
  approximate: 'Ubicación aproximada',
  city: 'Una ciudad en su conjunto',
  region: 'Una región entera',
  precisionWithin: '{precision}, con un margen de unos {distance}',
  locationFrom: 'Ubicación: {source}',

  copyLink: 'Copiar el enlace',
  copyQuote: 'Copiar la cita',
  share: 'Compartir',
  copied: 'Copiado',
  copyFailed: 'No se ha permitido copiar. El texto está seleccionado: cópielo con el teclado.',
  showInArticle: 'Ver en el artículo',

  embed: 'Insertar',
  copy: 'Copiar',

  comma: ',',

  metres: '{length}\u00a0m',
  kilometres: '{length}\u00a0km',
  mapData: 'Mapa',
  credits: 'Fuentes del mapa',
  streetsFailed: 'No se puede acceder al plano de calles. El mapa sigue funcionando sin él.',
  useTwoFingers: 'Mueva el mapa con dos dedos',
  useCtrl: 'Mantenga pulsada la tecla Ctrl y desplácese para acercar o alejar el mapa',
  useCommand: 'Mantenga pulsada la tecla ⌘ y desplácese para acercar o alejar el mapa',
  cannotShow: 'No se puede mostrar el mapa interactivo.',
  basemapFailed: 'No se ha podido cargar el fondo del mapa. Lo sustituye un mapa del mundo simplificado.',
  someLeftOut: {
    one: 'No se ha podido mostrar {count} lugar',
    many: 'No se han podido mostrar {count} de lugares',
    other: 'No se han podido mostrar {count} lugares',
  },
}

/** What stands where a map is handed out, in Spanish. */
export const esEmbed: EmbedWords = {
  embedTitle: 'Insertar este mapa en una página',
  embedAddress: 'Dirección, para WordPress y otros: péguela sola en una línea',
  embedNote:
    'WordPress quita los marcos y los scripts del HTML que pegan los autores. El script article-map-host.js de una página encuentra este mapa por sí solo.',
  embedFrame: 'Marco (iframe), para cualquier sitio web',
  embedElement: 'Elemento personalizado, para páginas propias',
  embedLink: 'Enlace',
  embedLocal: 'Estas direcciones solo llevan a este equipo. Indique dónde estará el mapa al construirlo:',
  embedConnection: 'Enlazar los pasajes del artículo con el mapa',
  startingPlace: 'Se abre en',
  allPlaces: 'Todos los lugares',
  colours: 'Colores',
  coloursAuto: 'Según el sistema del lector',
  light: 'Claros',
  dark: 'Oscuros',
  height: 'Altura en píxeles',
  streets: 'Plano de calles de openstreetmap.org al acercar',
  quotation: '«{quote}» — {source}',
}
