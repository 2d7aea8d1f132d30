// Care a team can look for in Belgrade now: children, health, washing, family. The source says how long ago "now" was.
import { CHILDRENS_INSTITUTE, HEALTH_CENTRES, SOCIAL_WORK } from '#domain/directory/belgrade/authorities.ts'
import { CALL_NUMBER_FIRST, NO_ADDRESS_ON_PURPOSE, NO_RECENT_NEWS } from '#domain/directory/belgrade/cautions.ts'
import { DAY_AND_NIGHT, service } from '#domain/directory/belgrade/entries.ts'
import { ATINA, COLLECTIVE_AID, JRS, PIN, RED_CROSS } from '#domain/directory/belgrade/organisations.ts'
import { CHILDRENS_INSTITUTION, RED_CROSS_OFFICE, SOCIAL_WORK_HEAD_OFFICE } from '#domain/directory/belgrade/places.ts'
import { said } from '#domain/directory/belgrade/said.ts'

const THROUGH_SOCIAL_WORK = said('social_work_decides')

export const CARE_TODAY = [
  service({
    id: 'a0060094-24f1-4184-bc47-572036d9726e',
    of: SOCIAL_WORK,
    at: [SOCIAL_WORK_HEAD_OFFICE],
    name: said('child_alone'),
    description: said('child_alone_duty'),
    howToRefer: said('child_alone_first'),
    needs: ['child_protection', 'accommodation'],
    hours: DAY_AND_NIGHT,
    phones: [
      {
        number: '+381 11 2650 329',
        note: said('no_duty_number')
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
    name: said('childrens_stay'),
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
    name: said('boys_house'),
    howToRefer: THROUGH_SOCIAL_WORK,
    needs: ['accommodation', 'child_protection', 'education'],
    eligibility: {
      maximumAge: 17,
      note: said('boys')
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
    name: said('safe_house'),
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
    name: said('health_centre'),
    description: said('health_centre_where'),
    needs: ['medical'],
    hours: DAY_AND_NIGHT,
    validFrom: '2025-11-17',
    source: 'Kurir, 17 November 2025; B92 (naslovi.net), 17 November 2025',
    lastChecked: '2025-11-17',
    caution: said('papers_not_said')
  }),
  service({
    id: '2e57c013-e914-4eaa-8e3a-92f5774e16cc',
    of: PIN,
    name: said('psychological'),
    needs: ['pss', 'mental_health'],
    phones: [
      {
        number: '+381 62 888 0927',
        note: said('line_of_2020')
      }
    ],
    source: 'psychosocialinnovation.net, project of April-July 2024; telephone: a11initiative.org, spring 2020',
    lastChecked: '2024-07',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: '642856c2-2189-47cd-ad75-e7bcc92e7753',
    of: COLLECTIVE_AID,
    name: said('showers'),
    description: said('showers_what'),
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
    name: said('family_search'),
    needs: ['family_tracing'],
    phones: [{ number: '+381 11 303 2125' }],
    source: 'help.unhcr.org, Serbia, special procedures (undated, after 2018); redcross.org.rs, page on 2015',
    lastChecked: '2018',
    caution: CALL_NUMBER_FIRST
  })
]
