// Until when by the law, each with what is not certain about it and what to do once it has passed; and what was noted for it.
import { useState } from 'react'
import { lastDayOf, useDueWords } from '#app/cases/due-words.ts'
import { useCases } from '#app/cases/use-cases.ts'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { NOTED_HERE, NoteDate } from '#app/screens/case/note-date.tsx'
import { NotedDates } from '#app/screens/case/noted-dates.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Deadline, deadlineOf, deadlinesOf } from '#domain/deadlines.ts'
import { hourOfEvent } from '#domain/records/case.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const CaseDeadlines = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const now = useClock()()
  const [seen, setSeen] = useState<MergedRecord>()
  const deadlines = deadlinesOf(kase.fields, now, cases.exactEventsOf(kase))
  const missed = deadlines.filter(({ code, isPast }) => isPast && deadlineOf(code).whose !== 'right')
  const running = deadlines.filter((deadline) => !missed.includes(deadline))
  const noted = NOTED_HERE.filter((event) => hourOfEvent(kase.fields, event) !== undefined)

  return (
    <Section title={t('deadlines.title')}>
      {deadlines.length + noted.length === 0 && <p>{t('deadlines.none')}</p>}
      {running.length > 0 && (
        <List label={t('deadlines.title')}>
          {running.map((deadline) => (
            <Running key={deadline.code} deadline={deadline} now={now} />
          ))}
        </List>
      )}
      {missed.map((deadline) => (
        <Missed key={deadline.code} deadline={deadline} now={now} />
      ))}
      {noted.length > 0 && <NotedDates kase={kase} events={noted} />}
      <Button icon="clock" onClick={() => setSeen(kase)}>
        {t('deadlines.note')}
      </Button>
      {seen && <NoteDate seen={seen} onClose={() => setSeen(undefined)} />}
    </Section>
  )
}

type OneProps = { deadline: Deadline; now: number }

const Running = ({ deadline, now }: OneProps) => {
  const t = useWords('case')
  const days = useDirectoryWords()
  const dueWords = useDueWords()
  const { whose, confidence } = deadlineOf(deadline.code)
  return (
    <Row
      icon="clock"
      title={t(`deadlines.codes.${deadline.code}`)}
      detail={
        whose === 'right' ? t('deadlines.from', { day: days.day(lastDayOf(deadline), now) }) : dueWords(deadline, now)
      }
      state={confidence === 'verify' && t('deadlines.notSure')}
    />
  )
}

const Missed = ({ deadline, now }: OneProps) => {
  const t = useWords('case')
  const dueWords = useDueWords()
  const { missed, confidence } = deadlineOf(deadline.code)
  return (
    <Notice tone="needs-you" title={t(`deadlines.codes.${deadline.code}`)}>
      <p>{dueWords(deadline, now)}</p>
      {missed && <p>{t(`deadlines.missed.${missed}`)}</p>}
      {confidence === 'verify' && <p>{t('deadlines.notSure')}</p>}
    </Notice>
  )
}
