// The steps a referral may take from where it stands, and no others.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { Actions } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import {
  isStepDisputed,
  needsReason,
  nextSteps,
  type Reason,
  REASONS,
  type ReferralState
} from '#domain/records/referral.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const LOOKS: Record<ReferralState, { icon?: IconName }> = {
  made: {},
  accepted: { icon: 'check' },
  done: { icon: 'check' },
  did_not_come: {},
  declined: {},
  withdrawn: { icon: 'undo' }
}

type NextStepsProps = {
  record: MergedRecord
  state: ReferralState
  /** Saved: from which state it came. */
  onTaken: (before: ReferralState) => void
}

export const NextSteps = ({ record, state, onTaken }: NextStepsProps) => {
  const t = useWords('record')
  const desk = useDesk()
  const now = useClock()
  const { zone } = usePhoneView()
  const [asksWhy, setAsksWhy] = useState<ReferralState>()
  const [isFull, setFull] = useState(false)

  const take = async (to: ReferralState, reason?: Reason) => {
    const taken = await desk.stepReferral(record, { to, ...(reason && { reason }) }, { at: now(), zone })
    setAsksWhy(undefined)
    setFull(!taken.ok && taken.refusal === 'phone_full')
    if (taken.ok) onTaken(state)
  }

  if (isStepDisputed(record)) return <p>{t('disputes.first')}</p>
  return (
    <>
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      <Actions>
        {nextSteps(state).map((to) => (
          <Button key={to} {...LOOKS[to]} onClick={() => (needsReason(to) ? setAsksWhy(to) : void take(to))}>
            {t(`steps.${to}` as 'steps.done')}
          </Button>
        ))}
      </Actions>
      <Sheet
        title={t('whyNot')}
        isOpen={asksWhy !== undefined}
        onClose={() => setAsksWhy(undefined)}
        closeLabel={t('ui:close')}
      >
        <List label={t('whyNot')}>
          {REASONS.map((reason) => (
            <Row
              key={reason}
              title={t(`codes:reasons.${reason}`)}
              onTap={() => {
                if (asksWhy !== undefined) void take(asksWhy, reason)
              }}
            />
          ))}
        </List>
      </Sheet>
    </>
  )
}
