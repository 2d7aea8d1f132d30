// Who is in danger and who has them, in four columns. One tap says "I take it", also without signal; two people who took
// the same one are both told.
import { useMemo } from 'react'
import { saidAt } from '#app/cases/said-at.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { BoardCard } from '#app/screens/board/board-card.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Column, Columns } from '#app/ui/columns.tsx'
import { COLUMNS, urgentBoard } from '#domain/review/urgent-board.ts'

export const UrgentBoard = () => {
  const t = useWords('board')
  const act = useWords('act')
  const format = useFormat()
  const desk = useDesk()
  const now = useMinute()
  const records = desk.records()
  const cards = useMemo(() => urgentBoard(records, { now, saidAt }), [records, now])
  const inColumn = (name: (typeof COLUMNS)[number]) => cards.filter(({ column }) => column === name)
  const isEmpty = cards.every(({ column }) => column === 'closed')
  return (
    <Page title={t('title')} detail={t('common:when.asOf', { when: format.time(now) })} back="/" width="wide">
      <ButtonLink icon="urgent" href="/act">
        {act('more')}
      </ButtonLink>
      {isEmpty && <p>{t('empty')}</p>}
      <Columns>
        {COLUMNS.map((name) => (
          <Column key={name}>
            <Section title={`${t(`columns.${name}`)} · ${format.count(inColumn(name).length)}`}>
              {inColumn(name).length === 0 && <p>{t('nobodyIn')}</p>}
              {inColumn(name).map((card) => (
                <BoardCard key={card.record.id} card={card} now={now} />
              ))}
            </Section>
          </Column>
        ))}
      </Columns>
    </Page>
  )
}
