// Care a team can look for in Belgrade now: children, health, washing, family. The source says how long ago "now" was.
import { CHILDRENS_INSTITUTE, HEALTH_CENTRES, SOCIAL_WORK } from '#domain/directory/belgrade/authorities.ts'
import { CALL_NUMBER_FIRST, NO_ADDRESS_ON_PURPOSE, NO_RECENT_NEWS } from '#domain/directory/belgrade/cautions.ts'
import { DAY_AND_NIGHT, service } from '#domain/directory/belgrade/entries.ts'
import { ATINA, COLLECTIVE_AID, JRS, PIN, RED_CROSS } from '#domain/directory/belgrade/organisations.ts'
import { CHILDRENS_INSTITUTION, RED_CROSS_OFFICE, SOCIAL_WORK_HEAD_OFFICE } from '#domain/directory/belgrade/places.ts'
import { words } from '#domain/directory/words.ts'

const THROUGH_SOCIAL_WORK = words({
  en: 'Only the centre for social work decides. Call it first.',
  'sr-Latn': 'Odlučuje samo centar za socijalni rad. Prvo pozovi njih.',
  ar: 'القرار لمركز الخدمة الاجتماعية فقط. اتصل به أولًا.',
  fa: 'فقط مرکز مددکاری اجتماعی تصمیم می‌گیرد. اول به آن زنگ بزنید.'
})

