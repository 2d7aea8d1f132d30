// Whose case it is, where it stands, and the steps that are possible now.
import { useState } from 'react'
import { Owner, ownerOf } from '#app/cases/owner.tsx'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useNotTakenWords } from '#app/cases/use-stepping.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CASE_OUTCOMES, type CaseOutcome } from '#domain/codes/case-codes.ts'
import { type CaseState as State, nextCaseSteps, NOBODY, stateOfCase } from '#domain/records/case.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { StepRefusal } from '#device/cases.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const CaseState = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const record = useWords('record')
  const cases = useCases()
  const notTaken = useNotTakenWords()
  const now = useClock()
  const { zone } = usePhoneView()
  const [asksOutcome, setAsksOutcome] = useState(false)
  const [refusal, setRefusal] = useState<StepRefusal>()
  const state = stateOfCase(kase.fields)
  const outcome = findCode(kase.fields, 'outcome')

  const stepName = (to: State) => (to === 'open' && state === 'waiting' ? t('steps.goOn') : t(`steps.${to}`))
  const take = async (to: State, why?: CaseOutcome) => {
    const taken = await cases.step(kase, { to, ...(why && { outcome: why }) }, { at: now(), zone })
    setAsksOutcome(!taken.ok && isOutcomeMissing(taken.refusal))
    setRefusal(taken.ok || isOutcomeMissing(taken.refusal) ? undefined : taken.refusal)
  }
  const said = (why: StepRefusal): string =>
    typeof why === 'object' && why.why !== 'not_a_step' ? t('refused.alertOpen') : notTaken(why, stepName)

  return (
    <Section title={record('state')}>
      <Notice tone={state === 'closed' ? 'has-it' : 'info'} title={t(`codes:caseStates.${state}`)}>
        {state === 'closed' && outcome !== undefined && (
          <p>{t(`codes:caseOutcomes.${outcome}` as 'codes:caseOutcomes.helped', { defaultValue: outcome })}</p>
        )}
        <Owner record={kase} />
      </Notice>
      {refusal !== undefined && <Notice tone="needs-you" role="alert" title={said(refusal)} />}
      <Actions>
        <Ownership kase={kase} />
        {nextCaseSteps(state).map((to) => (
          <Button key={to} onClick={() => void take(to)}>
            {stepName(to)}
          </Button>
        ))}
      </Actions>
      <Sheet
        title={t('closeTitle')}
        isOpen={asksOutcome}
        onClose={() => setAsksOutcome(false)}
        closeLabel={t('ui:close')}
      >
        <List label={t('closeTitle')}>
          {CASE_OUTCOMES.map((code) => (
            <Row key={code} title={t(`codes:caseOutcomes.${code}`)} onTap={() => void take('closed', code)} />
          ))}
        </List>
      </Sheet>
    </Section>
  )
}

const isOutcomeMissing = (refusal: StepRefusal): boolean =>
  typeof refusal === 'object' && refusal.why === 'outcome_missing'

const Ownership = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const { device } = useDesk().identity
  const [isFull, save] = useSaving()
  if (kase.disputed.includes('owner')) return null
  const isMine = ownerOf(kase) === device
  return (
    <>
      {isFull && <PhoneFull />}
      <Button
        variant={isMine ? 'secondary' : 'primary'}
        onClick={() => void save(cases.note(kase, { owner: isMine ? NOBODY : device }))}
      >
        {isMine ? t('owner.giveBack') : t('owner.take')}
      </Button>
    </>
  )
}
