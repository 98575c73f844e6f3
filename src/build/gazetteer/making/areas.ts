import type { Entry, EntryCode } from '../../../gazetteer/gazetteer-format.ts'

/** What is greater than countries or lies between them: the continents of GeoNames, and the seas and regions that atlases label. */
const table = `
CONT|7.19|21.09|Africa|Afrique|Afrika|África|أفريقيا|إفريقيا
CONT|48.69|9.14|Europe|Europa|Avrupa|أوروبا|أوربا
CONT|29.84|89.3|Asia|Asie|Asien|Asya|آسيا
CONT|46.07|-100.55|North America|Amérique du Nord|Nordamerika|América del Norte|Norteamérica|Kuzey Amerika|أمريكا الشمالية
CONT|-14.6|-57.66|South America|Amérique du Sud|Südamerika|América del Sur|Sudamérica|Güney Amerika|أمريكا الجنوبية
CONT|-18.31|138.52|Oceania|Océanie|Ozeanien|Oceanía|Okyanusya|أوقيانوسيا
CONT|-78.16|16.41|Antarctica|Antarctique|Antarktis|Antártida|Antarktika|القطب الجنوبي
RGN|29|41|Middle East|Mideast|Moyen-Orient|Proche-Orient|Naher Osten|Nahen Osten|Nahost|Oriente Medio|Oriente Próximo|Orta Doğu|Ortadoğu|الشرق الأوسط
RGN|15|-75|Caribbean|Caraïbes|Karibik|Caribe|Karayipler|الكاريبي
RGN|12|-87|Central America|Amérique centrale|Mittelamerika|Centroamérica|América Central|Orta Amerika|أمريكا الوسطى
RGN|-10|-60|Latin America|Amérique latine|Lateinamerika|América Latina|Latinoamérica|Latin Amerika|أمريكا اللاتينية
RGN|43|21|Balkans|Balkan|Balcanes|Balkanlar|البلقان
RGN|42.5|44|Caucasus|Caucase|Kaukasus|Cáucaso|Kafkasya|القوقاز
RGN|62|16|Scandinavia|Scandinavie|Skandinavien|Escandinavia|İskandinavya|إسكندنافيا
RGN|57|25|Baltics|Baltic States|Pays baltes|Baltikum|Países Bálticos|دول البلطيق
RGN|42|65|Central Asia|Asie centrale|Zentralasien|Asia Central|Orta Asya|آسيا الوسطى
RGN|10|106|Southeast Asia|South East Asia|Asie du Sud-Est|Südostasien|Sudeste Asiático|Güneydoğu Asya|جنوب شرق آسيا
RGN|22|79|South Asia|Asie du Sud|Südasien|Asia Meridional|Güney Asya|جنوب آسيا
RGN|36|112|East Asia|Asie de l'Est|Ostasien|Asia Oriental|Doğu Asya|شرق آسيا
RGN|29|7|North Africa|Afrique du Nord|Nordafrika|África del Norte|Kuzey Afrika|شمال أفريقيا
RGN|12|-2|West Africa|Afrique de l'Ouest|Westafrika|África Occidental|Batı Afrika|غرب أفريقيا
RGN|2|38|East Africa|Afrique de l'Est|Ostafrika|África Oriental|Doğu Afrika|شرق أفريقيا
RGN|-5|22|Sub-Saharan Africa|Afrique subsaharienne|África Subsahariana|Sahraaltı Afrika
RGN|14.5|5|Sahel|Sahelzone|الساحل الأفريقي
RGN|23|10|Sahara|الصحراء الكبرى
RGN|8|46|Horn of Africa|Corne de l'Afrique|Horn von Afrika|Cuerno de África|Afrika Boynuzu|القرن الأفريقي
RGN|50|28|Eastern Europe|Europe de l'Est|Osteuropa|Europa del Este|Doğu Avrupa|أوروبا الشرقية
RGN|48|4|Western Europe|Europe de l'Ouest|Westeuropa|Europa Occidental|Batı Avrupa|أوروبا الغربية
RGN|35|37|Levant|بلاد الشام
RGN|33.5|44|Mesopotamia|Mésopotamie|Mesopotamien|Mezopotamya|بلاد الرافدين
RGN|36.5|43|Kurdistan|Kürdistan|Kurdistán|كردستان
RGN|34|76|Kashmir|Cachemire|Kaschmir|Cachemira|Keşmir|كشمير
RGN|32|35.25|West Bank|Cisjordanie|Westjordanland|Cisjordania|Batı Şeria|الضفة الغربية
RGN|31.42|34.37|Gaza Strip|Bande de Gaza|Gazastreifen|Franja de Gaza|Gazze Şeridi|قطاع غزة
RGN|33|35.75|Golan Heights|Golan|Hauteurs du Golan|Golanhöhen|Altos del Golán|Golan Tepeleri|الجولان|هضبة الجولان
RGN|29.5|34|Sinai|Sinaï|Sinaí|Sina|سيناء|شبه جزيرة سيناء
RGN|45|34.25|Crimea|Crimée|Krim|Kırım|القرم|شبه جزيرة القرم
RGN|48.2|38|Donbas|Donbass|Dombás|دونباس
RGN|46.5|10|Alps|Alpes|Alpen|Alpler|جبال الألب
RGN|42.6|1|Pyrenees|Pyrénées|Pyrenäen|Pirineos|Pireneler|جبال البرانس
RGN|28.5|84|Himalayas|Himalaya|Himalaya-Gebirge|الهيمالايا
RGN|-20|-68|Andes|Anden|And Dağları|جبال الأنديز
RGN|43|-110|Rocky Mountains|Rockies|Montagnes Rocheuses|Montañas Rocosas
RGN|37|-81|Appalachia|Appalachian Mountains|Appalaches
RGN|43|-71.5|New England|Nouvelle-Angleterre|Neuengland|Nueva Inglaterra
RGN|42|-93|Midwest
RGN|-4|-63|Amazon|Amazonie|Amazonas|Amazonia|الأمازون
SEA|35|18|Mediterranean Sea|Mediterranean|Méditerranée|Mer Méditerranée|Mittelmeer|Mediterráneo|Akdeniz|البحر المتوسط|البحر الأبيض المتوسط
SEA|43|34|Black Sea|Mer Noire|Schwarzes Meer|Schwarzen Meer|Mar Negro|Karadeniz|البحر الأسود
SEA|20|38|Red Sea|Mer Rouge|Rotes Meer|Roten Meer|Mar Rojo|Kızıldeniz|البحر الأحمر
SEA|58|20|Baltic Sea|Mer Baltique|Ostsee|Mar Báltico|Baltık Denizi|بحر البلطيق
SEA|56|3|North Sea|Mer du Nord|Nordsee|Mar del Norte|Kuzey Denizi|بحر الشمال
SEA|42|51|Caspian Sea|Mer Caspienne|Kaspisches Meer|Mar Caspio|Hazar Denizi|بحر قزوين
SEA|39|25|Aegean Sea|Aegean|Mer Égée|Ägäis|Mar Egeo|Ege Denizi|بحر إيجه
SEA|43|15|Adriatic Sea|Adriatic|Mer Adriatique|Adria|Mar Adriático|Adriyatik|البحر الأدرياتيكي
SEA|26|52|Persian Gulf|Golfe Persique|Persischer Golf|Golfo Pérsico|Basra Körfezi|الخليج العربي
SEA|12|48|Gulf of Aden|Golfe d'Aden|Golf von Aden|Golfo de Adén|Aden Körfezi|خليج عدن
SEA|26.5|56.3|Strait of Hormuz|Détroit d'Ormuz|Straße von Hormus|Estrecho de Ormuz|Hürmüz Boğazı|مضيق هرمز
SEA|15|65|Arabian Sea|Mer d'Arabie|Arabisches Meer|Mar Arábigo|Arap Denizi|بحر العرب
SEA|15|88|Bay of Bengal|Golfe du Bengale|Golf von Bengalen|Golfo de Bengala|Bengal Körfezi|خليج البنغال
SEA|13|114|South China Sea|Mer de Chine méridionale|Südchinesisches Meer|Mar de China Meridional|Güney Çin Denizi|بحر الصين الجنوبي
SEA|25|-90|Gulf of Mexico|Golfe du Mexique|Golf von Mexiko|Golfo de México|Meksika Körfezi|خليج المكسيك
SEA|15|-75|Caribbean Sea|Mer des Caraïbes|Karibisches Meer|Mar Caribe|Karayip Denizi|البحر الكاريبي
SEA|50|-1|English Channel|Manche|Ärmelkanal|Canal de la Mancha|Manş Denizi|بحر المانش
SEA|30.5|32.4|Suez Canal|Canal de Suez|Suezkanal|Süveyş Kanalı|قناة السويس
SEA|41.1|29.07|Bosphorus|Bosporus|Bosphore|Bósforo|İstanbul Boğazı|البوسفور
SEA|40.7|28.2|Sea of Marmara|Mer de Marmara|Marmarameer|Mar de Mármara|Marmara Denizi|بحر مرمرة
SEA|25|-40|Atlantic Ocean|Atlantic|Océan Atlantique|Atlantique|Atlantik|Atlántico|Océano Atlántico|Atlas Okyanusu|المحيط الأطلسي|الأطلسي
SEA|0|-160|Pacific Ocean|Pacific|Océan Pacifique|Pacifique|Pazifik|Pacífico|Océano Pacífico|Pasifik Okyanusu|المحيط الهادئ
SEA|-20|80|Indian Ocean|Océan Indien|Indischer Ozean|Océano Índico|Hint Okyanusu|المحيط الهندي
SEA|80|0|Arctic|Arctic Ocean|Arctique|Arktis|Ártico|Arktik|القطب الشمالي`

