// What was noted so that a deadline runs or ends. What belongs to other people, or was a slip, is taken out here; the history of
// the case keeps it.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { dayOf } from '#domain/belgrade-time.ts'
import type { LegalEvent } from '#domain/codes/case-codes.ts'
import { hourOfEvent } from '#domain/records/case.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type NotedDatesProps = { kase: MergedRecord; events: readonly LegalEvent[] }

export const NotedDates = ({ kase, events }: NotedDatesProps) => {
  const t = useWords('case')
  const format = useFormat()
  const cases = useCases()
  /** With the case as it was when the sheet was opened. */
  const [opened, setOpened] = useState<{ seen: MergedRecord; event: LegalEvent }>()
  const [isFull, save] = useSaving()
  const dayWords = ({ fields }: MergedRecord, event: LegalEvent) => {
    const hour = hourOfEvent(fields, event)
    return hour !== undefined && format.shortDate(dayOf(hour))
  }
  const takeBack = async (seen: MergedRecord, event: LegalEvent) => {
    if (await save(cases.takeEventBack(seen, event))) setOpened(undefined)
  }

  return (
    <>
      <List label={t('date.title')}>
        {events.map((event) => (
          <Row
            key={event}
            title={t(`events.${event}`)}
            detail={dayWords(kase, event)}
            onTap={() => setOpened({ seen: kase, event })}
          />
        ))}
      </List>
      {opened && (
        <Sheet
          title={t(`events.${opened.event}`)}
          isOpen
          onClose={() => setOpened(undefined)}
          closeLabel={t('ui:close')}
        >
          {isFull && <PhoneFull />}
          <p>{dayWords(opened.seen, opened.event)}</p>
          <Actions>
            <Button variant="danger" icon="remove" onClick={() => void takeBack(opened.seen, opened.event)}>
              {t('common:actions.remove')}
            </Button>
          </Actions>
        </Sheet>
      )}
    </>
  )
}
