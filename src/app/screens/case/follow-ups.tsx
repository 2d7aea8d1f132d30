// What somebody comes back for and by when, and whether it was done.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { PlanFollowUp } from '#app/screens/case/plan-follow-up.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions, Card, Section } from '#app/ui/card.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { dayOf } from '#domain/belgrade-time.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { FOLLOW_UP_STATES, type FollowUpState, nextFollowUpSteps } from '#domain/records/follow-up.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const FollowUps = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const now = useClock()
  const { zone } = usePhoneView()
  const [isOpen, setOpen] = useState(false)
  const [isFull, save] = useSaving()
  const plans = [...cases.followUpsOf(kase)].sort(openFirst)

  return (
    <Section title={t('followUps.title')}>
      {isFull && <PhoneFull />}
      {plans.length === 0 && <p>{t('followUps.none')}</p>}
      {plans.map((plan) => (
        <Plan key={plan.id} plan={plan} onStep={(to) => void save(cases.stepFollowUp(plan, to, { at: now(), zone }))} />
      ))}
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t('followUps.add')}
      </Button>
      {isOpen && <PlanFollowUp kase={kase} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const Plan = ({ plan, onStep }: { plan: MergedRecord; onStep: (to: FollowUpState) => void }) => {
  const t = useWords('case')
  const days = useDirectoryWords()
  const now = useClock()()
  const state = stateOf(plan)
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
      <Actions>
        {nextFollowUpSteps(state).map((to) => (
          <Button key={to} {...(to === 'done' && { icon: 'check' as const })} onClick={() => onStep(to)}>
            {to === 'done' ? t('common:actions.done') : to === 'dropped' ? t('followUps.drop') : t('followUps.again')}
          </Button>
        ))}
      </Actions>
    </Card>
  )
}

const stateOf = ({ fields }: MergedRecord): FollowUpState =>
  FOLLOW_UP_STATES.find((state) => state === fields['state']) ?? 'open'

const openFirst = (a: MergedRecord, b: MergedRecord): number => {
  const [openA, openB] = [stateOf(a) === 'open', stateOf(b) === 'open']
  if (openA !== openB) return openA ? -1 : 1
  return (findCode(a.fields, 'due') ?? '') < (findCode(b.fields, 'due') ?? '') ? -1 : 1
}
