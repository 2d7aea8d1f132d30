// The months Praxis published, oldest first, figure by figure as printed on the public page each one names. Reports that
// cover other spans (15 August to 15 September 2016, October with November 2018) are not months and are left out.
import type { Month } from '#domain/belgrade-time.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'

/** Where a page says only "Congo" it stands as `CG`. */
export const PUBLISHED_MONTHS: readonly PublishedMonth[] = [
  {
    month: '2016-12',
    total: 1124,
    ages: { adults: 656, children: 468 },
    source: 'praxis.org.rs item 1154'
  },
  {
    month: '2017-04',
    total: 445,
    ages: { adults: 307, children: 138 },
    source: 'praxis.org.rs item 1202'
  },
  {
    month: '2017-06',
    total: 279,
    countries: { AF: 95, SY: 13, IQ: 57, PK: 45 },
    furtherCountries: {
      total: 49,
      named: ['LK', 'BD', 'IN', 'VN', 'SO', 'KM', 'CN', 'MN', 'PS', 'GH', 'TR', 'LY']
    },
    metPerDayAtMost: 300,
    roughAtDawnAtMost: 50,
    source: 'praxis.org.rs item 1218'
  },
  {
    month: '2017-07',
    total: 191,
    ages: { adults: 106, children: 85 },
    childrenAlone: { total: 66 },
    countries: { AF: 110, SY: 4, IQ: 2, PK: 54, IR: 10, MA: 1 },
    furtherCountries: { total: 10, named: ['BD', 'IN', 'CN', 'NP', 'CU', 'GN'] },
    metPerDayAtMost: 250,
    source: 'praxis.org.rs item 1223'
  },
  {
    month: '2017-08',
    total: 500,
    ages: { adults: 347, children: 153 },
    childrenAlone: { total: 85 },
    countries: { PK: 150, IQ: 121, AF: 103, SY: 26, DZ: 18, IR: 13, MA: 9 },
    furtherCountries: { total: 60, named: ['BD', 'IN', 'PS', 'TN', 'ER', 'LY', 'EG', 'MR'] },
    metPerDayAtMost: 290,
    source: 'praxis.org.rs item 1300'
  },
  {
    month: '2017-09',
    total: 956,
    ages: { adults: 633, children: 323 },
    childrenAlone: { total: 96 },
    countries: { IQ: 595, PK: 113, SY: 101, AF: 59, IR: 26, DZ: 14, MA: 1 },
    furtherCountries: {
      total: 47,
      named: ['BD', 'IN', 'PS', 'LY', 'SO', 'GN', 'LB', 'LK', 'KZ', 'CG', 'NG', 'CM', 'AM']
    },
    metPerDayAtMost: 200,
    source:
      'praxis.rs item 1301; Iraq is 591 in words and 595 in figures: 595 is 62.2 % as printed and adds up; Iran is printed as 4.9 % and is 2.7 %'
  },
  {
    month: '2017-10',
    total: 1274,
    countries: { IQ: 447 },
    source: 'quoted a month and two months later: praxis.rs item 1303 (total), praxis.org.rs item 1304 (Iraq)'
  },
  {
    month: '2017-11',
    total: 865,
    people: { men: 494, boys: 203, women: 107, girls: 61 },
    childrenAlone: { total: 125, girls: 0 },
    countries: { PK: 199, IR: 196, IQ: 188, AF: 158, SY: 55, DZ: 6 },
    furtherCountries: { total: 63, named: ['BD', 'SO', 'XXX'] },
    metPerDayAtMost: 200,
    source: 'praxis.rs item 1303; of the further countries only the first names were read, the others stand as not said'
  },
  {
    month: '2017-12',
    total: 544,
    people: { men: 289, boys: 154, women: 72, girls: 29 },
    childrenAlone: { total: 124, girls: 3 },
    countries: {
      IR: 185,
      PK: 105,
      AF: 96,
      SY: 66,
      IQ: 55,
      BD: 9,
      IN: 7,
      LY: 7,
      PS: 3,
      LK: 3,
      MA: 3,
      TR: 2,
      ML: 1,
      CM: 1,
      EG: 1
    },
    metPerDayAtMost: 180,
    source: 'praxis.org.rs item 1304 (in Serbian)'
  },
  {
    month: '2018-03',
    total: 538,
    people: { men: 377, boys: 91, women: 46, girls: 24 },
    childrenAlone: { total: 63, girls: 0 },
    countries: {
      PK: 189,
      IR: 125,
      IQ: 67,
      AF: 64,
      SY: 33,
      IN: 17,
      LY: 17,
      DZ: 5,
      MA: 4,
      MM: 2,
      RU: 1,
      BA: 1,
      BI: 1,
      CG: 1,
      GH: 1,
      LB: 1
    },
    furtherCountries: { total: 9, named: ['XXX'] },
    metPerDayAtMost: 150,
    source:
      'praxis.org.rs item 1504; the 51 people of other countries are printed as 0.7 % and are 9.5 %, the last 9 of them were not read and stand as not said'
  },
  {
    month: '2018-06',
    total: 1294,
    people: { men: 865, boys: 215, women: 129, girls: 85 },
    childrenAlone: { total: 145, girls: 2 },
    countries: {
      PK: 396,
      IQ: 252,
      AF: 248,
      BD: 27,
      SO: 17,
      LY: 9,
      ER: 6,
      IN: 4,
      CM: 2,
      TR: 2,
      CI: 1,
      RO: 1,
      PS: 1
    },
    routes: { MK: 808, BG: 227, air: 229, HR: 12, HU: 2, RO: 1, unsaid: 15 },
    metPerDayAtMost: 150,
    source:
      'praxis.org.rs item 1358; what the last 229 of the routes are was not read: by plane, as in the months after'
  },
  {
    month: '2018-07',
    total: 1541,
    people: { men: 1034, boys: 313, women: 125, girls: 69 },
    childrenAlone: { total: 252, girls: 3 },
    countries: { BD: 61, IN: 23, SO: 16, ER: 10, NP: 10, LK: 6, LY: 3, TN: 3, TR: 3, EG: 1, NG: 1, RU: 1 },
    routes: { MK: 873, air: 349, BG: 270, AL: 5, BA: 3, unsaid: 41 },
    metPerDayAtMost: 200,
    roughAtDawnAtMost: 44,
    source: 'praxis.org.rs item 1509; the page names only the smaller nationalities'
  },
  {
    month: '2018-08',
    total: 1794,
    people: { men: 1153, boys: 446, women: 143, girls: 52 },
    childrenAlone: { total: 390, girls: 4 },
    countries: { BD: 74, IN: 18, SO: 14, LY: 12, PS: 7, ER: 5, NP: 4, YE: 2, CN: 1, LK: 1, MM: 1, TR: 1 },
    routes: { MK: 801, BG: 466, air: 403, AL: 65, BA: 8, ME: 8, HU: 5, unsaid: 38 },
    metPerDayAtMost: 300,
    roughAtDawnAtMost: 74,
    source: 'praxis.org.rs item 1510; the page names only the smaller nationalities'
  },
  {
    month: '2018-09',
    total: 1533,
    people: { men: 912, boys: 457, women: 109, girls: 55 },
    childrenAlone: { total: 393, girls: 0 },
    metPerDayAtMost: 450,
    roughAtDawnAtMost: 58,
    source: 'praxis.org.rs item 1511'
  },
  {
    month: '2019-08',
    total: 1589,
    source: 'praxis.org.rs item 1519'
  }
]

export const findPublishedMonth = (month: Month): PublishedMonth | undefined =>
  PUBLISHED_MONTHS.find((published) => published.month === month)
