// Day centres, doctors, food and shelter in 2016 and the years after: no more, kept as history for reports.
import { UNICEF } from '#domain/directory/belgrade/authorities.ts'
import { service } from '#domain/directory/belgrade/entries.ts'
import {
  CARITAS,
  DOCTORS_OF_THE_WORLD,
  DRC,
  MIKSALISTE,
  MSF,
  RED_CROSS,
  RMF,
  SAVE_THE_CHILDREN,
  YOUTH_INTEGRATION
} from '#domain/directory/belgrade/organisations.ts'
import { BRISTOL_PARK, MIKSALISTE_1, MIKSALISTE_2, OLD_RAILWAY_STATION } from '#domain/directory/belgrade/places.ts'
import { said } from '#domain/directory/belgrade/said.ts'

const MEDICAL_HELP = said('medical_help')

export const CARE_OF_2016 = [
  service({
    id: '3082b74f-b5d6-400f-8910-e07ab4ed54ed',
    of: MIKSALISTE,
    at: [MIKSALISTE_1],
    name: said('day_centre'),
    needs: ['clothing', 'shoes', 'hygiene', 'food_pack', 'mother_baby', 'medical'],
    status: 'defunct',
    validFrom: '2015-08',
    validTo: '2016-04',
    source: 'NRC-Praxis report for April 2016, 13 May 2016; Irish Times, "Migrant aid centre bulldozed"',
    lastChecked: '2016-05-13'
  }),
  service({
    id: '86cbddc2-1102-4560-bf56-ec5006adde31',
    of: MIKSALISTE,
    at: [MIKSALISTE_2],
    name: said('day_centre_children'),
    description: said('closed_in_july'),
    needs: ['clothing', 'shoes', 'hygiene', 'food_pack', 'mother_baby', 'medical', 'child_protection', 'wash_facility'],
    status: 'inactive',
    validFrom: '2016-05-31',
    source: 'Al Jazeera Balkans (naslovi.net), 1 June 2016; NRC-Praxis report for June 2016; CARE, 2018/19',
    lastChecked: '2018'
  }),
  service({
    id: '6beab77a-1712-4ea1-bf4b-5c42af9aa8f3',
    of: MIKSALISTE,
    at: [MIKSALISTE_2],
    name: said('night_stay'),
    needs: ['accommodation', 'child_protection'],
    eligibility: {
      note: said('while_waiting')
    },
    status: 'inactive',
    validFrom: '2017-07',
    source: 'Praxis, Protection Monitoring for July 2017, 23 August 2017, and July 2018, 27 August 2018',
    lastChecked: '2018-08-27'
  }),
  service({
    id: '61e4993a-796f-46ff-98bc-5b838cd777bc',
    of: SAVE_THE_CHILDREN,
    at: [MIKSALISTE_1, MIKSALISTE_2],
    name: said('child_space'),
    needs: ['child_protection'],
    status: 'defunct',
    validTo: '2016',
    source: 'NRC-Praxis report for April 2016, 13 May 2016',
    lastChecked: '2016-05-13'
  }),
  service({
    id: '541c2a84-78b9-46ae-8364-3b06836603c3',
    of: DRC,
    name: MEDICAL_HELP,
    description: said('doctors_by_day'),
    needs: ['medical'],
    status: 'defunct',
    validFrom: '2016',
    validTo: '2017',
    source: 'UNHCR bulletin, early August 2016',
    lastChecked: '2016-08'
  }),
  service({
    id: 'b4ba125d-f6a4-4779-acb9-26c2c55cbcd0',
    of: MSF,
    at: [OLD_RAILWAY_STATION],
    name: said('mobile_clinic'),
    needs: ['medical', 'mental_health'],
    status: 'defunct',
    validFrom: '2016-01',
    validTo: '2017-03',
    source: 'msf.org on Serbia, 21 November 2016',
    lastChecked: '2016-11-21'
  }),
  service({
    id: 'a362c470-24b6-4bd9-aa21-a487b220ce81',
    of: MSF,
    name: said('clinic_in_centre'),
    needs: ['medical', 'mental_health', 'pss'],
    status: 'defunct',
    validFrom: '2017-03',
    validTo: '2021',
    source: 'msf.org.nz on Serbia (2017); stiftung-do.org on the closing, 2022',
    lastChecked: '2022'
  }),
  service({
    id: 'a80c6b5b-2a88-4e76-909c-7c8a7d34d6f1',
    of: RMF,
    name: said('doctor_at_night'),
    needs: ['medical'],
    hours: [
      { byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '18:00', closesAt: '09:00' },
      { byday: ['SA', 'SU'], opensAt: '00:00', closesAt: '24:00' }
    ],
    status: 'defunct',
    validFrom: '2016-01',
    validTo: '2017',
    source: 'realmedicinefoundation.org, report for May-June 2016',
    lastChecked: '2016-06'
  }),
  service({
    id: 'c16023ca-2b7d-4672-aa83-be3a30da8420',
    of: DOCTORS_OF_THE_WORLD,
    name: MEDICAL_HELP,
    needs: ['medical'],
    status: 'defunct',
    validFrom: '2016',
    validTo: '2017',
    source: 'b92.net on Info Park, 15 March 2017',
    lastChecked: '2017-03-15'
  }),
  service({
    id: 'd8749419-21d8-4a4d-93a8-4455682ae3cc',
    of: CARITAS,
    at: [BRISTOL_PARK, MIKSALISTE_2],
    name: said('hot_soup'),
    needs: ['food_hot'],
    status: 'defunct',
    validFrom: '2016-08-22',
    source: 'caritas.rs on soup for refugees, 2016',
    lastChecked: '2016'
  }),
  service({
    id: '82d9c2c7-fef9-4b02-8ded-234f0e367ee2',
    of: RED_CROSS,
    at: [BRISTOL_PARK],
    name: said('food_parcels'),
    needs: ['food_pack'],
    status: 'defunct',
    validFrom: '2016-07-28',
    source: 'UNHCR bulletins, late July 2016',
    lastChecked: '2016-07'
  }),
  service({
    id: '644ce8e2-ebf4-4334-ba8f-f0d572a6f4e7',
    of: UNICEF,
    name: said('child_protection_support'),
    needs: ['child_protection'],
    status: 'inactive',
    validFrom: '2016',
    source: 'Named among the actors of 2016: fondb92.org; UNHCR bulletin of about 8 August 2016',
    lastChecked: '2016'
  }),
  service({
    id: '049fa8d1-5ebc-4e5b-bada-5c2236ad7d34',
    of: YOUTH_INTEGRATION,
    name: said('night_shelter'),
    needs: ['accommodation'],
    status: 'inactive',
    validFrom: '2017',
    source: 'Praxis, Protection Monitoring, June 2017',
    lastChecked: '2017-06'
  })
]
