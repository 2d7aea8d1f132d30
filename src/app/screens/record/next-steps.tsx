// The steps a referral may take from where it stands, by whoever holds this phone, and no others.
import { useState } from 'react'
import { useNotTakenWords } from '#app/cases/use-stepping.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { useReferrals } from '#app/records/use-referrals.ts'
import { isForTeamToSay } from '#app/screens/record/claims.ts'
import { ProposeTime } from '#app/screens/record/propose-time.tsx'
import { Button } from '#app/ui/button.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { Actions } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import {
  isStepDisputed,
  needsReason,
  needsTime,
  nextSteps,
  type Reason,
  REASONS,
  type ReferralRefusal,
  type ReferralState
} from '#domain/records/referral.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const LOOKS: Record<ReferralState, { icon?: IconName }> = {
  made: {},
  received: {},
  opened: {},
  accepted: { icon: 'check' },
  appointment: { icon: 'clock' },
  accompanied: {},
  started: {},
  done: { icon: 'check' },
  did_not_come: {},
  declined: {},
  withdrawn: { icon: 'undo' },
  closed: {}
}

type NextStepsProps = {
  record: MergedRecord
  state: ReferralState
  /** Offered first, and to be seen at once. */
  likely?: ReferralState | undefined
  /** Saved: from which state it came. */
  onTaken: (before: ReferralState) => void
}

export const NextSteps = ({ record, state, likely, onTaken }: NextStepsProps) => {
  const t = useWords('record')
  const partner = useWords('partner')
  const desk = useDesk()
  const notTaken = useNotTakenWords()
  const now = useClock()
  const { side } = useReferrals()
  const { zone } = usePhoneView()
  const [asked, setAsked] = useState<ReferralState>()
  const [refusal, setRefusal] = useState<SaveRefusal | 'two_answers' | ReferralRefusal>()

  const take = async (to: ReferralState, more: { reason?: Reason; appointment?: string } = {}) => {
    const taken = await desk.stepReferral(record, { to, ...more }, { at: now(), zone })
    setAsked(undefined)
    setRefusal(taken.ok ? undefined : taken.refusal)
    if (taken.ok) onTaken(state)
  }
  const labelOf = (to: ReferralState) =>
    side === 'partner' && to === 'accepted' ? partner('accept') : t(`steps.${to}` as 'steps.done')
  const said = (why: NonNullable<typeof refusal>): string => {
    if (typeof why === 'object' && why.why !== 'not_a_step')
      return why.why === 'reason_missing' ? t('whyNot') : partner('when')
    return notTaken(why, labelOf)
  }

  if (isStepDisputed(record))
    return <p>{side === 'partner' && isForTeamToSay(record) ? partner('ask') : t('disputes.first')}</p>
  return (
    <>
      {refusal !== undefined && <Notice tone="needs-you" role="alert" title={said(refusal)} />}
      <Actions>
        {likelyFirst(nextSteps(state, side), likely).map((to) => (
          <Button
            key={to}
            {...LOOKS[to]}
            {...(to === likely && { variant: 'primary' as const, isWide: true })}
            onClick={() => (needsReason(to) || needsTime(to) ? setAsked(to) : void take(to))}
          >
            {labelOf(to)}
          </Button>
        ))}
      </Actions>
      {asked !== undefined && needsTime(asked) && (
        <ProposeTime
          isFull={false}
          onClose={() => setAsked(undefined)}
          onChosen={(appointment) => void take(asked, { appointment })}
        />
      )}
      <Sheet
        title={t('whyNot')}
        isOpen={asked !== undefined && needsReason(asked)}
        onClose={() => setAsked(undefined)}
        closeLabel={t('ui:close')}
      >
        <List label={t('whyNot')}>
          {REASONS.map((reason) => (
            <Row
              key={reason}
              title={t(`codes:reasons.${reason}`)}
              onTap={() => {
                if (asked !== undefined) void take(asked, { reason })
              }}
            />
          ))}
        </List>
      </Sheet>
    </>
  )
}

const likelyFirst = (steps: readonly ReferralState[], likely: ReferralState | undefined): readonly ReferralState[] =>
  steps.toSorted((a, b) => Number(b === likely) - Number(a === likely))
