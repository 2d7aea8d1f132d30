// Where every shift begins: who waits for help, New arrival, the tally of people seen again, and what is done so far.
import { useMemo } from 'react'
import { DueNext } from '#app/cases/due-next.tsx'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { saidAt } from '#app/cases/said-at.ts'
import { HandOutRow } from '#app/handouts/hand-out-row.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { TapsUndo } from '#app/records/taps-undo.tsx'
import { UpdateNotice } from '#app/screens/phone/update-notice.tsx'
import { ToldAgain } from '#app/screens/today/told-again.tsx'
import { todaysWork } from '#app/screens/today/todays-work.ts'
import { OverdueReferrals } from '#app/screens/today/overdue-referrals.tsx'
import { PartnerAnswers } from '#app/screens/today/partner-answers.tsx'
import { TwoAnswers } from '#app/screens/today/two-answers.tsx'
import { TwoCases } from '#app/screens/today/two-cases.tsx'
import { SeenAgain } from '#app/screens/today/seen-again.tsx'
import { useTally } from '#app/screens/today/use-tally.ts'
import { ZoneChoice } from '#app/screens/today/zone-choice.tsx'
import { Page } from '#app/shell/page.tsx'
import { ShiftRow } from '#app/shift/shift-row.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Column, Columns } from '#app/ui/columns.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatTile, Tiles } from '#app/ui/tile.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import { type FieldRecord, isListed } from '#domain/records/record.ts'

const URGENT_SHOWN = 2
const LAST_SHOWN = 10
const DUE_SHOWN = 3

export const Today = () => {
  const t = useWords('today')
  const board = useWords('board')
  const act = useWords('act')
  const format = useFormat()
  const desk = useDesk()
  const { lastTrouble } = usePhoneView()
  const now = useClock()
  const tally = useTally()
  const [records, hour] = [desk.records(), shiftHourAt(now())]
  const work = useMemo(() => todaysWork(records, hour, saidAt), [records, hour])
  const waiting = work.waitingForHelp.flatMap((id) => desk.findRecord(id) ?? [])
  const mine = useMemo(() => lastOf(records, desk.identity.device), [records, desk])
  const { lastTap, takenBack } = tally
  return (
    <Page
      title={t('title')}
      detail={format.dayAndMonth(dayOf(hour))}
      width="wide"
      footer={
        lastTap && <TapsUndo key={lastTap.id} taps={tally} tap={lastTap} name={t(`codes:tally.${lastTap.kind}`)} />
      }
    >
      <Columns>
        <Column>
          {lastTrouble === 'unknown_device' && (
            <Notice
              tone="needs-you"
              title={t('common:trouble.unknownPhone')}
              actions={<ButtonLink href="/phone">{t('common:places.onThisPhone')}</ButtonLink>}
            />
          )}
          {lastTrouble === 'phone_full' && <PhoneFull />}
          <ToldAgain />
          <ZoneChoice />
          {waiting.length > 0 && (
            <Section
              title={t('waiting.title', { count: waiting.length })}
              aside={
                waiting.length > URGENT_SHOWN && (
                  <ButtonLink variant="quiet" href="/board">
                    {t('waiting.all')}
                  </ButtonLink>
                )
              }
            >
              <RecordList records={waiting.slice(0, URGENT_SHOWN)} />
            </Section>
          )}
          <TwoAnswers />
          <TwoCases />
          <PartnerAnswers />
          <OverdueReferrals />
          <DueNext limit={DUE_SHOWN} />
          <ButtonLink variant="primary" icon="plus" href="/new" isWide>
            {t('newArrival')}
          </ButtonLink>
          <ButtonLink icon="urgent" href="/board" isWide>
            {board('title')}
          </ButtonLink>
          <ButtonLink variant="quiet" icon="urgent" href="/act" isWide>
            {act('more')}
          </ButtonLink>
          <HandOutRow />
          <ShiftRow />
          {desk.identity.role !== 'worker' && (
            <ButtonLink icon="review" href="/review" isWide>
              {t('common:places.review')}
            </ButtonLink>
          )}
          <Section title={t('again.title')}>
            {tally.isPhoneFull && <Notice tone="needs-you" role="alert" title={t('again.phoneFull')} />}
            <SeenAgain tally={tally} />
            <LiveRegion>{takenBack && t('again.takenBack', { class: t(`codes:tally.${takenBack}`) })}</LiveRegion>
          </Section>
        </Column>
        <Column>
          <UpdateNotice />
          <Section title={t('soFar.title')}>
            <Tiles isDense>
              <StatTile label={t('soFar.groups')} value={format.count(work.groups)} />
              <StatTile label={t('soFar.people')} value={format.count(work.people)} />
              <StatTile label={t('soFar.seenAgain')} value={format.count(work.seenAgain)} />
            </Tiles>
            <p>{t('soFar.note')}</p>
          </Section>
          <Section title={t('mine.title')}>
            {mine.length > 0 ? <RecordList records={mine} /> : <p>{t('mine.empty')}</p>}
          </Section>
        </Column>
      </Columns>
    </Page>
  )
}

/** Tallies are counted and never listed. */
const lastOf = <Kind extends FieldRecord>(records: readonly Kind[], author: string): Kind[] =>
  records.filter((record) => isListed(record) && record.author === author).slice(0, LAST_SHOWN)
