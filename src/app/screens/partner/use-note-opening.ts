// That a referral was read here is noted, once an hour: the finest time that is told.
import { useEffect } from 'react'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { useReferrals } from '#app/records/use-referrals.ts'
import { shiftHourAt } from '#domain/belgrade-time.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** Being noted now: the screen may be drawn again before the save has come back. */
const underWay = new Set<string>()

export const useNoteOpening = (referral: MergedRecord): void => {
  const { device } = useDesk().identity
  const { open } = useReferrals()
  const now = useClock()
  useEffect(() => {
    const name = `${device} ${referral.id} ${shiftHourAt(now())}`
    if (underWay.has(name)) return
    underWay.add(name)
    void open(referral, now()).finally(() => underWay.delete(name))
  }, [device, open, referral, now])
}
