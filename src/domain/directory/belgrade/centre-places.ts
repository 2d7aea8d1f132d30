// Where the state centres are: a registration certificate names one of them.
import { POINT_IS_ROUGH } from '#domain/directory/belgrade/cautions.ts'
import { place } from '#domain/directory/belgrade/entries.ts'
import { said } from '#domain/directory/belgrade/said.ts'

export const KRNJACA = place({
  id: 'a469c083-4d8c-408f-b107-9ca7f2994e53',
  name: said('krnjaca'),
  zone: 'krnjaca',
  directions: said('way_to_krnjaca'),
  point: { latitude: 44.85, longitude: 20.5, precisionMetres: 2_000 },
  source: 'Vreme, "Svi na jednom mestu", 28 August 2014; point from general knowledge',
  lastChecked: '2014-08-28',
  caution: POINT_IS_ROUGH
})

export const OBRENOVAC = place({
  id: 'eb9b2ad9-8d8b-4764-a9a6-bd02b88705d8',
  name: said('obrenovac'),
  address: 'Nemanjina 128d',
  city: 'Obrenovac',
  zone: 'obrenovac',
  point: { latitude: 44.66, longitude: 20.2, precisionMetres: 2_000 },
  validFrom: '2017-01-17',
  source: 'Official Gazette 62/2021, 17 June 2021; opened by UNHCR Serbia update 16-18 January 2017',
  lastChecked: '2021-06-17',
  caution: POINT_IS_ROUGH
})

export const VRANJE = place({
  id: '6fc9b416-6e73-4d8b-ad91-47fb1a56e986',
  name: said('vranje'),
  address: 'Radnička bb',
  city: 'Vranje',
  zone: 'elsewhere',
  source: 'Official Gazette 62/2021, 17 June 2021',
  lastChecked: '2021-06-17'
})

export const SJENICA = place({
  id: 'fbb622fe-ff89-4708-807d-2567488ff182',
  name: said('sjenica'),
  address: 'Jablanička bb',
  city: 'Sjenica',
  zone: 'elsewhere',
  source: 'azilsrbija.rs, protection and reception (undated, about 2016)',
  lastChecked: '2016'
})

export const PRESEVO = place({
  id: 'c8fa2368-86ba-467b-b946-c862fd0951f8',
  name: said('presevo'),
  address: 'Vase Smajevića 2',
  city: 'Preševo',
  zone: 'elsewhere',
  source: 'azilsrbija.rs, protection and reception (undated, about 2016)',
  lastChecked: '2016'
})

export const BUJANOVAC = place({
  id: '68524d64-17e9-4f85-ae1c-f60ee2b61653',
  name: said('bujanovac'),
  city: 'Bujanovac',
  zone: 'elsewhere',
  source: 'Južne vesti, 26 July 2024',
  lastChecked: '2024-07-26'
})

export const PRINCIPOVAC = place({
  id: '26cc2e75-0d4e-48b7-a04f-f56ff52af57d',
  name: said('principovac'),
  address: 'Principovac',
  city: 'Šid',
  zone: 'elsewhere',
  source: 'azilsrbija.rs, protection and reception (undated, about 2016)',
  lastChecked: '2016'
})

export const TUTIN = place({
  id: '94386b15-295a-44ee-8efc-3537d87f1341',
  name: said('tutin'),
  city: 'Tutin',
  zone: 'elsewhere',
  source: 'AIDA Serbia, reception, 3 July 2025',
  lastChecked: '2025-07-03'
})

export const BANJA_KOVILJACA = place({
  id: '4886fa8d-35d7-47ed-8e39-c4a575366e34',
  name: said('banja_koviljaca'),
  address: 'Narodnog fronta bb',
  city: 'Banja Koviljača',
  zone: 'elsewhere',
  point: { latitude: 44.51, longitude: 19.15, precisionMetres: 2_000 },
  source: 'azilsrbija.rs, protection and reception (undated, about 2016)',
  lastChecked: '2016'
})

export const SID = place({
  id: 'ad92885a-dd49-4c2a-81be-bdff86bd6d64',
  name: said('sid'),
  city: 'Šid',
  zone: 'elsewhere',
  validTo: '2024',
  source: 'AIDA Serbia, reception, 3 July 2025',
  lastChecked: '2025-07-03'
})
