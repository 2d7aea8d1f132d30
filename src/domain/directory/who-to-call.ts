// Whom to call at this hour: the numbers of the directory for what is wanted, open ones first. None is made up.
import type { Provider, Service } from '#domain/directory/directory.ts'
import type { Directory, ServiceRow } from '#domain/directory/search.ts'
import type { Call } from '#domain/immediate-actions.ts'

export type PhoneNumber = Service['phones'][number]

export type Callee =
  | { readonly emergency: '194' | '192' }
  /** One number of one service. */
  | { readonly row: ServiceRow; readonly phone: PhoneNumber }

/** The short name by which the directory knows the guardianship authority. */
const GUARDIANSHIP = 'CSW'

/** Emergency numbers stand by themselves, and are not offered again as a service that is always open. */
const EMERGENCY = ['192', '193', '194']

/** The centre for social work alone appoints a guardian (Instruction of 12 April 2018 on unaccompanied children). */
export const isGuardianship = ({ service, provider }: ServiceRow): boolean =>
  provider?.shortName === GUARDIANSHIP && service.needs.includes('child_protection')

/** The service's own numbers, or else its organisation's. */
export const numbersOf = (service: Service, provider: Provider | undefined): readonly PhoneNumber[] =>
  service.phones.length > 0 ? service.phones : (provider?.phones ?? [])

export const isEmergency = (service: Service, provider: Provider | undefined): boolean =>
  numbersOf(service, provider).some(({ number }) => EMERGENCY.includes(number))

/** At most `limit` of each kind, in the order of `calls`. */
export const whoToCall = (
  calls: readonly Call[],
  { directory, at, limit }: { directory: Directory; at: number; limit: number }
): Callee[] =>
  calls.flatMap((call): Callee[] => {
    if (call === '194' || call === '192') return [{ emergency: call }]
    const rows = directory.servicesFor({ at, needs: [call === 'guardianship' ? 'child_protection' : call.need] })
    return (call === 'guardianship' ? rows.filter(isGuardianship) : rows)
      .flatMap((row) => numbersOf(row.service, row.provider).map((phone) => ({ row, phone })))
      .filter(({ phone }) => !EMERGENCY.includes(phone.number))
      .slice(0, limit)
  })
