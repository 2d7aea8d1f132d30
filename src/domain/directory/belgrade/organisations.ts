// Organisations and groups of citizens that work or worked in Belgrade. A name without translation is said as it is.
import { CALL_NUMBER_FIRST, NO_RECENT_NEWS } from '#domain/directory/belgrade/cautions.ts'
import { provider } from '#domain/directory/belgrade/entries.ts'
import { said } from '#domain/directory/belgrade/said.ts'
import { words } from '#domain/directory/words.ts'

export const PRAXIS = provider({
  id: '43ac14d9-3351-4f92-944d-5ca99477bdd7',
  name: words({ en: 'Praxis', 'sr-Latn': 'Praxis' }),
  description: said('praxis_does'),
  website: 'https://praxis.org.rs',
  source: 'Praxis, Protection Monitoring, August 2019; UNHCR Serbia factsheet, March 2019',
  lastChecked: '2019-08'
})

export const NRC = provider({
  id: 'e4b586ad-43f7-440e-8567-67c07ae6dc56',
  name: words({
    en: 'Norwegian Refugee Council',
    'sr-Latn': 'Norveški savet za izbeglice',
    ar: 'المجلس النرويجي للاجئين',
    fa: 'شورای پناهندگان نروژ'
  }),
  shortName: 'NRC',
  validFrom: '2015-12',
  validTo: '2016',
  source: 'NRC, "NRC in Serbia" (2016); praxis.org.rs, 23 December 2015',
  lastChecked: '2016'
})

export const MIKSALISTE = provider({
  id: '6ee66964-6aab-43fb-b879-58b7a453d782',
  name: words({
    en: 'Refugee Aid Miksalište',
    'sr-Latn': 'Miksalište, pomoć izbeglicama',
    ar: 'ميكساليشته لمساعدة اللاجئين',
    fa: 'میکسالیشته، کمک به پناهندگان'
  }),
  website: 'http://refugeeaidmiksaliste.rs',
  validFrom: '2015-08-05',
  source: 'refugeeaidmiksaliste.rs, "One year of work"; Praxis report for July 2018, 27 August 2018',
  lastChecked: '2018-08-27',
  caution: NO_RECENT_NEWS
})

export const INFO_PARK = provider({
  id: '85188a2c-20f2-4f0e-8aa8-9976d7a0b468',
  name: words({ en: 'Info Park', 'sr-Latn': 'Info park', ar: 'إنفو بارك', fa: 'اینفو پارک' }),
  validFrom: '2015-09-16',
  source: 'b92.net, 15 March 2017; azil.rs, 17 May 2019',
  lastChecked: '2019-05-17',
  caution: NO_RECENT_NEWS
})

export const ASYLUM_INFO = provider({
  id: '9f6ef843-c10b-49a3-8ec3-17e402b69c46',
  name: words({
    en: 'Asylum Info Centre',
    'sr-Latn': 'Info centar za azil',
    ar: 'مركز معلومات اللجوء',
    fa: 'مرکز اطلاعات پناهندگی'
  }),
  shortName: 'AIC',
  description: said('later_crpc'),
  validFrom: '2015-08',
  validTo: '2017',
  source: 'Blic (adra.org.rs), August 2015; b92.net, 15 March 2017',
  lastChecked: '2017-03-15'
})

export const CRPC = provider({
  id: '6490961b-22ac-493b-9807-ec05fabfeb5c',
  name: words({
    en: 'Crisis Response and Policy Centre',
    'sr-Latn': 'Centar za odgovor na krize i politike',
    ar: 'مركز الاستجابة للأزمات والسياسات',
    fa: 'مرکز پاسخ به بحران و سیاست‌گذاری'
  }),
  shortName: 'CRPC',
  source: 'Swiss Federal Department of Foreign Affairs on CRPC, 2021',
  lastChecked: '2021',
  caution: NO_RECENT_NEWS
})

export const BCHR = provider({
  id: '13a20eb0-ca3f-42ca-9f39-615829c58ac5',
  name: words({
    en: 'Belgrade Centre for Human Rights',
    'sr-Latn': 'Beogradski centar za ljudska prava',
    ar: 'مركز بلغراد لحقوق الإنسان',
    fa: 'مرکز حقوق بشر بلگراد'
  }),
  shortName: 'BCHR',
  website: 'http://azil.rs',
  phones: [{ number: '+381 11 3085 328' }],
  source: 'bgcentar.org.rs, 8 March 2024; telephone: Right to Asylum 2017, imprint',
  lastChecked: '2024-03-08',
  caution: CALL_NUMBER_FIRST
})

