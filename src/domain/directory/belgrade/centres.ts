// State centres for people who seek asylum. Nobody chooses: the certificate names one, to be reached within 72 hours.
import { KIRS } from '#domain/directory/belgrade/authorities.ts'
import { WHICH_CENTRES_WORK } from '#domain/directory/belgrade/cautions.ts'
import {
  BANJA_KOVILJACA,
  BUJANOVAC,
  KRNJACA,
  OBRENOVAC,
  PRESEVO,
  PRINCIPOVAC,
  SID,
  SJENICA,
  TUTIN,
  VRANJE
} from '#domain/directory/belgrade/centre-places.ts'
import { service } from '#domain/directory/belgrade/entries.ts'
import { said } from '#domain/directory/belgrade/said.ts'
import type { Place, Service, Words } from '#domain/directory/directory.ts'
import { sayIn } from '#domain/directory/words.ts'

type Centre = {
  readonly id: string
  readonly kind: 'asylum' | 'reception'
  readonly at: Place
  readonly status: Service['status']
  readonly validTo?: string
}

const centre = ({ id, kind, at, status, validTo }: Centre): Service =>
  service({
    id,
    of: KIRS,
    at: [at],
    name: named(said(`${kind}_centre`), at),
    needs: ['accommodation'],
    papersNeeded: said('certificate_names_centre'),
    status,
    ...(validTo !== undefined && { validTo }),
    source: 'AIDA Serbia, reception, 3 July 2025 (state at the end of 2024); Južne vesti, 26 July 2024',
    lastChecked: '2025-07-03',
    ...(status !== 'defunct' && { caution: WHICH_CENTRES_WORK })
  })

/** What it is and how its place is called, in each language. */
const named = (what: Words, { name }: Place): Words => {
  const inLanguage = (language: string) => `${sayIn(what, language)} ${sayIn(name, language)}`
  return {
    en: inLanguage('en'),
    ...Object.fromEntries(Object.keys(what).map((language) => [language, inLanguage(language)]))
  }
}

export const CENTRES = [
  centre({ id: '325500a4-b80a-4945-8619-b72ffb643865', kind: 'asylum', at: KRNJACA, status: 'active' }),
  centre({ id: '4bb71b83-3186-444e-be4f-55e040c00824', kind: 'asylum', at: OBRENOVAC, status: 'active' }),
  centre({ id: 'f04245d2-2218-44c7-abd6-42492fa82b38', kind: 'asylum', at: VRANJE, status: 'active' }),
  centre({ id: '5f715f65-acee-437c-86cd-824ffabe054c', kind: 'asylum', at: SJENICA, status: 'active' }),
  centre({ id: 'd4b0da7b-4576-415b-a201-d792df9d6510', kind: 'reception', at: PRESEVO, status: 'active' }),
  centre({ id: '7ae3d934-603a-4421-a969-ede2bb0ef59f', kind: 'reception', at: BUJANOVAC, status: 'active' }),
  centre({ id: 'c71d957a-07fe-46d8-bf87-3783ddfbc918', kind: 'reception', at: PRINCIPOVAC, status: 'active' }),
  centre({ id: '6917854c-d375-4a48-88b5-bfcea23942be', kind: 'asylum', at: TUTIN, status: 'temporarily closed' }),
  centre({
    id: '3f70c5b3-fd42-474f-ae40-69c50d0addec',
    kind: 'asylum',
    at: BANJA_KOVILJACA,
    status: 'temporarily closed'
  }),
  centre({ id: '9d1391e3-310c-49c2-951a-205e39f57663', kind: 'reception', at: SID, status: 'defunct', validTo: '2024' })
]
