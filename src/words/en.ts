import type { EmbedWords, Words } from './words.ts'

/** English. */
export const en: Words = {
  language: 'en',

  mapOf: 'Map of the places in: {headline}',
  mapKeys: 'Arrow keys move the map, plus and minus zoom.',
  placesInArticle: 'The places in the article',
  places: { one: '{count} place', other: '{count} places' },
  skipMap: 'Skip the map',
  skipToList: 'Skip to the list of places',
  backToMap: 'Back to the map',
  findPlace: 'Find a place',
  nothingFound: 'No place is called “{query}”.',

  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all places',
  fullscreen: 'Full screen',
  exitFullscreen: 'Leave full screen',

  marker: 'Place {number}: {name}',
  group: { one: '{count} place: {names}. Zoom in', other: '{count} places: {names}. Zoom in' },
  groupName: { one: '{name} and {count} more', other: '{name} and {count} more' },
  selected: '{name}, place {number} of {count}',

  inView: 'In view: {names}',
  nothingInView: 'No place is in view',

  placeOf: '{number} of {count}',
  previousPlace: 'Previous place',
  nextPlace: 'Next place',
  close: 'Close',
  passages: 'What the article says',
  quotedFrom: 'From “{headline}”, {date}',
  quotedFromUndated: 'From “{headline}”',
  verbatim: 'Verbatim',
  paragraph: 'Verbatim, paragraph {number}',
  legend: 'How well a location is known',
  exact: 'Exact location',
  approximate: 'Approximate location',
  city: 'A city as a whole',
  region: 'A whole region',
  precisionWithin: '{precision}, within about {distance}',
  locationFrom: 'Location: {source}',

  copyLink: 'Copy link',
  copyQuote: 'Copy quote',
  share: 'Share',
  copied: 'Copied',
  copyFailed: 'Copying was refused. The text is selected: copy it with the keyboard.',
  showInArticle: 'Show in the article',

  embed: 'Embed',
  copy: 'Copy',

  comma: ',',

  metres: '{length}\u00a0m',
  kilometres: '{length}\u00a0km',
  mapData: 'Map',
  credits: 'Sources of the map',
  streetsFailed: 'The street map cannot be reached. The map goes on without it.',
  useTwoFingers: 'Move the map with two fingers',
  useCtrl: 'Hold Ctrl and scroll to zoom the map',
  useCommand: 'Hold ⌘ and scroll to zoom the map',
  cannotShow: 'The interactive map cannot be shown.',
  basemapFailed: 'The background of the map could not be loaded. A simple map of the world stands in for it.',
  someLeftOut: { one: '{count} place could not be shown', other: '{count} places could not be shown' },
}

/** What stands where a map is handed out, in English. */
export const enEmbed: EmbedWords = {
  embedTitle: 'Put this map into a page',
  embedAddress: 'Address, for WordPress and others: paste it on a line of its own',
  embedNote:
    'From HTML that authors paste, WordPress takes frames and scripts out. The script article-map-host.js in a page finds this map by itself.',
  embedFrame: 'Frame, for any website',
  embedElement: 'Custom element, for your own pages',
  embedLink: 'Link',
  embedLocal: 'These addresses lead to this computer alone. Say where the map will be when you build it:',
  embedConnection: 'Link the article’s passages with the map',
  startingPlace: 'Opens at',
  allPlaces: 'All places',
  colours: 'Colours',
  coloursAuto: 'As the reader’s system',
  light: 'Light',
  dark: 'Dark',
  height: 'Height in pixels',
  streets: 'Street map from openstreetmap.org when zoomed in',
  quotation: '“{quote}” — {source}',
}