export const CARE_TODAY = [
  service({
    id: 'a0060094-24f1-4184-bc47-572036d9726e',
    of: SOCIAL_WORK,
    at: [SOCIAL_WORK_HEAD_OFFICE],
    name: words({
      en: 'Centre for social work: child alone, guardian',
      'sr-Latn': 'Centar za socijalni rad: dete bez pratnje, staratelj',
      ar: 'مركز الخدمة الاجتماعية: طفل وحده، وصيّ',
      fa: 'مرکز مددکاری اجتماعی: کودک تنها، سرپرست قانونی'
    }),
    description: words({
      en: 'Duty worker day and night for urgent cases. The department of Savski venac covers the centre.',
      'sr-Latn': 'Dežurni radnik danju i noću za hitne slučajeve. Odeljenje Savski venac pokriva centar.',
      ar: 'موظف مناوب ليلًا ونهارًا للحالات العاجلة. قسم سافسكي فيناتس يغطي وسط المدينة.',
      fa: 'کارشناس کشیک شبانه‌روزی برای موارد فوری. بخش ساوسکی ونتس مرکز شهر را پوشش می‌دهد.'
    }),
    howToRefer: words({
      en: 'Stay with the child. Call at once. A guardian comes before registration.',
      'sr-Latn': 'Ostani sa detetom. Pozovi odmah. Prvo staratelj, zatim registracija.',
      ar: 'ابقَ مع الطفل. اتصل فورًا. الوصيّ أولًا ثم التسجيل.',
      fa: 'پیش کودک بمانید. فوری زنگ بزنید. اول سرپرست قانونی، بعد ثبت‌نام.'
    }),
    needs: ['child_protection', 'accommodation'],
    hours: DAY_AND_NIGHT,
    phones: [
      {
        number: '+381 11 2650 329',
        note: words({
          en: 'Head office. No duty number was found.',
          'sr-Latn': 'Uprava. Dežurni broj nije nađen.',
          ar: 'الإدارة. لم نجد رقم المناوبة.',
          fa: 'دفتر مرکزی. شمارهٔ کشیک پیدا نشد.'
        })
      }
    ],
    source: 'gcsrbg.org on readiness 24 h (undated, not before March 2019); astra.rs on centres for social work',
    lastChecked: '2019-03',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: '8a7a25d0-151c-4488-8c36-f548066b6175',
    of: CHILDRENS_INSTITUTE,
    at: [CHILDRENS_INSTITUTION],
    name: words({
      en: 'Place to stay for children alone',
      'sr-Latn': 'Smeštaj za decu bez pratnje',
      ar: 'سكن للأطفال دون مرافق',
      fa: 'جای ماندن برای کودکان تنها'
    }),
    howToRefer: THROUGH_SOCIAL_WORK,
    needs: ['accommodation', 'child_protection'],
    eligibility: { maximumAge: 17 },
    phones: [{ number: '+381 64 867 7500' }],
    source: 'w2eu.info, Serbia, minors, February 2020; telephone: w2eu.info, July 2015',
    lastChecked: '2020-02',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: 'f5ecc22e-4945-4157-9c35-6ff0ddba31d0',
    of: JRS,
    name: words({
      en: 'House for boys alone (Pedro Arrupe)',
      'sr-Latn': 'Kuća za dečake bez pratnje (Pedro Arupe)',
      ar: 'بيت للفتيان دون مرافق (بيدرو أروبي)',
      fa: 'خانه برای پسران تنها (پدرو آروپه)'
    }),
    howToRefer: THROUGH_SOCIAL_WORK,
    needs: ['accommodation', 'child_protection', 'education'],
    eligibility: {
      maximumAge: 17,
      note: words({ en: 'Boys', 'sr-Latn': 'Dečaci', ar: 'فتيان', fa: 'پسران' })
    },
    hours: DAY_AND_NIGHT,
    validFrom: '2017-05-03',
    source: 'jrs.rs, March 2023; jrs.rs, five years, 6 April 2022 (24 h a day)',
    lastChecked: '2023-03',
    caution: NO_ADDRESS_ON_PURPOSE
  }),
  service({
    id: 'fc300d5d-87ff-4b1a-91d8-1ed1f88a3113',
    of: ATINA,
    name: words({
      en: 'Safe house and counselling for women',
      'sr-Latn': 'Sigurna kuća i savetovanje za žene',
      ar: 'بيت آمن ومشورة للنساء',
      fa: 'خانهٔ امن و مشاوره برای زنان'
    }),
    needs: ['tip_support', 'gbv_support', 'safe_shelter'],
    eligibility: { womenOnly: true },
    validFrom: '2003',
    source: 'atina.org.rs, 8 March 2018',
    lastChecked: '2018-03-08',
    caution: NO_ADDRESS_ON_PURPOSE
  }),
  service({
    id: '71605ca7-aec5-4810-a135-d00560cfdc0e',
    of: HEALTH_CENTRES,
    name: words({
      en: 'Health centre, day and night',
      'sr-Latn': 'Dom zdravlja, danju i noću',
      ar: 'المركز الصحي، ليلًا ونهارًا',
      fa: 'مرکز درمانی، شبانه‌روزی'
    }),
    description: words({
      en: 'Open 24 hours: Savski venac, Stari grad, Vračar, Novi Beograd, Palilula, Zemun, Voždovac, Zvezdara, Čukarica, Rakovica, Surčin.',
      'sr-Latn':
        'Otvoreno 24 sata: Savski venac, Stari grad, Vračar, Novi Beograd, Palilula, Zemun, Voždovac, Zvezdara, Čukarica, Rakovica, Surčin.',
      ar: 'مفتوح 24 ساعة: Savski venac وStari grad وVračar وNovi Beograd وPalilula وZemun وVoždovac وZvezdara وČukarica وRakovica وSurčin.',
      fa: '24 ساعته: Savski venac، Stari grad، Vračar، Novi Beograd، Palilula، Zemun، Voždovac، Zvezdara، Čukarica، Rakovica، Surčin.'
    }),
    needs: ['medical'],
    hours: DAY_AND_NIGHT,
    validFrom: '2025-11-17',
    source: 'Kurir, 17 November 2025; B92 (naslovi.net), 17 November 2025',
    lastChecked: '2025-11-17',
    caution: words({
      en: 'Whether they see people without papers was not said. Go along or call first.',
      'sr-Latn': 'Nije rečeno da li primaju ljude bez dokumenata. Pođi sa njima ili prvo pozovi.',
      ar: 'لم يُذكر إن كانوا يستقبلون من لا أوراق له. رافق الشخص أو اتصل أولًا.',
      fa: 'نگفته‌اند که افراد بدون مدارک را می‌پذیرند یا نه. همراه بروید یا اول زنگ بزنید.'
    })
  }),
  service({
    id: '2e57c013-e914-4eaa-8e3a-92f5774e16cc',
    of: PIN,
    name: words({
      en: 'Psychological support',
      'sr-Latn': 'Psihološka podrška',
      ar: 'دعم نفسي',
      fa: 'حمایت روانی'
    }),
    needs: ['pss', 'mental_health'],
    phones: [
      {
        number: '+381 62 888 0927',
        note: words({
          en: 'Line of spring 2020',
          'sr-Latn': 'Linija iz proleća 2020.',
          ar: 'خط من ربيع 2020',
          fa: 'خط بهار 2020'
        })
      }
    ],
    source: 'psychosocialinnovation.net, project of April-July 2024; telephone: a11initiative.org, spring 2020',
    lastChecked: '2024-07',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: '642856c2-2189-47cd-ad75-e7bcc92e7753',
    of: COLLECTIVE_AID,
    name: words({
      en: 'Showers and laundry',
      'sr-Latn': 'Tuševi i pranje veša',
      ar: 'حمّامات وغسيل ملابس',
      fa: 'دوش و لباس‌شویی'
    }),
    description: words({
      en: 'Shower of 20 minutes, laundry, clothes, charging, tea. Women 13:00-13:30, children 13:30-14:00.',
      'sr-Latn': 'Tuš 20 minuta, pranje veša, odeća, punjenje, čaj. Žene 13:00-13:30, deca 13:30-14:00.',
      ar: 'حمّام 20 دقيقة وغسيل وملابس وشحن وشاي. النساء 13:00-13:30، الأطفال 13:30-14:00.',
      fa: 'دوش 20 دقیقه، شست‌وشو، لباس، شارژ، چای. زنان 13:00-13:30، کودکان 13:30-14:00.'
    }),
    needs: ['wash_facility', 'clothing', 'hygiene', 'connectivity'],
    hours: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'], opensAt: '10:00', closesAt: '17:00' }],
    validFrom: '2020-10',
    source: 'betterplace.org on the wash centre; stiftung-do.org, 2022; awesomefoundation.org',
    lastChecked: '2022',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: 'fb084442-f206-4c8d-a562-caee94103acf',
    of: RED_CROSS,
    at: [RED_CROSS_OFFICE],
    name: words({
      en: 'Search for family',
      'sr-Latn': 'Traženje porodice',
      ar: 'البحث عن العائلة',
      fa: 'جست‌وجوی خانواده'
    }),
    needs: ['family_tracing'],
    phones: [{ number: '+381 11 303 2125' }],
    source: 'help.unhcr.org, Serbia, special procedures (undated, after 2018); redcross.org.rs, page on 2015',
    lastChecked: '2018',
    caution: CALL_NUMBER_FIRST
  })
]
