import type { Language } from '../words/language.ts'

/** The words around a name that tell whether it is a place's, in lower case and without accents, as name keys are written. */
export interface LanguageCues {
  /** Before a place where something is. */
  readonly in: ReadonlySet<string>
  /** Before a place, but also before other things. */
  readonly of: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  /** Before a person's name. */
  readonly titles: ReadonlySet<string>
  /** After a person's name, or before it: said. */
  readonly speech: ReadonlySet<string>
  /** Of a street, after its name or before it: it is named after another place. */
  readonly streets: ReadonlySet<string>
  /** What belongs to a place, or is one: after its name or before it. */
  readonly institutions: ReadonlySet<string>
  /** A newspaper, an airline or a club, after the name of the place that it is called by. */
  readonly firms: ReadonlySet<string>
  /** A kind of place, before or after its name: the city of, county. */
  readonly kinds: ReadonlySet<string>
  /** Directions and parts, before a name: north, downtown. */
  readonly parts: ReadonlySet<string>
  /** Weekdays, months, languages and religions: they have capitals too. */
  readonly capitals: ReadonlySet<string>
}

type Words = Readonly<Record<keyof LanguageCues, string>>

/** The words of general dictionaries of each language, by what they mean; none is taken from a set of articles. */
const tables: Readonly<Record<Language, Words>> = {
  en: {
    in: 'in at from near outside around across throughout inside toward towards into downtown northwest northeast southwest southeast',
    of: 'of to for between through via leaving reaching visiting and or with over off beyond',
    articles: 'the a an',
    titles:
      'mr mrs ms miss dr prof sir dame lord lady rev sen sens rep reps gov gen col capt sgt lt maj cpl cmdr det pastor father sister brother bishop pope king queen prince princess senator representative congressman congresswoman judge justice chairman chairwoman president chancellor minister detective lieutenant sergeant captain officer deputy actor actress singer author coach',
    speech:
      'said says told adds added asked replied argued wrote explained noted testified recalled admitted insisted thinks believes knows',
    streets:
      'street st avenue ave road rd boulevard blvd drive dr lane ln highway hwy court ct parkway pkwy place pl way terrace circle pike turnpike expressway trail alley',
    institutions:
      'university college school schools academy institute hospital clinic police sheriff court courthouse department office council city county state government ministry parliament senate house assembly commission committee board district authority agency airport station port museum library theater theatre church cathedral mosque temple stadium arena park zoo hotel mall market bridge river lake bay beach island valley mountain mountains prison jail fire fair festival marathon chamber association federation union bank exchange international national central regional metropolitan community memorial medical center centre public area region residents resident native man woman couple mayor governor attorney family based border coast embassy ambassador president prime officials authorities army navy troops forces government team club high middle elementary superior circuit supreme housing planning zoning water health village town township municipal',
    firms:
      'times post tribune herald gazette journal news daily chronicle sun star observer airlines airways united fc',
    kinds:
      'city town village county counties province district state region canton governorate parish borough township municipality suburb capital neighborhood neighbourhood island islands republic prefecture hamlet port area',
    parts:
      'north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern central downtown upper lower greater inner outer mid metropolitan metro historic suburban rural nearby neighboring neighbouring',
    capitals:
      'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter english french german spanish latin islam christian catholic muslim jewish god',
  },
  fr: {
    in: 'a en dans vers depuis chez pres hors jusqu',
    of: 'de du d des au aux pour entre et sur par',
    articles: 'le la les l un une',
    titles:
      'm mm mme mlle dr maitre general colonel capitaine president presidente ministre senateur senatrice depute deputee roi reine prince princesse pape juge procureur',
    speech: 'dit declare affirme explique ajoute precise indique raconte estime souligne assure',
    streets: 'rue avenue boulevard chemin impasse quai allee route place',
    institutions:
      'universite hopital ecole lycee college tribunal mairie prefecture aeroport gare port musee eglise mosquee stade pont prison conseil gouvernement ministere police region metropole camp',
    firms: '',
    kinds:
      'ville village commune province region departement canton district gouvernorat capitale banlieue quartier ile iles republique localite',
    parts: 'nord sud est ouest',
    capitals:
      'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel paques',
  },
  de: {
    in: 'in nach aus bei nahe um ab gen richtung nordlich sudlich ostlich westlich unweit',
    of: 'von vom zwischen fur uber und bis im am zum zur an',
    articles: 'der die das den dem des ein eine',
    titles:
      'herr herrn frau dr prof professor prasident prasidentin kanzler kanzlerin minister ministerin konig konigin prinz papst richter general oberst bischof pfarrer',
    speech: 'sagte sagt erklarte berichtete teilte betonte fugte meinte',
    streets: 'strasse platz allee weg gasse ring ufer',
    institutions:
      'universitat krankenhaus klinik schule gymnasium gericht landgericht amtsgericht polizei rathaus flughafen bahnhof hauptbahnhof hafen museum kirche moschee stadion brucke gefangnis regierung stadtrat landkreis',
    firms: 'zeitung allgemeine nachrichten anzeiger',
    kinds:
      'stadt dorf gemeinde provinz region bezirk kreis landkreis bundesland hauptstadt kanton insel republik gouvernement ort ortschaft vorort stadtteil kleinstadt hafenstadt grossstadt',
    parts: 'nord sud ost west',
    capitals:
      'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz april mai juni juli august september oktober november dezember weihnachten ostern',
  },
  es: {
    in: 'en desde hacia hasta cerca',
    of: 'de del a al entre para por y con',
    articles: 'el la los las un una',
    titles:
      'sr sra srta dr dra don dona senor senora presidente presidenta ministro ministra general coronel capitan rey reina principe princesa papa juez jueza senador senadora diputado diputada',
    speech: 'dijo afirmo explico anadio declaro senalo aseguro indico conto',
    streets: 'calle avenida paseo plaza carretera camino',
    institutions:
      'universidad hospital escuela instituto tribunal audiencia ayuntamiento aeropuerto estacion puerto museo iglesia mezquita estadio puente prision gobierno policia consejo',
    firms: '',
    kinds:
      'ciudad pueblo municipio provincia region departamento distrito estado capital barrio isla islas republica localidad gobernacion comarca villa aldea',
    parts: 'norte sur este oeste',
    capitals:
      'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad',
  },
  tr: {
    in: 'da de ta te dan den tan ten ya ye a e yi yu daki deki',
    of: 'nin nun in un',
    articles: 'bir',
    titles:
      'bay bayan sayin dr prof baskan cumhurbaskani basbakan bakan bakani general albay kral prenses prens vali yargic',
    speech: 'dedi soyledi belirtti ekledi acikladi konustu anlatti',
    streets: 'cadde caddesi sokak sokagi bulvari meydani yolu',
    institutions:
      'universitesi hastanesi okulu lisesi mahkemesi belediyesi havalimani gari limani muzesi kilisesi camii stadi koprusu cezaevi hukumeti emniyet valiligi',
    firms: 'spor gazetesi',
    kinds:
      'sehri kenti ili ilcesi koyu kasabasi beldesi eyaleti bolgesi mahallesi adasi baskenti sehrinde kentinde ilinde ilcesinde koyunde kasabasinda eyaletinde bolgesinde sehrinin kentinin ilinin ilcesinin',
    parts: 'kuzey guney dogu bati',
    capitals:
      'pazartesi sali carsamba persembe cuma cumartesi pazar ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
  },
  ar: {
    in: 'في الي من نحو قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط داخل خارج باتجاه',
    of: 'بين عبر حتي',
    // Inna and its sisters, behind what is written as one with them: no article, but as little a name.
    articles: 'ان وان فان لان بان كان وكان لكن ولكن',
    titles: 'السيد السيده الرييس الدكتور الوزير الملك الامير الشيخ القاضي العميد اللواء العقيد',
    speech: 'قال قالت اضاف اكد اوضح صرح',
    streets: 'شارع ساحه طريق',
    institutions: 'جامعه مستشفي مدرسه محكمه بلديه مطار محطه ميناء متحف كنيسه مسجد ملعب جسر سجن مخيم سد',
    firms: '',
    kinds: 'مدينه محافظه قريه بلده ولايه مقاطعه اقليم منطقه حي ضاحيه عاصمه العاصمه مدينتي جزيره ناحيه قضاء ريف',
    parts: '',
    capitals: '',
  },
}

/** The cues of a language. */
export function languageCues(language: Language): LanguageCues {
  const known = cues.get(language)
  if (known !== undefined) return known
  const made = Object.fromEntries(
    Object.entries(tables[language]).map(([kind, words]) => [kind, new Set(words.split(' ').filter(Boolean))]),
  ) as unknown as LanguageCues
  cues.set(language, made)
  return made
}

const cues = new Map<Language, LanguageCues>()
