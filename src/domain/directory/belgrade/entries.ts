// How entries of this directory are written down: what holds for all of them is said here once.
import type { Place, Provider, Schedule, Service } from '#domain/directory/directory.ts'

/** Written by no team: what these are versions of is the release. */
type WithDefaults<Entry, Names extends keyof Entry> = Omit<Entry, Names | 'kind' | 'toVerify' | 'at' | 'over'> &
  Partial<Pick<Entry, Names>>

/** Nobody of a team has dialled or visited any of these yet: each rests on its published source. */
const seen = { toVerify: true } as const

export const provider = (fields: WithDefaults<Provider, 'phones'>): Provider => ({
  kind: 'provider',
  phones: [],
  ...seen,
  ...fields
})

export const place = (fields: WithDefaults<Place, 'city'>): Place => ({
  kind: 'place',
  city: 'Beograd',
  ...seen,
  ...fields
})

type ServiceFields = WithDefaults<
  Omit<Service, 'providerId' | 'placeIds'>,
  'languages' | 'hours' | 'phones' | 'status'
> & { readonly of: Provider; readonly at?: readonly Place[] }

/** Of whom and where; hours, languages and phones that no source gives stay unknown. */
export const service = ({ of: { id: providerId }, at, ...fields }: ServiceFields): Service => ({
  kind: 'service',
  providerId,
  placeIds: (at ?? []).map((where) => where.id),
  status: 'active',
  languages: [],
  hours: 'unknown',
  phones: [],
  ...seen,
  ...fields
})

const EVERY_DAY: Schedule['byday'] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

export const DAY_AND_NIGHT: Schedule[] = [{ byday: EVERY_DAY, opensAt: '00:00', closesAt: '24:00' }]
