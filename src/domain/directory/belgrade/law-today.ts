// Registration, legal aid and information a team can look for in Belgrade now. The source says how long ago "now" was.
import { ASYLUM_OFFICE, IOM, KIRS, POLICE, UNHCR } from '#domain/directory/belgrade/authorities.ts'
import { CALL_NUMBER_FIRST, NO_RECENT_NEWS, WHICH_CENTRES_WORK } from '#domain/directory/belgrade/cautions.ts'
import { service } from '#domain/directory/belgrade/entries.ts'
import {
  APC,
  BCHR,
  CRPC,
  GROUP_484,
  IDEAS,
  INFO_PARK,
  KLIKAKTIV,
  PRAXIS
} from '#domain/directory/belgrade/organisations.ts'
import {
  ASYLUM_OFFICE_BY_POST,
  BCHR_OFFICE,
  GROUP_484_OFFICE,
  KIRS_OFFICE,
  POLICE_NEW_BELGRADE
} from '#domain/directory/belgrade/places.ts'
import { words } from '#domain/directory/words.ts'
const FREE_LEGAL_AID = words({
  en: 'Free legal aid',
  'sr-Latn': 'Besplatna pravna pomoć',
  ar: 'مساعدة قانونية مجانية',
  fa: 'کمک حقوقی رایگان'
})

