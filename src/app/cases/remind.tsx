// Reads from open records when this phone is to remind, as often as they change. Locked, it goes on with what it has read.
import { useEffect, useMemo } from 'react'
import { saidAt } from '#app/cases/said-at.ts'
import { useCases } from '#app/cases/use-cases.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useWords } from '#app/language/language-context.tsx'
import { type Alarm, createAlarm } from '#app/phone/alarm.ts'
import { remind } from '#app/phone/reminding.ts'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { dueSoon } from '#domain/review/due-soon.ts'
import { remindersOf, remindersOfDanger } from '#domain/review/reminders.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'

const LOOK_EVERY_MS = 30_000

export const Remind = () => {
  const t = useWords('reminders')
  const desk = useDesk()
  const cases = useCases()
  const clock = useClock()
  const now = useMinute()
  const records = desk.records()
  const { role, device } = desk.identity
  const moments = useMemo(() => {
    const due = dueSoon(records, { now, exactEventsOf: cases.exactEventsOf })
    if (role !== 'lead') return remindersOf(due, { now, device })
    return [...remindersOf(due, { now }), ...remindersOfDanger(urgentBoard(records, { now, saidAt }), now)]
  }, [records, now, cases, role, device])
  const [app, words] = [t('common:app'), t('due')]
  useEffect(() => alarmOfPage(clock).set(moments, () => void remind(app, words)), [clock, moments, app, words])
  return null
}

let running: Alarm | undefined

/** It outlives the lock, which ends everything else. */
const alarmOfPage = (clock: () => number): Alarm => {
  if (running !== undefined) return running
  const alarm = createAlarm(clock)
  setInterval(alarm.look, LOOK_EVERY_MS)
  document.addEventListener('visibilitychange', alarm.look)
  running = alarm
  return alarm
}
