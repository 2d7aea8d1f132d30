// Public places of Belgrade and the state centres a certificate may name. Informal sleeping places are never among them.
// Points are from general knowledge, to be held against OpenStreetMap; the precision says how far off they may be.
import { PLACE_OF_2016, POINT_IS_ROUGH } from '#domain/directory/belgrade/cautions.ts'
import { place } from '#domain/directory/belgrade/entries.ts'
import { said } from '#domain/directory/belgrade/said.ts'
import { words } from '#domain/directory/words.ts'

export const BRISTOL_PARK = place({
  id: '15528683-24b4-47a3-b656-41657b532ffe',
  name: words({ en: 'Bristol park', 'sr-Latn': 'Park kod Bristola', ar: 'حديقة بريستول', fa: 'پارک بریستول' }),
  address: 'Park Luke Ćelovića',
  zone: 'parks',
  directions: said('between_hotel_and_station'),
  point: { latitude: 44.8114, longitude: 20.4556, precisionMetres: 150 },
  validFrom: '2015',
  validTo: '2024',
  source: 'b92.net on Info Park, 15 March 2017',
  lastChecked: '2017-03-15'
})

export const AFGHAN_PARK = place({
  id: '5d2fb702-5724-4625-9f47-481aa72eb362',
  name: words({ en: 'Afghan park', 'sr-Latn': 'Avganistanski park', ar: 'الحديقة الأفغانية', fa: 'پارک افغان‌ها' }),
  address: 'Kamenička',
  zone: 'parks',
  directions: said('by_the_faculty'),
  point: { latitude: 44.8106, longitude: 20.4572, precisionMetres: 150 },
  validFrom: '2015',
  source: 'Al Jazeera Balkans, 29 August 2016',
  lastChecked: '2016-08-29'
})

export const OLD_BUS_STATION = place({
  id: '12d0707f-cf37-4d94-894e-fe94dc322bc3',
  name: words({
    en: 'Old bus station',
    'sr-Latn': 'Stara autobuska stanica',
    ar: 'محطة الحافلات القديمة',
    fa: 'پایانهٔ قدیمی اتوبوس'
  }),
  address: 'Železnička 4',
  zone: 'bus_station',
  point: { latitude: 44.8094, longitude: 20.4545, precisionMetres: 150 },
  validTo: '2024-09-27',
  source: 'Bloomberg Adria (naslovi.net), 27 September 2024',
  lastChecked: '2024-09-27'
})

export const NEW_BUS_STATION = place({
  id: '27663264-c2bc-4675-9997-e9232a26bfa2',
  name: words({
    en: 'New bus station, Block 42',
    'sr-Latn': 'Nova autobuska stanica, Blok 42',
    ar: 'محطة الحافلات الجديدة، بلوك 42',
    fa: 'پایانهٔ جدید اتوبوس، بلوک 42'
  }),
  address: 'Blok 42, Novi Beograd',
  zone: 'bus_station',
  point: { latitude: 44.806, longitude: 20.419, precisionMetres: 400 },
  validFrom: '2024-09-27',
  source: 'Bloomberg Adria (naslovi.net), 27 September 2024',
  lastChecked: '2024-09-27',
  caution: POINT_IS_ROUGH
})

export const OLD_RAILWAY_STATION = place({
  id: '43f07a19-8dc1-40a0-9fed-2d21272baa48',
  name: words({
    en: 'Old railway station',
    'sr-Latn': 'Stara železnička stanica',
    ar: 'محطة القطار القديمة',
    fa: 'ایستگاه قدیمی قطار'
  }),
  address: 'Savski trg',
  zone: 'railway',
  point: { latitude: 44.8083, longitude: 20.4557, precisionMetres: 150 },
  validTo: '2018',
  source: 'msf.org on Serbia, 21 November 2016; closed in 2018 by general knowledge',
  lastChecked: '2016-11-21'
})

