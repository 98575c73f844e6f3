import type { EmbedWords, Words } from './words.ts'

/** Turkish. A noun after a number stays in the singular. */
export const tr: Words = {
  language: 'tr',

  mapOf: 'Haberde geçen yerlerin haritası: {headline}',
  mapKeys: 'Ok tuşları haritayı kaydırır, artı ve eksi yakınlaştırıp uzaklaştırır.',
  placesInArticle: 'Haberde geçen yerler',
  places: { one: '{count} yer', other: '{count} yer' },
  skipMap: 'Haritayı atla',
  skipToList: 'Yer listesine geç',
  backToMap: 'Haritaya dön',
  findPlace: 'Yer ara',
  nothingFound: '“{query}” adında bir yer yok.',

  zoomIn: 'Yakınlaştır',
  zoomOut: 'Uzaklaştır',
  showAll: 'Tüm yerleri göster',
  fullscreen: 'Tam ekran',
  exitFullscreen: 'Tam ekrandan çık',

  marker: '{number}. yer: {name}',
  group: { one: '{count} yer: {names}. Yakınlaştır', other: '{count} yer: {names}. Yakınlaştır' },
  groupName: { one: '{name} ve {count} yer daha', other: '{name} ve {count} yer daha' },
  selected: '{name}, {count} yer arasında {number}. sırada',

  inView: 'Görünenler: {names}',
  nothingInView: 'Görünürde yer yok',

  placeOf: '{number} / {count}',
  previousPlace: 'Önceki yer',
  nextPlace: 'Sonraki yer',
  close: 'Kapat',
  passages: 'Haberde yazanlar',
  quotedFrom: 'Kaynak: “{headline}”, {date}',
  quotedFromUndated: 'Kaynak: “{headline}”',
  verbatim: 'Birebir alıntı',
  paragraph: 'Birebir alıntı, {number}. paragraf',
  legend: 'Konumun ne kadar kesin bilindiği',
  exact: 'Kesin konum',
  approximate: 'Yaklaşık konum',
  city: 'Bir kentin bütünü',
  region: 'Bir bölgenin bütünü',
  precisionWithin: '{precision}, hata payı yaklaşık {distance}',
  locationFrom: 'Konum kaynağı: {source}',

  copyLink: 'Bağlantıyı kopyala',
  copyQuote: 'Alıntıyı kopyala',
  share: 'Paylaş',
  copied: 'Kopyalandı',
  copyFailed: 'Kopyalamaya izin verilmedi. Metin seçildi: klavyeyle kopyalayın.',
  showInArticle: 'Haberde göster',

  embed: 'Yerleştir',
  copy: 'Kopyala',

  comma: ',',

  metres: '{length}\u00a0m',
  kilometres: '{length}\u00a0km',
  mapData: 'Harita',
  credits: 'Haritanın kaynakları',
  streetsFailed: 'Sokak haritasına ulaşılamıyor. Harita onsuz da çalışır.',
  useTwoFingers: 'Haritayı iki parmakla kaydırın',
  useCtrl: 'Haritayı yakınlaştırmak için Ctrl tuşunu basılı tutarak kaydırın',
  useCommand: 'Haritayı yakınlaştırmak için ⌘ tuşunu basılı tutarak kaydırın',
  cannotShow: 'Etkileşimli harita gösterilemiyor.',
  basemapFailed: 'Haritanın zemini yüklenemedi. Yerine basit bir dünya haritası gösteriliyor.',
  someLeftOut: { one: '{count} yer gösterilemedi', other: '{count} yer gösterilemedi' },
}

/** What stands where a map is handed out, in Turkish. */
export const trEmbed: EmbedWords = {
  embedTitle: 'Bu haritayı bir sayfaya yerleştirin',
  embedAddress: 'Adres, WordPress ve benzerleri için: tek başına bir satıra yapıştırın',
  embedNote:
    'WordPress, yazarların yapıştırdığı HTML’den çerçeveleri ve betikleri çıkarır. Sayfadaki article-map-host.js betiği bu haritayı kendiliğinden bulur.',
  embedFrame: 'Çerçeve (iframe), her site için',
  embedElement: 'Özel öğe (custom element), kendi sayfalarınız için',
  embedLink: 'Bağlantı',
  embedLocal: 'Bu adresler yalnızca bu bilgisayara götürür. Haritayı derlerken nerede duracağını belirtin:',
  embedConnection: 'Makaledeki pasajları haritaya bağla',
  startingPlace: 'Açılış yeri',
  allPlaces: 'Tüm yerler',
  colours: 'Renkler',
  coloursAuto: 'Okurun sistemine göre',
  light: 'Açık',
  dark: 'Koyu',
  height: 'Yükseklik (piksel)',
  streets: 'Yakınlaştırıldığında openstreetmap.org sokak haritası',
  quotation: '“{quote}” — {source}',
}
