// What organisations have answered comes back: to whoever made the referral, and to the lead all of it, until it is taken up.
import { useMemo } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { Section } from '#app/ui/card.tsx'
import { shiftHourAt } from '#domain/belgrade-time.ts'
import { waitingForWorker, type WaitingReferral } from '#domain/review/waiting-for-worker.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const SHOWN = 2

export const PartnerAnswers = () => {
  const t = useWords('partner')
  const record = useWords('record')
  const desk = useDesk()
  const words = useFieldWords()
  const hour = shiftHourAt(useClock()())
  const { device, role } = desk.identity
  const records = desk.records()
  const waiting = useMemo(
    () => waitingForWorker(records, hour).filter(({ referral }) => role !== 'worker' || referral.author === device),
    [records, hour, role, device]
  )
  if (waiting.length === 0) return null
  const noteOf = ({ referral, why, question }: WaitingReferral<MergedRecord>): string => {
    if (question !== undefined) {
      const ask = String(question.fields['ask'])
      return `${t('theyAsk')}: ${t(`questions.${ask}` as 'questions.call_us', { defaultValue: ask })}`
    }
    const said = why === 'declined' ? 'reason' : 'appointment'
    const value = referral.fields[said]
    return value === undefined ? t('codes:referralStates.declined') : words.value(referral, said, value)
  }
  const notes = new Map(waiting.map((one) => [one.referral.id, noteOf(one)]))
  return (
    <Section title={`${record('referrals')}: ${t('common:standing.waitForYou', { count: waiting.length })}`}>
      <RecordList
        records={waiting.map(({ referral }) => referral)}
        step={SHOWN}
        noteOf={({ id }) => notes.get(id) ?? t('theyAsk')}
      />
    </Section>
  )
}