export const PROKOP_STATION = place({
  id: '6177df9c-83af-43ae-a316-df0f74c172f3',
  name: words({
    en: 'Belgrade Centre railway station (Prokop)',
    'sr-Latn': 'Železnička stanica Beograd Centar (Prokop)',
    ar: 'محطة قطار بلغراد المركز (بروكوب)',
    fa: 'ایستگاه قطار بلگراد مرکز (پروکوپ)'
  }),
  zone: 'railway',
  point: { latitude: 44.7936, longitude: 20.4539, precisionMetres: 50 },
  source: 'German Wikipedia, Bahnhof Beograd Centar, version of 2016',
  lastChecked: '2016'
})

export const MIKSALISTE_1 = place({
  id: '78106fb3-185d-4852-9ebd-cbce5233ffc2',
  name: words({
    en: 'Miksalište in Savamala',
    'sr-Latn': 'Miksalište u Savamali',
    ar: 'ميكساليشته في سافامالا',
    fa: 'میکسالیشته در ساوامالا'
  }),
  address: 'Mostarska',
  zone: 'bus_station',
  point: { latitude: 44.812, longitude: 20.453, precisionMetres: 250 },
  validFrom: '2015-08',
  validTo: '2016-04',
  source: 'Irish Times, "Migrant aid centre bulldozed"; NRC-Praxis report for April 2016, 13 May 2016',
  lastChecked: '2016-05-13'
})

export const MIKSALISTE_2 = place({
  id: '96fba4f8-b563-4794-8365-e2d49ba55f3f',
  name: words({
    en: 'Miksalište in Gavrila Principa',
    'sr-Latn': 'Miksalište u Gavrila Principa',
    ar: 'ميكساليشته في شارع غافريلا برينسيبا',
    fa: 'میکسالیشته در خیابان گاوریلا پرینسیپا'
  }),
  address: 'Gavrila Principa 15',
  zone: 'bus_station',
  point: { latitude: 44.8122, longitude: 20.4571, precisionMetres: 150 },
  validFrom: '2016-05-31',
  source: 'Al Jazeera Balkans (naslovi.net), 1 June 2016',
  lastChecked: '2016-06-01'
})

export const INFO_PARK_HUB = place({
  id: '644f5571-6561-413f-a21f-f9d013e61900',
  name: words({ en: 'Info Park hub', 'sr-Latn': 'Info park, prostor', ar: 'مركز إنفو بارك', fa: 'مرکز اینفو پارک' }),
  address: 'Gavrila Principa 55',
  zone: 'bus_station',
  point: { latitude: 44.8093, longitude: 20.4582, precisionMetres: 150 },
  validFrom: '2016-11-10',
  source: 'b92.net on Info Park, 15 March 2017',
  lastChecked: '2017-03-15'
})

export const ASYLUM_INFO_CENTRE = place({
  id: 'be8d5998-3e28-4fc4-8a83-8694580a78d9',
  name: words({
    en: 'Asylum Info Centre',
    'sr-Latn': 'Info centar za azil',
    ar: 'مركز معلومات اللجوء',
    fa: 'مرکز اطلاعات پناهندگی'
  }),
  address: 'Nemanjina 3',
  zone: 'railway',
  point: { latitude: 44.8079, longitude: 20.4571, precisionMetres: 150 },
  validFrom: '2015-08',
  validTo: '2017',
  source: 'Blic (adra.org.rs), August 2015; news.adventist.org, September 2015',
  lastChecked: '2015-09'
})

export const POLICE_SAVSKA = place({
  id: '8ce7c412-9bfb-44aa-b92f-4bb2bfcb00f6',
  name: words({
    en: 'Police station Savska',
    'sr-Latn': 'Policijska stanica Savska',
    ar: 'مركز شرطة سافسكا',
    fa: 'ادارهٔ پلیس ساوسکا'
  }),
  address: 'Savska 35',
  zone: 'railway',
  directions: said('ten_minutes_on_foot'),
  point: { latitude: 44.8037, longitude: 20.4535, precisionMetres: 250 },
  source: 'moving-europe.org on registration papers (2016)',
  lastChecked: '2016',
  caution: PLACE_OF_2016
})