/**
 * Seats of power that stand for it in the news: those that general dictionaries define as such. Towns have some of these names
 * too, and are not meant.
 */
const seats = `
RGN|38.8977|-77.0365|White House
RGN|38.8899|-77.0091|Capitol Hill
RGN|38.8719|-77.0563|Pentagon
RGN|40.706|-74.009|Wall Street
RGN|55.752|37.6175|Kremlin|Kreml|الكرملين
RGN|51.5033|-0.1276|Downing Street
RGN|48.8704|2.3167|Élysée|Elysée`

/** Great airports that are called by a name of their own, and not by a town's or a person's. */
const airports = `
RGN|51.47|-0.4543|Heathrow
RGN|51.1537|-0.1821|Gatwick
RGN|51.885|0.235|Stansted
RGN|41.9742|-87.9073|O'Hare
RGN|40.7769|-73.874|LaGuardia|La Guardia
RGN|38.9531|-77.4565|Dulles
RGN|52.3105|4.7683|Schiphol
RGN|45.63|8.7231|Malpensa
RGN|55.9726|37.4146|Sheremetyevo
RGN|1.3644|103.9915|Changi`

/** The greater areas, each in the middle, the seats of power and the great airports. */
export function makeAreaEntries(): Entry[] {
  return `${table}${seats}${airports}`
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', latitude, longitude, ...names] = line.split('|')
      return {
        names,
        code: code as EntryCode,
        country: '',
        region: '',
        population: 0,
        latitude: Number(latitude),
        longitude: Number(longitude),
        id: 0,
      }
    })
}
