// Mobile teams, information and registration in 2016 and the years after: no more, kept as history for reports.
import { PLACE_OF_2016 } from '#domain/directory/belgrade/cautions.ts'
import { KIRS, POLICE } from '#domain/directory/belgrade/authorities.ts'
import { KRNJACA } from '#domain/directory/belgrade/centre-places.ts'
import { DAY_AND_NIGHT, service } from '#domain/directory/belgrade/entries.ts'
import { ASYLUM_INFO, INFO_PARK, NRC, PRAXIS } from '#domain/directory/belgrade/organisations.ts'
import {
  AFGHAN_PARK,
  ASYLUM_INFO_CENTRE,
  BRISTOL_PARK,
  INFO_PARK_HUB,
  MIKSALISTE_1,
  MIKSALISTE_2,
  POLICE_SAVSKA
} from '#domain/directory/belgrade/places.ts'
import { said } from '#domain/directory/belgrade/said.ts'

export const TEAMS_OF_2016 = [
  service({
    id: '6c63817e-3c9a-4ec0-aa4f-83a8fd2c1730',
    of: PRAXIS,
    at: [BRISTOL_PARK, AFGHAN_PARK, MIKSALISTE_2],
    name: said('mobile_team'),
    description: said('mobile_team_does'),
    needs: [
      'info_legal',
      'info_services',
      'info_risks',
      'reg_accompany',
      'food_hot',
      'food_pack',
      'water',
      'clothing',
      'shoes',
      'hygiene'
    ],
    hours: DAY_AND_NIGHT,
    status: 'defunct',
    validFrom: '2015-12',
    validTo: '2016-07',
    source: 'NRC-Praxis reports for April 2016, 13 May 2016, and for July 2016, 5 August 2016 (present 24/7)',
    lastChecked: '2016-08-05'
  }),
  service({
    id: 'ed19d4cb-b38a-4bba-80ee-9eb53909708d',
    of: PRAXIS,
    at: [BRISTOL_PARK, AFGHAN_PARK],
    name: said('mobile_team_monitoring'),
    needs: ['info_legal', 'info_services', 'reg_accompany', 'transport', 'pss'],
    hours: [
      {
        byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
        opensAt: '07:30',
        closesAt: '21:00',
        note: said('by_phone_2018')
      }
    ],
    status: 'inactive',
    validFrom: '2016-08',
    validTo: '2019',
    source: 'Praxis, Protection Monitoring for July 2018, 27 August 2018; hours: blog.refugee.info, 2018',
    lastChecked: '2019-08'
  }),
  service({
    id: 'ced8cf62-0f28-484e-bcd3-6fbd92b6b031',
    of: NRC,
    at: [BRISTOL_PARK, MIKSALISTE_1, MIKSALISTE_2],
    name: said('emergency_supplies'),
    description: said('supplies_how'),
    needs: ['water', 'food_pack', 'food_hot', 'clothing', 'shoes', 'hygiene'],
    status: 'defunct',
    validFrom: '2015-12',
    validTo: '2016-07',
    source: 'NRC, "NRC in Serbia" (2016); NRC-Praxis report for July 2016, 5 August 2016',
    lastChecked: '2016-08-05'
  }),
  service({
    id: 'c7d219a1-00b5-45c6-8fd8-08d60d450531',
    of: INFO_PARK,
    at: [BRISTOL_PARK],
    name: said('info_point'),
    description: said('info_point_does'),
    needs: ['info_services', 'connectivity', 'food_hot', 'clothing', 'shoes', 'hygiene', 'transport', 'interpretation'],
    languages: ['ar', 'fa', 'en'],
    hours: DAY_AND_NIGHT,
    status: 'defunct',
    validFrom: '2015-09-16',
    validTo: '2016-10-24',
    source: 'b92.net, March 2016; Osservatorio Balcani e Caucaso, 23 March 2016 (24/24); b92.net, 15 March 2017',
    lastChecked: '2017-03-15'
  }),
  service({
    id: '99f1e376-0cb4-41a8-9ad7-055be1b590b7',
    of: INFO_PARK,
    at: [INFO_PARK_HUB],
    name: said('info_park_hub'),
    needs: ['info_services', 'connectivity', 'food_hot', 'interpretation'],
    languages: ['ar', 'fa', 'en'],
    status: 'inactive',
    validFrom: '2016-11-10',
    source: 'b92.net, 15 March 2017; Praxis report for July 2018, 27 August 2018 (one meal a day)',
    lastChecked: '2018-08-27'
  }),
  service({
    id: 'a6b6439b-33a7-49db-b3d8-1c80f6b579ea',
    of: ASYLUM_INFO,
    at: [ASYLUM_INFO_CENTRE],
    name: said('asylum_counselling'),
    needs: ['info_legal', 'info_services', 'legal_aid', 'pss', 'interpretation'],
    languages: ['ar', 'ur', 'fa', 'ps', 'en', 'fr'],
    status: 'defunct',
    validFrom: '2015-08',
    validTo: '2017',
    source: 'Blic (adra.org.rs), August 2015; news.adventist.org, September 2015',
    lastChecked: '2015-09'
  }),
  service({
    id: '4bbe5f4f-bbeb-4912-b5e1-1c098556c34a',
    of: POLICE,
    at: [POLICE_SAVSKA],
    name: said('register_savska'),
    needs: ['reg_accompany'],
    hours: DAY_AND_NIGHT,
    status: 'defunct',
    validFrom: '2016',
    source: 'moving-europe.org on registration papers, 2016 (open 24 h); Praxis report of 25 October 2016',
    lastChecked: '2016-10-25',
    caution: PLACE_OF_2016
  }),
  service({
    id: 'bdf38571-bca1-429c-89b8-9db86592adcb',
    of: KIRS,
    at: [KRNJACA],
    name: said('krnjaca_without_papers'),
    needs: ['accommodation'],
    status: 'defunct',
    validFrom: '2016-08-11',
    validTo: '2016-10',
    source: 'UNHCR inter-agency update, August 2016; full by the Praxis report of 25 October 2016',
    lastChecked: '2016-10-25'
  })
]