export const APC = provider({
  id: '4b3e00ce-ae06-4f2c-b24b-28ea68326e8f',
  name: words({
    en: 'Asylum Protection Center',
    'sr-Latn': 'Centar za zaštitu i pomoć tražiocima azila',
    ar: 'مركز حماية طالبي اللجوء',
    fa: 'مرکز حمایت از پناهجویان'
  }),
  shortName: 'APC/CZA',
  website: 'https://www.azilsrbija.rs',
  validFrom: '2007',
  source: 'naslovi.net (Radio sto plus), 20 June 2025; azilsrbija.rs, 10 September 2024',
  lastChecked: '2025-06-20'
})

export const GROUP_484 = provider({
  id: 'fb14bc9d-b51e-476d-abc5-1ae97c00488a',
  name: words({ en: 'Group 484', 'sr-Latn': 'Grupa 484', ar: 'المجموعة 484', fa: 'گروه 484' }),
  source: 'Group 484 publication, imprint (about 2016)',
  lastChecked: '2016',
  caution: NO_RECENT_NEWS
})

export const DRC = provider({
  id: '37763cee-078b-4009-9528-91624469d9d1',
  name: words({
    en: 'Danish Refugee Council',
    'sr-Latn': 'Danski savet za izbeglice',
    ar: 'المجلس الدنماركي للاجئين',
    fa: 'شورای پناهندگان دانمارک'
  }),
  shortName: 'DRC',
  source: 'UNHCR Serbia factsheet, March 2019',
  lastChecked: '2019-03',
  caution: NO_RECENT_NEWS
})

export const MSF = provider({
  id: '2753e961-190b-4c8a-a527-3ae75c228bfa',
  name: words({
    en: 'Doctors Without Borders',
    'sr-Latn': 'Lekari bez granica',
    ar: 'أطباء بلا حدود',
    fa: 'پزشکان بدون مرز'
  }),
  shortName: 'MSF',
  source: 'msf.org on Serbia, 21 November 2016; stiftung-do.org on the closing, 2022',
  lastChecked: '2022'
})

export const RMF = provider({
  id: 'a5e229cd-91e3-4871-9107-56285a942e2c',
  name: words({ en: 'Real Medicine Foundation', 'sr-Latn': 'Real Medicine Foundation' }),
  shortName: 'RMF',
  validFrom: '2016-01',
  source: 'realmedicinefoundation.org, report of 23 October 2019',
  lastChecked: '2019-10-23',
  caution: NO_RECENT_NEWS
})

export const DOCTORS_OF_THE_WORLD = provider({
  id: 'dab7bf57-ec41-4bf9-87ae-b82f5307f141',
  name: words({
    en: 'Doctors of the World',
    'sr-Latn': 'Lekari sveta',
    ar: 'أطباء العالم',
    fa: 'پزشکان جهان'
  }),
  shortName: 'MdM',
  source: 'b92.net on Info Park, 15 March 2017',
  lastChecked: '2017-03-15',
  caution: NO_RECENT_NEWS
})

export const CARITAS = provider({
  id: 'fa9300f8-583a-4a8b-b077-02e2a6bc21c3',
  name: words({ en: 'Caritas', 'sr-Latn': 'Karitas', ar: 'كاريتاس', fa: 'کاریتاس' }),
  source: 'caritas.rs on soup for refugees, 2016',
  lastChecked: '2016',
  caution: NO_RECENT_NEWS
})

export const RED_CROSS = provider({
  id: '2c6aeead-12aa-455e-8ff7-ed138e194afe',
  name: said('red_cross'),
  website: 'https://www.redcross.org.rs',
  phones: [{ number: '+381 11 303 2125' }],
  source: 'redcross.org.rs, tracing service, page on 2015',
  lastChecked: '2015',
  caution: CALL_NUMBER_FIRST
})

