// Which organisation reads a service's referrals on its own phones, so that something can be sealed to it.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLibrary } from '#app/phone/use-phone.ts'
import type { PartnerItem } from '#protocol/library.ts'

type Partners = {
  readonly partnerOf: (service: string | undefined) => PartnerItem | undefined
  readonly isRead: (service: string | undefined) => boolean
}

export const usePartners = (): Partners => {
  const { partners } = useLibrary()
  const directory = useDirectory()
  const partnerOf = (service: string | undefined) => {
    const provider = directory.findService(service ?? '')?.providerId
    // One whose phones have not joined yet, or were all revoked, could not read it.
    return partners.find((partner) => partner.provider === provider && partner.keys.length > 0)
  }
  return { partnerOf, isRead: (service) => partnerOf(service) !== undefined }
}
