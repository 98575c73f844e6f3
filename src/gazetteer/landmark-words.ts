import type { Language } from '../words/language.ts'

/** What landmarks are found by in a language. */
export interface LandmarkWords {
  /** Kinds of places, as OpenStreetMap's map features name them: amenities, buildings, transport. */
  readonly kinds: string
  /** What makes a thing a certain one: articles, also joined with a preposition, and possessives. */
  readonly definite: string
  /** Other words that are no part of a name: prepositions, conjunctions, pronouns, auxiliaries, numerals. */
  readonly function: string
  /** Whether what says which one it is follows: `l’hôpital principal`, and not `the main hospital`. */
  readonly kindFirst: boolean
  /** Where the kind comes first: the endings of adjectives that may follow it. */
  readonly adjective?: RegExp
}

/** In small letters, by language. */
export const landmarkWords: Readonly<Record<Language, LandmarkWords>> = {
  ar: {
    kinds:
      'مستشفى مشفى ملعب استاد جسر ساحة ميدان مطار ميناء مرفأ سجن مسجد جامع كنيسة كاتدرائية مدرسة جامعة سوق مخيم سد دوار محطة متحف قصر قلعة مقبرة حديقة معبر مصنع مصفاة مسرح فندق برج معهد دير',
    definite: '',
    function:
      'قرب قبالة خلف أمام داخل خارج في من إلى على عن مع بعد قبل حيث التي الذي أن أو ثم كما هذا هذه كان كانت قال',
    kindFirst: true,
  },
  de: {
    kinds:
      'krankenhaus klinikum klinik spital stadion brücke marktplatz flughafen bahnhof hafen gefängnis moschee kirche dom kathedrale synagoge schule gymnasium universität hochschule flüchtlingslager staudamm talsperre kreisverkehr museum schloss friedhof fabrik kraftwerk theater rathaus tunnel kaserne',
    definite: 'der die das dem den des im am zum zur vom beim ins ans',
    function:
      'ein eine einer einem einen eines kein keine und oder in an auf bei mit von vor nach zu aus über unter für gegen durch um bis seit als wie dass ist war sind waren hat hatte wird wurde sein seine ihr ihre dieser diese dieses jeder jede jedes alle zwei drei vier',
    kindFirst: false,
  },
  en: {
    kinds:
      'hospital clinic stadium arena bridge square airport airfield airbase harbour harbor port prison jail mosque church cathedral synagogue temple shrine monastery school university college market bazaar mall camp dam reservoir roundabout station museum palace castle citadel fortress cemetery park zoo factory refinery plant mill mine checkpoint crossing barracks tower courthouse hotel theatre theater library tunnel pier lighthouse circle',
    definite: 'the its their his her our this that s',
    function:
      'a an and or of in on at to by for from with near into onto over under between through across after before during outside inside around behind is was were are be been has have had will would when where which who while as than but not no every each some any another one two three four five same other such last next first all both only new now',
    kindFirst: false,
  },
  es: {
    kinds:
      'hospital clínica estadio puente plaza aeropuerto puerto cárcel prisión mezquita iglesia catedral basílica sinagoga escuela colegio instituto universidad mercado campamento presa embalse rotonda glorieta estación museo palacio castillo cementerio parque fábrica refinería teatro ayuntamiento torre túnel cuartel faro',
    definite: 'el la del al los las su',
    function:
      'un una unos unas y o en a por para con sin sobre entre hasta desde que se fue es era ha había no ni como',
    kindFirst: true,
    adjective: /(?:al|ar|ario|aria|ano|ana|ico|ica|ense|ivo|iva|or|ito|ita|eño|eña|iego|iega)$/u,
  },
  fr: {
    kinds:
      'hôpital clinique stade pont place aéroport port prison mosquée église cathédrale basilique synagogue école collège lycée université marché camp barrage rond-point gare musée palais château citadelle cimetière parc usine raffinerie théâtre mairie tour tunnel caserne phare bibliothèque',
    definite: 'le la l du au les aux des son sa leur',
    function:
      'un une et ou en à par pour avec sans sur sous dans entre vers chez que qui se a est était ont ne pas ni comme où',
    kindFirst: true,
    adjective: /(?:al|ale|aire|ien|ienne|ique|el|elle|ois|oise|ais|aise|ier|ière|if|ive)$/u,
  },
  tr: {
    kinds:
      'hastanesi stadyumu stadı köprüsü meydanı havalimanı havaalanı limanı cezaevi camii camisi kilisesi sinagogu okulu lisesi üniversitesi pazarı çarşısı kampı barajı kavşağı istasyonu garı müzesi sarayı kalesi mezarlığı parkı fabrikası rafinerisi tiyatrosu kulesi tüneli kışlası adliyesi santrali kütüphanesi',
    definite: '',
    function:
      've veya ile bir bu şu o da de ki için gibi kadar sonra önce olan çok en her iki üç dört beş son yeni eski',
    kindFirst: false,
  },
}
