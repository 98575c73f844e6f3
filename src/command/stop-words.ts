import { type Language } from '../words/language.ts'

/**
 * Words that every text of a language is full of, in lower case: they tell which language it is, and that a sentence starts
 * where one of them has a capital.
 */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  ar: wordsOf(
    'في من على إلى عن أن إن التي الذي هذا هذه ذلك تلك كان كانت قال قالت وقال وقالت بعد قبل مع بين كما لم لا ما لكن حتى أو ثم قد وقد منذ حيث عند كل غير هو هي هم وفي ومن وعلى وكان وكانت أما أي خلال إذا لن ليس',
  ),
  de: wordsOf(
    'der die das den dem des ein eine einen einem einer eines und oder aber doch denn ich du er sie es wir ihr man nicht kein keine ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können soll muss in im an am auf aus bei beim bis durch für gegen mit nach ohne seit um unter über von vom vor während wegen zu zum zur als auch bereits dann danach dort hier jetzt noch nur schon sehr so wie wo wann warum was wer wenn weil dass ob sich sein seine seinen seiner ihre ihren ihrer dieser diese dieses jeder alle mehr zwischen heute gestern dabei damit dazu deshalb viele',
  ),
  en: wordsOf(
    'the a an and or but nor i you he she it we they them him her his hers its our their this that these those there here who what when where why how which not no is are was were be been has have had do did does will would can could may might must should in on at by for from of to into with without about after before between over under during through as if so than then now also only more most many some all each every both other another such very still just yet until while because although however said says two one',
  ),
  es: wordsOf(
    'el la los las un una unos unas y e o u pero ni que de del al a en con sin por para sobre entre hasta desde hacia según tras durante contra es son era eran fue fueron ser está están estaba han ha había hay se su sus le les lo me mi nos yo él ella ellos ellas usted ustedes este esta estos estas ese esa eso esto aquel no sí ya también más muy como cuando donde porque si todo todos todas cada otro otra después antes ahora aquí allí así aunque mientras además entonces',
  ),
  fr: wordsOf(
    'le la les l un une des du de d et ou mais ni que qui quoi dont où je j tu il elle on nous vous ils elles ce cet cette ces c s se sa son ses leur leurs à au aux en dans par pour sur sous avec sans entre vers chez depuis pendant avant après contre selon est sont était étaient être été a ont avait avaient n ne pas plus ne y lui me mon ma mes notre nos votre vos comme quand si car donc alors aussi très tout tous toute toutes même puis ainsi cela ça ici là hier aujourd mardi',
  ),
  tr: wordsOf(
    've ile veya ya ama fakat ancak çünkü ki bu şu o bir ben sen biz siz onlar onun bunun için gibi kadar göre sonra önce daha en çok da de mi mı mu mü ne nasıl neden nerede kim her hiç bazı tüm bütün diğer olan olarak oldu olduğu değil var yok ise hem böyle şöyle öyle burada orada şimdi artık bile sadece yalnız üzere karşı dolayı beri ayrıca kendi dedi söyledi iki ilk',
  ),
}

function wordsOf(words: string): Set<string> {
  return new Set(words.split(' '))
}
