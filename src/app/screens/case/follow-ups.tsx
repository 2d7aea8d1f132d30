// What somebody comes back for and by when, and whether it was done.
import { useState } from 'react'
import { useCases } from '#app/cases/use-cases.ts'
import { useStepping } from '#app/cases/use-stepping.tsx'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { PlanFollowUp } from '#app/screens/case/plan-follow-up.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions, Card, Section } from '#app/ui/card.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { dayOf } from '#domain/belgrade-time.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { stateOfCase } from '#domain/records/case.ts'
import { type FollowUpState, nextFollowUpSteps, stateOfFollowUp } from '#domain/records/follow-up.ts'
import { isStepDisputed } from '#domain/records/referral.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const FollowUps = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const [isOpen, setOpen] = useState(false)
  const plans = [...cases.followUpsOf(kase)].sort(openFirst)
  // What is planned in a closed case nobody would be told of.
  const isClosed = stateOfCase(kase.fields) === 'closed'

  return (
    <Section title={t('followUps.title')}>
      {plans.length === 0 && <p>{t('followUps.none')}</p>}
      {plans.map((plan) => (
        <Plan key={plan.id} plan={plan} />
      ))}
      {!isClosed && (
        <Button icon="plus" onClick={() => setOpen(true)}>
          {t('followUps.add')}
        </Button>
      )}
      {isOpen && <PlanFollowUp kase={kase} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const Plan = ({ plan }: { plan: MergedRecord }) => {
  const t = useWords('case')
  const record = useWords('record')
  const days = useDirectoryWords()
  const cases = useCases()
  const clock = useClock()
  const now = clock()
  const { zone } = usePhoneView()
  const stepName = (to: FollowUpState) =>
    ({ done: t('common:actions.done'), dropped: t('followUps.drop'), open: t('followUps.again') })[to]
  const { notTaken, take } = useStepping(stepName)
  const state = stateOfFollowUp(plan.fields)
  const due = findCode(plan.fields, 'due')
  const what = findCode(plan.fields, 'what') ?? ''
  const isLate = state === 'open' && due !== undefined && startOfHour(due) <= now
  return (
    <Card isUrgent={false}>
      <p>
        {t(`codes:followUps.${what}` as 'codes:followUps.bring', { defaultValue: what })} ·{' '}
        {t(`codes:followUpStates.${state}`)}
      </p>
      {state === 'open' && due !== undefined && (
        <p>
          {isLate && `${t('followUps.late')} · `}
          {days.day(dayOf(due), now)} <Ltr>{due.slice(11)}:00</Ltr>
        </p>
      )}
      <RecordStanding record={plan} />
      <Disputes record={plan} />
      {notTaken}
      {isStepDisputed(plan) ? (
        <p>{record('disputes.first')}</p>
      ) : (
        <Actions>
          {nextFollowUpSteps(state).map((to) => (
            <Button
              key={to}
              {...(to === 'done' && { icon: 'check' as const })}
              onClick={() => void take(cases.stepFollowUp(plan, to, { at: clock(), zone }))}
            >
              {stepName(to)}
            </Button>
          ))}
        </Actions>
      )}
    </Card>
  )
}

const openFirst = (a: MergedRecord, b: MergedRecord): number => {
  const [openA, openB] = [a, b].map(({ fields }) => stateOfFollowUp(fields) === 'open')
  if (openA !== openB) return openA ? -1 : 1
  return (findCode(a.fields, 'due') ?? '') < (findCode(b.fields, 'due') ?? '') ? -1 : 1
}
