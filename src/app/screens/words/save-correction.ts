// Saves a correction on this phone and hands it over, if there is signal.
import { usePhone } from '#app/phone/use-phone.ts'
import type { Corrections } from '#device/library/corrections.ts'

export const useSaveCorrection = (): Corrections['save'] => {
  const phone = usePhone()
  return async (...corrections) => {
    const saved = await (await phone.corrections()).save(...corrections)
    if (saved.ok) phone.carryNow()
    return saved
  }
}
