// The referrals that a genuine card is of, or why there is none here.
import { useEffect, useState } from 'react'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { ReferralRow } from '#app/screens/partner/referral-row.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CheckIn } from '#device/check-in.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** Says of the screen of a referral that its card was just read. */
export const BY_CARD = 'card'

export const hrefByCard = (id: string): string => `/records/${id}?${BY_CARD}=1`

export const ReferralsByCard = ({ code }: { code: string }) => {
  const t = useWords('partner')
  const found = useFound(code)
  if (found === undefined) return null
  if (!found.ok) return <Notice tone="needs-you" role="alert" title={t(`checkIn.${found.refusal}`)} />
  return <ReferralChoice label={t('title')} referrals={found.value} />
}

export const ReferralChoice = ({ label, referrals }: { label: string; referrals: readonly MergedRecord[] }) => (
  <List label={label}>
    {referrals.map((referral) => (
      <ReferralRow key={referral.id} referral={referral} href={hrefByCard(referral.id)} />
    ))}
  </List>
)

type Found = Awaited<ReturnType<CheckIn['findReferrals']>>

/** Undefined until it has been looked for. */
const useFound = (code: string): Found | undefined => {
  const { hashesOf } = useDesk()
  const { findReferrals } = useCheckIn()
  const today = dayAt(useClock()())
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let isShown = true
    void hashesOf(code)
      .then((hashes) => findReferrals(hashes, today))
      .then((result) => {
        if (isShown) setFound(result)
      })
    return () => {
      isShown = false
    }
  }, [code, hashesOf, findReferrals, today])
  return found
}
