// One thing to do at once: its steps in order, whom to call, how to say it to the person, and what ends it.
import { useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { alertLabelKey } from '#app/records/case-field-words.ts'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useClock } from '#app/phone/use-phone.ts'
import { Callees } from '#app/screens/act/callees.tsx'
import { NoteDate } from '#app/screens/case/note-date.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions, Card } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StepList } from '#app/ui/step-list.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import {
  type AlertClosing,
  type AlertCode,
  alertDueAt,
  type AlertRow,
  type AlertStep,
  toldAgain
} from '#domain/immediate-actions.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type AlertStepsProps = {
  alert: AlertCode
  /** What to do for these people. */
  row: AlertRow
  /** Milliseconds since 1970 UTC. */
  raisedAt: number
  /** Once somebody has taken it. */
  kase?: MergedRecord
  onEnd?: (closing: AlertClosing) => void
}

export const AlertSteps = ({ alert, row, raisedAt, kase, onEnd }: AlertStepsProps) => {
  const t = useWords('act')
  const words = useWords('case')
  const phrases = useWords('phrases')
  const [seen, setSeen] = useState<MergedRecord>()
  const { steps, call, say } = row
  return (
    <Card isUrgent>
      <h2>{t(alertLabelKey(alert) as 'alerts.child_alone')}</h2>
      <Urgency alert={alert} raisedAt={raisedAt} />
      <StepList
        steps={steps.map((step) => ({
          id: step,
          label: t(`steps.${step as AlertStep}`),
          state: 'to-come',
          stateLabel: t('ui:steps.toCome')
        }))}
      />
      <Callees calls={call} />
      {say.length > 0 && (
        <>
          <h3>{t('say')}</h3>
          <List label={t('say')}>
            {say.map((id) => (
              <Row key={id} icon="speech" title={phrases(`cards.${id}`)} href={`/talk/cards/${id}`} />
            ))}
          </List>
        </>
      )}
      {kase && alert === 'certificate' && (
        <Button icon="clock" onClick={() => setSeen(kase)}>
          {words('deadlines.note')}
        </Button>
      )}
      {seen && <NoteDate seen={seen} onClose={() => setSeen(undefined)} />}
      {onEnd && (
        <>
          <h3>{t('ends')}</h3>
          <Actions>
            {row.closedBy.map((closing) => (
              <Button key={closing} icon="check" onClick={() => onEnd(closing)}>
                {t(`closed.${closing}`)}
              </Button>
            ))}
          </Actions>
        </>
      )}
    </Card>
  )
}

const Urgency = ({ alert, raisedAt }: { alert: AlertCode; raisedAt: number }) => {
  const t = useWords('act')
  const format = useFormat()
  const days = useDirectoryWords()
  const now = useClock()()
  const due = alertDueAt(alert, raisedAt)
  const waited = toldAgain(alert, raisedAt, now)
  if (waited > 0) return <Notice isDense tone="urgent" role="alert" title={t('waited', { count: waited })} />
  if (due <= now) return <p>{t('now')}</p>
  return <p>{t('by', { day: days.day(dayAt(due), now), time: format.time(due) })}</p>
}
