import type { EmbedWords, Words } from './words.ts'

/** French. The spaces before `:` and inside `« »` do not break. */
export const fr: Words = {
  language: 'fr',

  mapOf: 'Carte des lieux cités dans\u00a0: {headline}',
  mapKeys: 'Les flèches déplacent la carte, plus et moins modifient le zoom.',
  placesInArticle: 'Les lieux de l’article',
  places: { one: '{count} lieu', many: '{count} de lieux', other: '{count} lieux' },
  skipMap: 'Passer la carte',
  skipToList: 'Aller à la liste des lieux',
  backToMap: 'Retour à la carte',
  findPlace: 'Rechercher un lieu',
  nothingFound: 'Aucun lieu ne s’appelle «\u00a0{query}\u00a0».',

  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  showAll: 'Afficher tous les lieux',
  fullscreen: 'Plein écran',
  exitFullscreen: 'Quitter le plein écran',

  marker: 'Lieu {number}\u00a0: {name}',
  group: {
    one: '{count} lieu\u00a0: {names}. Zoomer',
    many: '{count} de lieux\u00a0: {names}. Zoomer',
    other: '{count} lieux\u00a0: {names}. Zoomer',
  },
  groupName: {
    one: '{name} et {count} autre',
    many: '{name} et {count} d’autres',
    other: '{name} et {count} autres',
  },
  selected: '{name}, lieu {number} sur {count}',

  inView: 'Visibles\u00a0: {names}',
  nothingInView: 'Aucun lieu n’est visible',

  placeOf: '{number} sur {count}',
  previousPlace: 'Lieu précédent',
  nextPlace: 'Lieu suivant',
  close: 'Fermer',
  passages: 'Ce que dit l’article',
  quotedFrom: 'Extrait de «\u00a0{headline}\u00a0», {date}',
  quotedFromUndated: 'Extrait de «\u00a0{headline}\u00a0»',
  verbatim: 'Mot pour mot',
  paragraph: 'Mot pour mot, paragraphe {number}',
  legend: 'Précision de l’emplacement',
  exact: 'Emplacement exact',
  approximate: 'Emplacement approximatif',
  city: 'Une ville dans son ensemble',
  region: 'Une région entière',
  precisionWithin: '{precision}, à environ {distance} près',
  locationFrom: 'Emplacement\u00a0: {source}',

  copyLink: 'Copier le lien',
  copyQuote: 'Copier la citation',
  share: 'Partager',
  copied: 'Copié',
  copyFailed: 'La copie a été refusée. Le texte est sélectionné\u00a0: copiez-le au clavier.',
  showInArticle: 'Voir dans l’article',

  embed: 'Intégrer',
  copy: 'Copier',

  comma: ',',

  metres: '{length}\u00a0m',
  kilometres: '{length}\u00a0km',
  mapData: 'Carte',
  credits: 'Sources de la carte',
  streetsFailed: 'Le plan des rues est inaccessible. La carte reste utilisable sans lui.',
  useTwoFingers: 'Déplacez la carte avec deux doigts',
  useCtrl: 'Maintenez Ctrl et faites défiler pour zoomer',
  useCommand: 'Maintenez ⌘ et faites défiler pour zoomer',
  cannotShow: 'La carte interactive ne peut pas être affichée.',
  basemapFailed: 'Le fond de carte n’a pas pu être chargé. Une carte du monde simplifiée le remplace.',
  someLeftOut: {
    one: '{count} lieu n’a pas pu être affiché',
    many: '{count} de lieux n’ont pas pu être affichés',
    other: '{count} lieux n’ont pas pu être affichés',
  },
}

/** What stands where a map is handed out, in French. */
export const frEmbed: EmbedWords = {
  embedTitle: 'Intégrer cette carte à une page',
  embedAddress: 'Adresse, pour WordPress et d’autres\u00a0: à coller seule sur une ligne',
  embedNote:
    'WordPress retire les cadres et les scripts du HTML que collent les auteurs. Le script article-map-host.js d’une page trouve cette carte de lui-même.',
  embedFrame: 'Cadre (iframe), pour tout site',
  embedElement: 'Élément personnalisé, pour vos propres pages',
  embedLink: 'Lien',
  embedLocal: 'Ces adresses ne mènent qu’à cet ordinateur. Indiquez où sera la carte en la construisant\u00a0:',
  embedConnection: 'Relier les passages de l’article à la carte',
  startingPlace: 'S’ouvre sur',
  allPlaces: 'Tous les lieux',
  colours: 'Couleurs',
  coloursAuto: 'Selon le système du lecteur',
  light: 'Claires',
  dark: 'Sombres',
  height: 'Hauteur en pixels',
  streets: 'Plan des rues d’openstreetmap.org en vue rapprochée',
  quotation: '«\u00a0{quote}\u00a0» — {source}',
}
