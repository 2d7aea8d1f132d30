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
import { said } from '#domain/directory/belgrade/said.ts'
const FREE_LEGAL_AID = said('free_legal_aid')

export const LAW_TODAY = [
  service({
    id: 'e06ec0d3-ebd7-4dc6-982e-b9f7749520b7',
    of: POLICE,
    at: [POLICE_NEW_BELGRADE],
    name: said('register_wish'),
    needs: ['reg_accompany'],
    validFrom: '2023-07',
    source: 'w2eu.info, Serbia, asylum, July 2023',
    lastChecked: '2023-07',
    caution: said('register_where')
  }),
  service({
    id: 'b8301deb-2de4-4699-950f-a56d74ddfd75',
    of: ASYLUM_OFFICE,
    at: [ASYLUM_OFFICE_BY_POST],
    name: said('application_by_post'),
    howToRefer: said('legal_aid_first'),
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
    name: said('legal_and_psychosocial'),
    needs: ['legal_aid', 'info_legal', 'pss'],
    validFrom: '2008',
    source: 'naslovi.net (Radio sto plus), 20 June 2025; azilsrbija.rs, 10 September 2024',
    lastChecked: '2025-06-20'
  }),
  service({
    id: '100794ed-0985-43b7-88a5-a4c728e0ac08',
    of: IDEAS,
    name: FREE_LEGAL_AID,
    description: said('held_at_airport'),
    needs: ['legal_aid', 'info_legal'],
    phones: [
      {
        number: '+381 69 565 7254',
        note: said('airport_line')
      }
    ],
    source: 'help.unhcr.org, Serbia, applying for asylum (undated); UNHCR Serbia factsheet, March 2019',
    lastChecked: '2019-03',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: 'c536a2f0-c843-4538-875c-9304903261d5',
    of: KLIKAKTIV,
    name: said('van'),
    description: said('van_who'),
    needs: ['legal_aid', 'info_legal', 'pss', 'interpretation'],
    languages: ['fa', 'ps', 'ar'],
    source: 'klikaktiv.org, "A day in the field" (2022) and report for July-September 2023',
    lastChecked: '2023-09'
  }),
  service({
    id: '7cfc8a5b-87e5-4c2b-a42e-68a694782b84',
    of: PRAXIS,
    name: said('legal_information'),
    needs: ['info_legal'],
    source: 'Praxis, Protection Monitoring, August 2019',
    lastChecked: '2019-08',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: '9dd2668b-38d6-4f3f-ba3d-0aaf5cf18aba',
    of: CRPC,
    name: said('interpreters'),
    description: said('which_kurdish'),
    needs: ['interpretation', 'info_services'],
    languages: ['fa'],
    source: 'Swiss Federal Department of Foreign Affairs on CRPC, 2021',
    lastChecked: '2021',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: '328fe509-6ae7-4f35-9e55-cd5970df99d1',
    of: INFO_PARK,
    name: said('information_protection'),
    needs: ['info_services'],
    source: 'azil.rs, information page, 17 May 2019',
    lastChecked: '2019-05-17',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: 'f4798855-45df-4831-bd84-d2a2849c12ca',
    of: GROUP_484,
    at: [GROUP_484_OFFICE],
    name: said('legal_advice'),
    needs: ['legal_aid', 'info_legal'],
    source: 'Group 484 publication, imprint (about 2016)',
    lastChecked: '2016',
    caution: NO_RECENT_NEWS
  }),
  service({
    id: '24fa847e-8b47-4f09-863e-037f3ea5acab',
    of: UNHCR,
    name: said('information_asylum'),
    description: said('no_resettlement'),
    needs: ['info_legal', 'info_services'],
    source: 'UNHCR Serbia monthly update, June 2020; help.unhcr.org, special procedures (undated)',
    lastChecked: '2020-06'
  }),
  service({
    id: '1cdf7b48-f9db-4ef8-8bf9-43eeec5bb019',
    of: IOM,
    name: said('return_home'),
    howToRefer: said('only_if_asked'),
    papersNeeded: said('travel_document'),
    needs: ['avrr'],
    source: 'Beta (naslovi.net), 18 December 2025; serbia.iom.int on assisted voluntary return (undated)',
    lastChecked: '2025-12-18'
  }),
  service({
    id: 'a696c27f-d8d1-4ccc-9479-59deb169b50b',
    of: KIRS,
    at: [KIRS_OFFICE],
    name: said('which_centre'),
    needs: ['accommodation', 'transport'],
    source: 'Beta (naslovi.net), 18 December 2025; address: Migration profile of Serbia 2016',
    lastChecked: '2025-12-18',
    caution: WHICH_CENTRES_WORK
  })
]
