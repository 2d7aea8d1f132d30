// What the next team has to know, on one sheet that can be printed: who is on, who is in danger, what runs out, whom somebody
// expects, who waits for the police, what is left, how to get to a centre, and who slept outside. It names nobody.
import { useMemo } from 'react'
import { saidAt } from '#app/cases/said-at.ts'
import { DueNext } from '#app/cases/due-next.tsx'
import { useMinute } from '#app/cases/use-minute.ts'
import { StockRows } from '#app/handouts/stock-rows.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { OnNow } from '#app/screens/shift/on-now.tsx'
import { ReferralsToWatch } from '#app/screens/shift/referrals-to-watch.tsx'
import { WaitForPolice } from '#app/screens/shift/wait-for-police.tsx'
import { ToCentres } from '#app/screens/shift/to-centres.tsx'
import { Whole } from '#app/screens/shift/whole.tsx'
import { Page } from '#app/shell/page.tsx'
import { SleptOutRows } from '#app/shift/slept-out-rows.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Column, Columns } from '#app/ui/columns.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { waitingForRegistration } from '#domain/review/hand-over.ts'
import { sleptOut } from '#domain/review/slept-out.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'

/** All there is: paper has no "Show more". */
const DUE_SHOWN = 200

export const HandOver = () => {
  const t = useWords('shift')
  const board = useWords('board')
  const card = useWords('card')
  const handouts = useWords('handouts')
  const dayAndTime = useDayAndTime()
  const desk = useDesk()
  const handOuts = useHandOuts()
  const now = useMinute()
  const today = dayAt(now)
  const records = desk.records()
  const urgent = useMemo(
    () => urgentBoard(records, { now, saidAt }).flatMap(({ record, column }) => (column === 'closed' ? [] : [record])),
    [records, now]
  )
  const waiting = useMemo(() => waitingForRegistration(records, today), [records, today])
  return (
    <Page
      title={t('handOver')}
      detail={dayAndTime.at(now)}
      back="/shift"
      width="wide"
      footer={
        <Button variant="primary" icon="papers" isWide onClick={() => print()}>
          {card('print')}
        </Button>
      }
    >
      <Notice isDense tone="info" title={t('keep')} />
      <Columns>
        <Column>
          <Section title={board('title')}>
            <Whole records={urgent} />
          </Section>
          <DueNext limit={DUE_SHOWN} isOfCasesOnly />
          <ReferralsToWatch />
          <Section title={t('registration')}>
            {waiting.length > 0 && <p>{t('registrationOrder')}</p>}
            <WaitForPolice waiting={waiting} />
          </Section>
        </Column>
        <Column>
          <OnNow now={now} />
          <Section title={handouts('stock')}>
            <StockRows stock={handOuts.stock(now)} />
          </Section>
          <ToCentres now={now} />
          <Section title={t('sleptOut')}>
            <SleptOutRows {...sleptOut(records, today)} />
          </Section>
        </Column>
      </Columns>
    </Page>
  )
}
