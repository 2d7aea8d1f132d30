// Which organisation reads a service's referrals on its own phones, so that something can be sealed to it.
import { useDirectory } from '#app/directory/use-directory.ts'
import { canRead, readersAmong } from '#app/directory/readers.ts'
import { useLibrary } from '#app/phone/use-phone.ts'
import type { IsReader } from '#device/check-in.ts'
import type { PartnerItem } from '#protocol/library.ts'

type Partners = {
  readonly partnerOf: (service: string | undefined) => PartnerItem | undefined
  readonly isRead: (service: string | undefined) => boolean
  readonly isReader: IsReader
}

export const usePartners = (): Partners => {
  const { partners } = useLibrary()
  const directory = useDirectory()
  const partnerOf = (service: string | undefined) => {
    const provider = directory.findService(service ?? '')?.providerId
    return partners.find((partner) => partner.provider === provider && canRead(partner))
  }
  return { partnerOf, isRead: (service) => partnerOf(service) !== undefined, isReader: readersAmong(partners) }
}
