// One card of the board: who and where, since when, who has them, and the one button.
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { alertLabelKey } from '#app/records/case-field-words.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { BoardCard as CardOf } from '#domain/review/urgent-board.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const BoardCard = ({ card, now }: { card: CardOf<MergedRecord>; now: number }) => {
  const t = useWords('board')
  const act = useWords('act')
  const words = useWords('case')
  const format = useFormat()
  const { device } = useDesk().identity
  const phoneName = usePhoneName()
  const { record, arrival, column, alerts, owner, waited } = card
  const recordWords = useRecordWords()
  const { title, detail } = recordWords(arrival ?? record)
  return (
    <Card isUrgent={waited > 0}>
      <h3>
        <Link href={`/records/${record.id}`}>{title}</Link>
      </h3>
      <p>{detail}</p>
      {alerts.length > 0 && (
        <p>{format.list(alerts.map((alert) => act(alertLabelKey(alert) as 'alerts.child_alone')))}</p>
      )}
      <p>{t('seen', { when: format.relative(Math.min(card.firstSeenAt, now), now) })}</p>
      {owner !== undefined && (
        <p>{owner === device ? words('owner.mine') : words('owner.other', { phone: phoneName(owner) })}</p>
      )}
      {card.isTakenTwice && <Notice isDense tone="needs-you" title={t('common:standing.twoAnswers')} />}
      {waited > 0 && <Notice isDense tone="urgent" title={act('waited', { count: waited })} />}
      {column !== 'closed' && <Buttons card={card} />}
    </Card>
  )
}

const Buttons = ({ card: { record, owner } }: { card: CardOf<MergedRecord> }) => {
  const act = useWords('act')
  const words = useWords('case')
  const cases = useCases()
  const { device } = useDesk().identity
  const now = useClock()
  const { zone } = usePhoneView()
  const [isFull, save] = useSaving()
  const take = () =>
    save(record.type === 'case' ? cases.note(record, { owner: device }) : cases.grow(record, { at: now(), zone }))
  return (
    <>
      {isFull && <PhoneFull />}
      <Actions>
        {owner === undefined && (
          <Button variant="primary" onClick={() => void take()}>
            {words('owner.take')}
          </Button>
        )}
        <ButtonLink icon="urgent" href={`/act/${record.id}`}>
          {act('title')}
        </ButtonLink>
      </Actions>
    </>
  )
}
