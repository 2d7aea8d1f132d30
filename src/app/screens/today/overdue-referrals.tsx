// Referrals that nobody has answered in time come back: to whoever made them, and to the lead all of them.
import { useMemo } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { Section } from '#app/ui/card.tsx'
import { dayOf, type ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { referralsMade } from '#domain/review/referrals-made.ts'
import type { FieldRecord } from '#domain/records/record.ts'

const SHOWN = 2

export const OverdueReferrals = () => {
  const review = useWords('review')
  const desk = useDesk()
  const now = useClock()()
  const hour = shiftHourAt(now)
  const { device, role } = desk.identity
  const records = desk.records()
  const late = useMemo(
    () => overdueFor(records, { author: role === 'worker' ? device : undefined, hour }),
    [records, role, device, hour]
  )
  if (late.length === 0) return null
  return (
    <Section title={review('toCheck.overdue', { count: late.length })}>
      <RecordList records={late.flatMap((id) => desk.findRecord(id) ?? [])} step={SHOWN} isOverdue={() => true} />
    </Section>
  )
}

/** Ids, whoever has waited longest first. `author`: of one phone alone. */
export const overdueFor = (
  records: readonly FieldRecord[],
  { author, hour }: { author: string | undefined; hour: ShiftHour }
): readonly string[] => {
  const mine = records.filter((record) => record.type === 'referral' && (!author || record.author === author))
  const day = dayOf(hour)
  const { overdue, overdueFromBefore } = referralsMade(datedRecords(mine), { from: day, to: day }, hour)
  return [...overdue, ...overdueFromBefore].sort((a, b) => b.hoursOver - a.hoursOver).map(({ id }) => id)
}
