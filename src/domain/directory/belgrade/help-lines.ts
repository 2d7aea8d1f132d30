// Numbers to call from anywhere in Serbia. Open day and night only where a source says so.
import {
  AMBULANCE,
  CHILD_PROTECTION_CENTRE,
  FIRE_BRIGADE,
  POLICE,
  TRAFFICKING_PROTECTION
} from '#domain/directory/belgrade/authorities.ts'
import { CALL_NUMBER_FIRST } from '#domain/directory/belgrade/cautions.ts'
import { DAY_AND_NIGHT, service } from '#domain/directory/belgrade/entries.ts'
import { ASTRA } from '#domain/directory/belgrade/organisations.ts'
import { said } from '#domain/directory/belgrade/said.ts'

const FREE = said('free_call')

export const HELP_LINES = [
  service({
    id: '11d5d8d4-497d-462b-ad35-097befd18594',
    of: AMBULANCE,
    name: said('ambulance_194'),
    needs: ['medical'],
    hours: DAY_AND_NIGHT,
    phones: [{ number: '194' }],
    source: 'azil.rs, emergency numbers (undated); N1 (naslovi.net), 26 September 2025, on its nights',
    lastChecked: '2025-09-26'
  }),
  service({
    id: 'b75b0c45-6812-4878-b6b2-99129b36971b',
    of: POLICE,
    name: said('police_192'),
    needs: ['other', 'tip_support', 'gbv_support'],
    hours: DAY_AND_NIGHT,
    phones: [{ number: '192' }],
    source: 'Srbija danas (sd.rs), 30 July 2021 (duty service 24 h); azil.rs, emergency numbers (undated)',
    lastChecked: '2021-07-30'
  }),
  service({
    id: '777917a7-361c-4d6f-8f18-a1875fe9e398',
    of: FIRE_BRIGADE,
    name: said('fire_brigade_193'),
    needs: ['other'],
    hours: DAY_AND_NIGHT,
    phones: [{ number: '193' }],
    source: 'Novosti, 16 September 2025 (ready at any moment); RTS (naslovi.net), 10 April 2024 (number)',
    lastChecked: '2025-09-16'
  }),
  service({
    id: '74c3a8fe-2977-46d3-b326-b9063146bfc6',
    of: CHILD_PROTECTION_CENTRE,
    name: said('child_line'),
    description: said('child_line_does'),
    needs: ['child_protection', 'pss'],
    hours: DAY_AND_NIGHT,
    phones: [{ number: '116 111', note: FREE }],
    validFrom: '2015',
    source: 'Ministry of Labour (minrzs.gov.rs), 17 May 2023 (24 h a day, 365 days)',
    lastChecked: '2023-05-17'
  }),
  service({
    id: 'c772a072-9654-4715-8c07-f90129c1056d',
    of: ASTRA,
    name: said('missing_children_line'),
    needs: ['child_protection', 'family_tracing'],
    hours: DAY_AND_NIGHT,
    phones: [{ number: '116 000', note: FREE }],
    validFrom: '2012-05-25',
    source: 'newsmaxbalkans.com, 10 October 2024; astra.rs on 116 000 (24/7)',
    lastChecked: '2024-10-10'
  }),
  service({
    id: 'f6212997-6f9f-4e3a-8316-509af1c845ac',
    of: ASTRA,
    name: said('astra_line'),
    description: said('astra_line_does'),
    needs: ['tip_support'],
    phones: [{ number: '+381 11 785 0000' }],
    validFrom: '2002',
    source: 'ecofeminizam.com on the ASTRA SOS licence, 19 October 2018; astra.org.rs (undated)',
    lastChecked: '2018-10-19',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: '1cf2084e-b094-4769-9af7-4576eadc55a5',
    of: TRAFFICKING_PROTECTION,
    name: said('trafficking'),
    howToRefer: said('lead_first'),
    needs: ['tip_support', 'safe_shelter'],
    phones: [{ number: '+381 63 610 590' }],
    validFrom: '2012',
    source: 'Srbija danas (sd.rs), 30 July 2021; centarzztlj.rs on its shelter',
    lastChecked: '2021-07-30',
    caution: CALL_NUMBER_FIRST
  }),
  service({
    id: 'ad9f0064-607e-4a48-918c-432b052b97da',
    of: CHILD_PROTECTION_CENTRE,
    name: said('women_line'),
    needs: ['gbv_support'],
    phones: [{ number: '0800 222 003', note: FREE }],
    eligibility: { womenOnly: true },
    source: 'BBC News in Serbian, May 2024',
    lastChecked: '2024-05',
    caution: CALL_NUMBER_FIRST
  })
]