export const SAVE_THE_CHILDREN = provider({
  id: '77a2fb1b-787b-416b-a047-2dd4fa30101f',
  name: words({
    en: 'Save the Children',
    'sr-Latn': 'Save the Children',
    ar: 'منظمة إنقاذ الطفل',
    fa: 'سازمان نجات کودکان'
  }),
  source: 'NRC-Praxis report for April 2016, 13 May 2016; realmedicinefoundation.org, 1 February 2019',
  lastChecked: '2019-02-01',
  caution: NO_RECENT_NEWS
})

export const YOUTH_INTEGRATION = provider({
  id: '41e2e837-2bc0-4b63-8699-f0e3b0fe43a1',
  name: words({
    en: 'Centre for Youth Integration',
    'sr-Latn': 'Centar za integraciju mladih',
    ar: 'مركز إدماج الشباب',
    fa: 'مرکز ادغام جوانان'
  }),
  shortName: 'CIM',
  source: 'Praxis, Protection Monitoring, June 2017; realmedicinefoundation.org, 1 February 2019',
  lastChecked: '2019-02-01',
  caution: NO_RECENT_NEWS
})

export const JRS = provider({
  id: 'ad2afa2d-430d-4513-978b-0425ec2d9edb',
  name: words({
    en: 'Jesuit Refugee Service',
    'sr-Latn': 'Isusovačka služba za izbeglice',
    ar: 'الخدمة اليسوعية للاجئين',
    fa: 'خدمات یسوعی پناهندگان'
  }),
  shortName: 'JRS',
  website: 'https://jrs.rs',
  source: 'jrs.rs, March 2023',
  lastChecked: '2023-03'
})

export const ATINA = provider({
  id: 'adac6949-80bc-451d-8d00-f65190339ec2',
  name: words({ en: 'Atina', 'sr-Latn': 'Atina', ar: 'أتينا', fa: 'آتینا' }),
  website: 'http://www.atina.org.rs',
  source: 'atina.org.rs, 8 March 2018',
  lastChecked: '2018-03-08',
  caution: NO_RECENT_NEWS
})

export const ASTRA = provider({
  id: '4f3fc1db-746e-43bc-a300-99d6546ebcf8',
  name: words({ en: 'ASTRA', 'sr-Latn': 'ASTRA', ar: 'أسترا', fa: 'آسترا' }),
  website: 'https://astra.rs',
  validFrom: '2000',
  source: 'astra.rs; newsmaxbalkans.com, 10 October 2024',
  lastChecked: '2024-10-10'
})

export const IDEAS = provider({
  id: 'd289e3a1-6786-4c55-8b00-fe59e8b21c78',
  name: words({ en: 'IDEAS', 'sr-Latn': 'IDEAS' }),
  website: 'https://ideje.rs',
  source: 'help.unhcr.org, Serbia, applying for asylum (undated); UNHCR Serbia factsheet, March 2019',
  lastChecked: '2019-03'
})

export const KLIKAKTIV = provider({
  id: '20b5d19c-3684-4d7a-811f-efecb5fd8294',
  name: words({ en: 'KlikAktiv', 'sr-Latn': 'KlikAktiv' }),
  website: 'http://klikaktiv.org',
  validFrom: '2014',
  source: 'klikaktiv.org, report for July-September 2023',
  lastChecked: '2023-09'
})

export const COLLECTIVE_AID = provider({
  id: '70917d2c-4fd4-45ae-a9c1-d4359adf576e',
  name: words({ en: 'Collective Aid', 'sr-Latn': 'Collective Aid' }),
  website: 'https://collectiveaidngo.org',
  validFrom: '2017',
  source: 'stiftung-do.org on the washing centre, 2022',
  lastChecked: '2022',
  caution: NO_RECENT_NEWS
})

export const PIN = provider({
  id: 'fce643ff-f89b-44a4-a026-25bad8a28048',
  name: words({
    en: 'Psychosocial Innovation Network',
    'sr-Latn': 'Mreža psihosocijalnih inovacija',
    ar: 'شبكة الابتكار النفسي الاجتماعي',
    fa: 'شبکهٔ نوآوری روانی‌اجتماعی'
  }),
  shortName: 'PIN',
  website: 'https://psychosocialinnovation.net',
  source: 'psychosocialinnovation.net, project of April-July 2024',
  lastChecked: '2024-07'
})
