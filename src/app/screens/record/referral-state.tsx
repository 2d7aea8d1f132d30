// Where a referral stands, until when the next step is due, and the steps: the same for the team and for the organisation it
// was made to. A wrong step can be taken back for half a minute.
import { type ReactNode, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { useReferrals } from '#app/records/use-referrals.ts'
import { AnswerBy } from '#app/screens/record/answer-by.tsx'
import { NextSteps } from '#app/screens/record/next-steps.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { UndoBar } from '#app/ui/undo-bar.tsx'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { isStepDisputed, isTimeTold, type ReferralState, stepBefore } from '#domain/records/referral.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** `likely`: the step to offer first. `undo` stands at the foot of the page. */
export const useReferralState = (
  record: MergedRecord,
  { state, likely }: { state: ReferralState; likely?: ReferralState }
): { section: ReactNode; undo: ReactNode; isFull: boolean } => {
  const t = useWords('record')
  const desk = useDesk()
  const words = useFieldWords()
  const [before, setBefore] = useState<{ state: ReferralState; record: MergedRecord }>()
  const [isFull, setFull] = useState(false)
  const takeBack = async (to: NonNullable<typeof before>) => {
    const takenBack = await desk.settle(record, stepBefore(to.state, to.record.fields))
    setFull(!takenBack.ok)
    if (takenBack.ok) setBefore(undefined)
  }
  const said = (name: 'reason' | 'appointment') => {
    const value = record.fields[name]
    return value === undefined ? null : <p>{words.value(record, name, value)}</p>
  }
  return {
    isFull,
    section: (
      <Section title={t('state')}>
        <Notice tone={IN_HAND.includes(state) ? 'has-it' : 'info'} title={t(`codes:referralStates.${state}`)}>
          {record.disputed.includes('state') && <p>{t('disputes.title')}</p>}
          {state === 'declined' && said('reason')}
          {state === 'appointment' && said('appointment')}
          {state === 'appointment' && isTimeTold(record.fields) && <p>{t('fields.timeTold')}</p>}
        </Notice>
        {state === 'appointment' && <TellTime record={record} onSaved={(isSaved) => setFull(!isSaved)} />}
        <AnswerBy record={record} />
        <NextSteps
          record={record}
          state={state}
          likely={likely}
          onTaken={(from) => setBefore({ state: from, record })}
        />
      </Section>
    ),
    undo: before && !isStepDisputed(record) && (
      <UndoBar
        key={before.record.changes.length}
        undoLabel={t('ui:undo')}
        onUndo={() => void takeBack(before)}
        onOver={() => setBefore(undefined)}
      >
        {t('common:said.saved')}
      </UndoBar>
    )
  }
}

/** Until the worker has said so, the time waits on Today. */
const TellTime = ({ record, onSaved }: { record: MergedRecord; onSaved: (isSaved: boolean) => void }) => {
  const t = useWords('record')
  const { side, noteTimeTold } = useReferrals()
  const appointment = ShiftHour.safeParse(record.fields['appointment']).data
  if (side === 'partner' || appointment === undefined || isTimeTold(record.fields)) return null
  return (
    <Button icon="check" onClick={() => void noteTimeTold(record, appointment).then(({ ok }) => onSaved(ok))}>
      {t('fields.timeTold')}
    </Button>
  )
}

/** The other organisation has them, or has helped. */
const IN_HAND: readonly ReferralState[] = ['accepted', 'appointment', 'started', 'done']
