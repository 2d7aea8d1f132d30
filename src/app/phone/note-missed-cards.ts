// A card is noted at a referral right after it was given or the referral made. Where a kill came between, or nobody at that
// organisation read referrals yet, the phone catches up when it is open, and again when an organisation's phones have come.
import { readersAmong } from '#app/directory/readers.ts'
import type { Phone, PhoneView } from '#app/phone/phone.ts'

/** `later`: when the screen that opens has been drawn. */
export const noteMissedCards = (
  phone: Pick<Phone, 'view' | 'subscribe'>,
  { now, later }: { readonly now: () => number; readonly later: (work: () => void) => void }
): void => {
  let seen: Pick<PhoneView, 'desk' | 'library'> = {}
  const follow = () => {
    const { desk, library } = phone.view()
    const isNew = desk !== seen.desk || library?.partners !== seen.library?.partners
    seen = { ...(desk && { desk }), ...(library && { library }) }
    if (!isNew || desk === undefined || library === undefined) return
    const catchUp = async () => {
      const { createCheckIn } = await import('#device/check-in.ts')
      if (phone.view().desk === desk) await createCheckIn(desk).noteMissedCards(now(), readersAmong(library.partners))
    }
    // What stands in its way now, as a full phone, does not the next time.
    later(() => void catchUp().catch(() => undefined))
  }
  phone.subscribe(follow)
  follow()
}