export const POLICE_NEW_BELGRADE = place({
  id: '22dda773-f886-4024-a9e9-ada852743f45',
  name: said('police_new_belgrade'),
  address: 'Omladinskih brigada 1, Novi Beograd',
  zone: 'new_belgrade',
  point: { latitude: 44.81, longitude: 20.401, precisionMetres: 500 },
  validFrom: '2023-07',
  source: 'w2eu.info, Serbia, asylum, July 2023',
  lastChecked: '2023-07',
  caution: POINT_IS_ROUGH
})

export const ASYLUM_OFFICE_BY_POST = place({
  id: '25951f84-1557-4b58-9891-61ddf54bdac7',
  name: said('asylum_office_by_post'),
  address: 'MUP, Uprava granične policije, Kancelarija za azil, Bulevar Mihajla Pupina 2, 11070 Novi Beograd',
  zone: 'new_belgrade',
  source: 'help.unhcr.org, Serbia, applying for asylum (undated, after the law of 2018)',
  lastChecked: '2018'
})

export const KIRS_OFFICE = place({
  id: 'b3a1e4c3-ad8b-4e34-8e47-ae79ee29bbb4',
  name: said('commissariat_office'),
  address: 'Narodnih heroja 4, Novi Beograd',
  zone: 'new_belgrade',
  source: 'Migration profile of Serbia 2016, imprint',
  lastChecked: '2016'
})

export const BCHR_OFFICE = place({
  id: '81b3b21f-c156-41c9-9946-793db819849e',
  name: words({
    en: 'Belgrade Centre for Human Rights, office',
    'sr-Latn': 'Beogradski centar za ljudska prava, kancelarija',
    ar: 'مركز بلغراد لحقوق الإنسان، المكتب',
    fa: 'مرکز حقوق بشر بلگراد، دفتر'
  }),
  address: 'Kneza Miloša 4',
  zone: 'old_town',
  source: 'Right to Asylum in the Republic of Serbia 2018, imprint',
  lastChecked: '2018'
})

export const GROUP_484_OFFICE = place({
  id: 'aaf664ca-08a7-4660-8f02-b10c161af1c0',
  name: words({
    en: 'Group 484, office',
    'sr-Latn': 'Grupa 484, kancelarija',
    ar: 'المجموعة 484، المكتب',
    fa: 'گروه 484، دفتر'
  }),
  address: 'Pukovnika Bacića 3',
  zone: 'elsewhere',
  source: 'Group 484 publication, imprint (about 2016)',
  lastChecked: '2016'
})

export const SOCIAL_WORK_HEAD_OFFICE = place({
  id: 'ff643da9-2bb2-41f8-a36c-2d6eeee84680',
  name: said('social_work_office'),
  address: 'Ruska 4',
  zone: 'elsewhere',
  source: 'beograd.rs, City Center for Social Work (undated); gcsrbg.org, not before March 2019',
  lastChecked: '2019-03'
})

export const CHILDRENS_INSTITUTION = place({
  id: 'd8b07359-8c03-418e-8132-fdada5a3aa72',
  name: said('childrens_institution'),
  address: 'Bulevar oslobođenja 219',
  zone: 'elsewhere',
  source: 'azilsrbija.rs, shelters (undated); w2eu.info, Serbia, minors, February 2020',
  lastChecked: '2020-02'
})

export const RED_CROSS_OFFICE = place({
  id: '1b6ed7cb-ce5b-4124-b3ec-e5f6b6c93bd6',
  name: said('red_cross_office'),
  address: 'Simina 19',
  zone: 'old_town',
  source: 'redcross.org.rs, tracing service, page on 2015',
  lastChecked: '2015'
})
