// A phone of the team by its number; people have no names here.
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import type { DeviceId } from '#protocol/ids.ts'

export const usePhoneName = (): ((device: DeviceId) => string) => {
  const t = useWords('record')
  const desk = useDesk()
  return (device) => {
    if (device === desk.identity.device) return t('thisPhone')
    const number = desk.team().find((phone) => phone.device === device)?.number
    return number === undefined ? t('otherPhone') : t('phoneNumber', { number })
  }
}
