// What happened, on which day and, for the paper of the police, at what time: from then on the law counts.
import { useState } from 'react'
import { DayOnPaper, TimeOnPaper } from '#app/cases/read-off-paper.tsx'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import { LEGAL_EVENTS, type LegalEvent } from '#domain/codes/case-codes.ts'
import { readPast } from '#domain/wall-time.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const OFTEN: readonly LegalEvent[] = ['certificate', 'reported', 'lodged']
/** That the authority was informed is said by whoever informs it, when they do. */
export const NOTED_HERE = LEGAL_EVENTS.filter((event) => event !== 'csw_informed')
const RARELY = NOTED_HERE.filter((event) => !OFTEN.includes(event))

/** From it hours are counted, so the time of day matters. */
const hasTime = (event: LegalEvent | undefined): boolean => event === 'certificate'

/** Where days are counted, the day is all that is asked. */
const MIDNIGHT = '00:00'

type NoteDateProps = {
  /** The case as it was when the sheet was opened. */
  seen: MergedRecord
  onClose: () => void
}

export const NoteDate = ({ seen, onClose }: NoteDateProps) => {
  const t = useWords('case')
  const cases = useCases()
  const now = useClock()
  const { zone } = usePhoneView()
  const today = dayAt(now())
  const [event, setEvent] = useState<LegalEvent | undefined>('certificate')
  const [day, setDay] = useState<Day>(today)
  const [time, setTime] = useState('')
  const [wrong, setWrong] = useState<'missing' | 'badTime' | 'future'>()
  const [isFull, save] = useSaving()

  const option = (value: LegalEvent) => ({ value, label: t(`events.${value}`) })

  const keep = async () => {
    if (event === undefined) return setWrong('missing')
    const at = readPast(day, hasTime(event) ? time : MIDNIGHT, now())
    if (!at.ok) return setWrong(at.refusal)
    setWrong(undefined)
    const noted = { event, happenedAt: at.value }
    if (await save(cases.noteEvent(seen, noted, { at: now(), zone }))) onClose()
  }

  return (
    <SaveSheet title={t('date.title')} isFull={isFull} onClose={onClose} onSave={() => void keep()}>
      {wrong === 'missing' && <Notice tone="needs-you" role="alert" title={t('date.missing')} />}
      <ChooseOne label={t('date.title')} options={OFTEN.map(option)} value={event} onChange={setEvent} />
      <Disclosure label={t('ui:more')}>
        <ChooseOne
          label={t('date.title')}
          isLabelHidden
          options={RARELY.map(option)}
          value={event}
          onChange={setEvent}
        />
      </Disclosure>
      {hasTime(event) && <TimeOnPaper time={time} wrong={wrong === 'missing' ? undefined : wrong} onChange={setTime} />}
      {!hasTime(event) && wrong === 'future' && <Notice tone="needs-you" role="alert" title={t('date.future')} />}
      <DayOnPaper day={day} today={today} onChange={setDay} />
    </SaveSheet>
  )
}