export const LAW_TODAY = [
  service({
    id: 'e06ec0d3-ebd7-4dc6-982e-b9f7749520b7',
    of: POLICE,
    at: [POLICE_NEW_BELGRADE],
    name: words({
      en: 'Registration of the wish for asylum',
      'sr-Latn': 'Registracija namere za azil',
      ar: 'تسجيل الرغبة في اللجوء',
      fa: 'ثبت قصد پناهندگی'
    }),
    needs: ['reg_accompany'],
    validFrom: '2023-07',
    source: 'w2eu.info, Serbia, asylum, July 2023',
    lastChecked: '2023-07',
    caution: words({
      en: 'This address is from 2023. The law allows any police station.',
      'sr-Latn': 'Ova adresa je iz 2023. Po zakonu može svaka policijska stanica.',
      ar: 'هذا العنوان من عام 2023. القانون يسمح بأي مركز شرطة.',
      fa: 'این نشانی از سال 2023 است. طبق قانون هر ادارهٔ پلیس ممکن است.'
    })
  }),
  service({
    id: 'b8301deb-2de4-4699-950f-a56d74ddfd75',
    of: ASYLUM_OFFICE,
    at: [ASYLUM_OFFICE_BY_POST],
    name: words({
      en: 'Asylum application by post',
      'sr-Latn': 'Zahtev za azil poštom',
      ar: 'طلب اللجوء بالبريد',
      fa: 'درخواست پناهندگی با پست'
    }),
    howToRefer: words({
      en: 'Get legal aid first. The form is at the centre.',
      'sr-Latn': 'Prvo obezbedi pravnu pomoć. Obrazac je u centru.',
      ar: 'احصل أولًا على مساعدة قانونية. الاستمارة في المركز.',
      fa: 'اول کمک حقوقی بگیرید. فرم در مرکز است.'
    }),
    needs: ['info_legal'],
    source: 'help.unhcr.org, Serbia, applying for asylum (undated, after the law of 2018)',
    lastChecked: '2018'
  }),
  service({
    id: '4d679de6-9af9-4fc5-b999-2ab1837df6b6',
    of: BCHR,
    at: [BCHR_OFFICE],
    name: FREE_LEGAL_AID,
    needs: ['legal_aid', 'info_legal'],
    phones: [{ number: '+381 64 824 6508' }, { number: '+381 11 3085 328' }],
    source: 'bgcentar.org.rs, 8 March 2024; telephones: azil.rs (undated) and Right to Asylum 2017, imprint',
    lastChecked: '2024-03-08',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: '203db4c3-0d4d-48b7-9f63-c9923e005167',
    of: APC,
    name: words({
      en: 'Free legal aid and psychosocial support',
      'sr-Latn': 'Besplatna pravna pomoć i psihosocijalna podrška',
      ar: 'مساعدة قانونية مجانية ودعم نفسي اجتماعي',
      fa: 'کمک حقوقی رایگان و حمایت روانی‌اجتماعی'
    }),
    needs: ['legal_aid', 'info_legal', 'pss'],
    validFrom: '2008',
    source: 'naslovi.net (Radio sto plus), 20 June 2025; azilsrbija.rs, 10 September 2024',
    lastChecked: '2025-06-20'
  }),
  service({
    id: '100794ed-0985-43b7-88a5-a4c728e0ac08',
    of: IDEAS,
    name: FREE_LEGAL_AID,
    description: words({
      en: 'Also for people held at the airport.',
      'sr-Latn': 'I za ljude zadržane na aerodromu.',
      ar: 'أيضًا للمحتجزين في المطار.',
      fa: 'برای کسانی هم که در فرودگاه نگه داشته شده‌اند.'
    }),
    needs: ['legal_aid', 'info_legal'],
    phones: [
      {
        number: '+381 69 565 7254',
        note: words({ en: 'Airport line', 'sr-Latn': 'Linija za aerodrom', ar: 'خط المطار', fa: 'خط فرودگاه' })
      }
    ],
    source: 'help.unhcr.org, Serbia, applying for asylum (undated); UNHCR Serbia factsheet, March 2019',
    lastChecked: '2019-03',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: 'c536a2f0-c843-4538-875c-9304903261d5',
    of: KLIKAKTIV,
    name: words({
      en: 'Outreach van: law and social work',
      'sr-Latn': 'Terenski kombi: pravo i socijalni rad',
      ar: 'سيارة ميدانية: قانون وخدمة اجتماعية',
      fa: 'ون سیار: حقوق و مددکاری'
    }),
    description: words({
      en: 'The team comes to several places in Belgrade. Lawyer, social worker, psychologist, mediators.',
      'sr-Latn': 'Tim dolazi na više mesta u Beogradu. Pravnik, socijalni radnik, psiholog, medijatori.',
      ar: 'يأتي الفريق إلى عدة أماكن في بلغراد. محامٍ وعامل اجتماعي ونفسي ووسطاء.',
      fa: 'تیم به چند جای بلگراد می‌آید. حقوقدان، مددکار، روان‌شناس، میانجی.'
    }),
    needs: ['legal_aid', 'info_legal', 'pss', 'interpretation'],
    languages: ['fa', 'ps', 'ar'],
    source: 'klikaktiv.org, "A day in the field" (2022) and report for July-September 2023',
    lastChecked: '2023-09'
  }),
  service({
    id: '7cfc8a5b-87e5-4c2b-a42e-68a694782b84',
    of: PRAXIS,
    name: words({
      en: 'Legal information',
      'sr-Latn': 'Pravne informacije',
      ar: 'معلومات قانونية',
      fa: 'اطلاعات حقوقی'
    }),
    needs: ['info_legal'],
    source: 'Praxis, Protection Monitoring, August 2019',
    lastChecked: '2019-08',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: '9dd2668b-38d6-4f3f-ba3d-0aaf5cf18aba',
    of: CRPC,
    name: words({
      en: 'Interpreters and information',
      'sr-Latn': 'Prevodioci i informacije',
      ar: 'مترجمون ومعلومات',
      fa: 'مترجم و اطلاعات'
    }),
    description: words({
      en: 'Farsi and Kurdish were named; which Kurdish was not said.',
      'sr-Latn': 'Navedeni su farsi i kurdski; nije rečeno koji kurdski.',
      ar: 'ذُكرت الفارسية والكردية؛ لم يُذكر أيّ كردية.',
      fa: 'فارسی و کردی نام برده شده؛ گفته نشد کدام کردی.'
    }),
    needs: ['interpretation', 'info_services'],
    languages: ['fa'],
    source: 'Swiss Federal Department of Foreign Affairs on CRPC, 2021',
    lastChecked: '2021',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: '328fe509-6ae7-4f35-9e55-cd5970df99d1',
    of: INFO_PARK,
    name: words({
      en: 'Information and protection',
      'sr-Latn': 'Informacije i zaštita',
      ar: 'معلومات وحماية',
      fa: 'اطلاعات و حمایت'
    }),
    needs: ['info_services'],
    source: 'azil.rs, information page, 17 May 2019',
    lastChecked: '2019-05-17',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: 'f4798855-45df-4831-bd84-d2a2849c12ca',
    of: GROUP_484,
    at: [GROUP_484_OFFICE],
    name: words({
      en: 'Legal advice and integration',
      'sr-Latn': 'Pravni saveti i integracija',
      ar: 'مشورة قانونية واندماج',
      fa: 'مشاورهٔ حقوقی و ادغام'
    }),
    needs: ['legal_aid', 'info_legal'],
    source: 'Group 484 publication, imprint (about 2016)',
    lastChecked: '2016',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: '24fa847e-8b47-4f09-863e-037f3ea5acab',
    of: UNHCR,
    name: words({
      en: 'Information for people who seek asylum',
      'sr-Latn': 'Informacije za tražioce azila',
      ar: 'معلومات لطالبي اللجوء',
      fa: 'اطلاعات برای پناهجویان'
    }),
    description: words({
      en: 'UNHCR has no resettlement programme in Serbia.',
      'sr-Latn': 'UNHCR nema program preseljenja u Srbiji.',
      ar: 'ليس لدى المفوضية برنامج إعادة توطين في صربيا.',
      fa: 'کمیساریا در صربستان برنامهٔ اسکان مجدد ندارد.'
    }),
    needs: ['info_legal', 'info_services'],
    source: 'UNHCR Serbia monthly update, June 2020; help.unhcr.org, special procedures (undated)',
    lastChecked: '2020-06'
  }),
  service({
    id: '1cdf7b48-f9db-4ef8-8bf9-43eeec5bb019',
    of: IOM,
    name: words({
      en: 'Return home, by choice and free',
      'sr-Latn': 'Povratak kući, dobrovoljno i besplatno',
      ar: 'العودة إلى الوطن، طوعًا ومجانًا',
      fa: 'بازگشت به وطن، داوطلبانه و رایگان'
    }),
    howToRefer: words({
      en: 'Only if the person asks for it. Never push.',
      'sr-Latn': 'Samo ako osoba to traži. Nikad ne nagovaraj.',
      ar: 'فقط إذا طلب الشخص ذلك. لا تضغط أبدًا.',
      fa: 'فقط اگر خود شخص بخواهد. هرگز اصرار نکنید.'
    }),
    papersNeeded: words({
      en: 'A travel document, or the chance to get one. Any legal status.',
      'sr-Latn': 'Putna isprava ili mogućnost da se dobije. Bilo koji pravni status.',
      ar: 'وثيقة سفر أو إمكانية الحصول عليها. أي وضع قانوني.',
      fa: 'سند سفر یا امکان گرفتن آن. با هر وضعیت حقوقی.'
    }),
    needs: ['avrr'],
    source: 'Beta (naslovi.net), 18 December 2025; serbia.iom.int on assisted voluntary return (undated)',
    lastChecked: '2025-12-18'
  }),
  service({
    id: 'a696c27f-d8d1-4ccc-9479-59deb169b50b',
    of: KIRS,
    at: [KIRS_OFFICE],
    name: words({
      en: 'Which centre has a place',
      'sr-Latn': 'Koji centar ima mesta',
      ar: 'أيّ مركز فيه مكان',
      fa: 'کدام مرکز جا دارد'
    }),
    needs: ['accommodation', 'transport'],
    source: 'Beta (naslovi.net), 18 December 2025; address: Migration profile of Serbia 2016',
    lastChecked: '2025-12-18',
    caution: WHICH_CENTRES_WORK
  })
]
