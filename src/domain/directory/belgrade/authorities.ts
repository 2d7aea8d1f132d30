// Authorities, public services, and the United Nations with the partners they have named.
import { CALL_NUMBER_FIRST, NO_RECENT_NEWS } from '#domain/directory/belgrade/cautions.ts'
import { provider } from '#domain/directory/belgrade/entries.ts'
import { said } from '#domain/directory/belgrade/said.ts'
import { words } from '#domain/directory/words.ts'

export const POLICE = provider({
  id: 'df4c7cea-706a-46e4-8f67-074a7b79adb2',
  name: said('police'),
  shortName: 'MUP',
  source: 'AIDA Serbia, registration, 22 August 2024',
  lastChecked: '2024-08-22'
})

export const ASYLUM_OFFICE = provider({
  id: 'd4d62cba-4004-4a3d-befd-a3d36d087d3f',
  name: said('asylum_office'),
  source: 'AIDA Serbia on the Asylum Office, 2025',
  lastChecked: '2025'
})

export const KIRS = provider({
  id: '458f7612-41f8-4e47-bc17-804da0e645c5',
  name: said('commissariat'),
  shortName: 'KIRS',
  website: 'https://kirs.gov.rs',
  source: 'Beta (naslovi.net), 18 December 2025',
  lastChecked: '2025-12-18'
})

export const SOCIAL_WORK = provider({
  id: '6473600f-70d8-43c5-b900-843189e594d1',
  name: said('social_work'),
  shortName: 'CSW',
  website: 'https://gcsrbg.org',
  phones: [
    {
      number: '+381 11 2650 329',
      note: said('head_office')
    }
  ],
  source: 'beograd.rs, City Center for Social Work (undated); gcsrbg.org, not before March 2019',
  lastChecked: '2019-03',
  caution: CALL_NUMBER_FIRST
})

export const TRAFFICKING_PROTECTION = provider({
  id: '5ad5b935-ab81-4f80-b824-c37aad62b01b',
  name: said('trafficking_centre'),
  shortName: 'CPTV',
  website: 'https://centarzztlj.rs',
  validFrom: '2012',
  source: 'Srbija danas (sd.rs), 30 July 2021; centarzztlj.rs on its history',
  lastChecked: '2021-07-30'
})

export const CHILDRENS_INSTITUTE = provider({
  id: '083511fa-e77c-4562-9666-34d2f813207f',
  name: said('childrens_institution'),
  shortName: 'Zavod',
  website: 'http://zvdob.rs',
  source: 'w2eu.info, Serbia, minors, February 2020',
  lastChecked: '2020-02'
})

export const CHILD_PROTECTION_CENTRE = provider({
  id: 'f2083f1f-04eb-4948-aebc-f45df2da914a',
  name: said('child_protection_centre'),
  source: 'Ministry of Labour (minrzs.gov.rs), 17 May 2023',
  lastChecked: '2023-05-17'
})

export const AMBULANCE = provider({
  id: '091aee2f-a47b-49b9-a52a-d7ca37794435',
  name: said('ambulance'),
  source: 'N1 (naslovi.net), 26 September 2025',
  lastChecked: '2025-09-26'
})

export const FIRE_BRIGADE = provider({
  id: '88dfc5ed-f089-48a4-8fbb-ab85c35e2c22',
  name: said('fire_brigade'),
  source: 'Novosti, 16 September 2025',
  lastChecked: '2025-09-16'
})

export const HEALTH_CENTRES = provider({
  id: 'fe855793-d20c-485f-ae26-65de8bf9d816',
  name: said('health_centres'),
  source: 'Kurir, 17 November 2025; B92 (naslovi.net), 17 November 2025',
  lastChecked: '2025-11-17'
})

export const UNHCR = provider({
  id: 'f6e2a552-2355-44da-a6d5-ae68c140e7c6',
  name: said('refugee_agency'),
  shortName: 'UNHCR',
  website: 'https://help.unhcr.org/serbia',
  source: 'UNHCR Serbia monthly update, June 2020; help.unhcr.org (undated)',
  lastChecked: '2020-06'
})

export const IOM = provider({
  id: '3ff599f4-96e2-43e1-ab55-2d52e39f199d',
  name: said('migration_organisation'),
  shortName: 'IOM',
  website: 'https://serbia.iom.int',
  source: 'Beta (naslovi.net), 18 December 2025; serbia.iom.int (undated)',
  lastChecked: '2025-12-18'
})

export const UNICEF = provider({
  id: '2cb13b87-b6e0-4db4-94cb-8018f6f11724',
  name: words({ en: 'UNICEF', 'sr-Latn': 'UNICEF', ar: 'اليونيسف', fa: 'یونیسف' }),
  source: 'Named among the actors of 2016: fondb92.org; UNHCR bulletin of about 8 August 2016',
  lastChecked: '2016'
})

/** Most are called the same in both. */
const partnerOf2019 = (id: string, english: string, { serbian = english, shortName }: OtherNames = {}) =>
  provider({
    id,
    name: words({ en: english, 'sr-Latn': serbian }),
    ...(shortName !== undefined && { shortName }),
    source: 'UNHCR Serbia factsheet, list of partners, March 2019',
    lastChecked: '2019-03',
    caution: NO_RECENT_NEWS
  })

type OtherNames = { readonly serbian?: string; readonly shortName?: string }

/** Named as partners in March 2019; what each does in Belgrade today no source says, so they have no service here. */
export const UNHCR_PARTNERS = [
  partnerOf2019('7805d055-b556-4025-9a02-ad59e8a763cd', 'A11'),
  partnerOf2019('6514a10e-b93f-4ea3-bef0-86113e36e96b', 'Amity'),
  partnerOf2019('9f8348c9-880c-4a11-8186-eed2747a5bdb', 'Humanitarian Center for Integration and Tolerance', {
    serbian: 'Humanitarni centar za integraciju i toleranciju',
    shortName: 'HCIT'
  }),
  partnerOf2019('083884ee-6599-43a4-9f69-f1ea8cc2a0b0', 'Indigo'),
  partnerOf2019('ab2cfb9d-d2b7-49e0-8b6a-f05e670c9c5d', 'International Aid Network', {
    serbian: 'Međunarodna mreža pomoći',
    shortName: 'IAN'
  }),
  partnerOf2019('bc87b651-900b-425a-bfdf-708af409d706', 'Sigma Plus')
]
