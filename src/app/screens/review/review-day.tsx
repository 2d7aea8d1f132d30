// The lead's screen: one day, shift, week or month as the teams' reports tell it, what is urgent, and how fresh it is.
import { useMemo } from 'react'
import { DueNext } from '#app/cases/due-next.tsx'
import { NearlyGone } from '#app/handouts/nearly-gone.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, useLibrary } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { SaveFiguresLink } from '#app/screens/export/save-figures-link.tsx'
import { HandOutFigures } from '#app/screens/review/hand-out-figures.tsx'
import { Freshness, HeardFrom } from '#app/screens/review/heard-from.tsx'
import { notesIn } from '#app/records/notes-in.ts'
import { PeriodChoice } from '#app/screens/review/period-choice.tsx'
import { useReportSentence } from '#app/screens/review/report-sentence.ts'
import { ReviewCuts } from '#app/screens/review/review-cuts.tsx'
import styles from '#app/screens/review/review-day.module.css'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { addressOf, startOf, usePeriod, useReviewChoice } from '#app/screens/review/review-period.ts'
import { ReviewTiles } from '#app/screens/review/review-tiles.tsx'
import { ToCheck } from '#app/screens/review/to-check.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import { isListed } from '#domain/records/record.ts'
import { isIn, type Period, periodBefore } from '#domain/review/period.ts'
import type { UrgentGroup } from '#domain/review/needs-a-look.ts'
import { reviewOf } from '#domain/review/review.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const URGENT_STEP = 6
const DUE_SHOWN = 20

export const ReviewDay = () => {
  const t = useWords('review')
  const report = useWords('report')
  const changed = useWords('changed')
  const map = useWords('map')
  const format = useFormat()
  const desk = useDesk()
  const now = useClock()()
  const library = useLibrary()
  const sentenceOf = useReportSentence()
  const [records, hour] = [desk.records(), shiftHourAt(now)]
  const [choice, choose] = useReviewChoice(dayOf(hour))
  const period = usePeriod(choice)
  const nameOf = usePeriodName()
  const forms = useMemo(() => [...library.forms].sort((a, b) => a.version - b.version), [library.forms])
  const review = useMemo(
    () => reviewOf(records, period, { now: hour, forms, notesOf: (id) => notesIn(desk.historyOf(id)) }),
    [records, period, hour, forms, desk]
  )
  const before = useMemo(() => reviewOf(records, periodBefore(period), { now: hour }), [records, period, hour])
  const listed = useMemo(() => listedIn(records, period), [records, period])
  const recordsOf = (ids: readonly string[]) => ids.flatMap((id) => desk.findRecord(id) ?? [])
  const key = startOf(period)
  return (
    <Page title={t('title')} detail={nameOf(period)} width="wide">
      <PeriodChoice choice={choice} now={hour} onChange={choose} />
      <div className={styles.onScreen}>
        <Actions>
          <ButtonLink icon="papers" href={`/report?${addressOf(choice)}`}>
            {report('title')}
          </ButtonLink>
          <ButtonLink icon="again" href={`/changed?${addressOf(choice)}`}>
            {changed('title')}
          </ButtonLink>
          <ButtonLink icon="place" href={`/map?${addressOf(choice)}`}>
            {map('title')}
          </ButtonLink>
          <SaveFiguresLink choice={choice} />
        </Actions>
      </div>
      {desk.identity.role === 'worker' && <Notice tone="info">{t('workerNote')}</Notice>}
      <p className={styles.sentence}>{sentenceOf(review.newlyArrived)}</p>
      <Freshness team={desk.team()} now={now} />
      <ReviewTiles review={review} before={before} />
      <div className={styles.onScreen}>
        <Columns>
          <Section title={t('urgent.title')}>
            {review.urgent.length === 0 ? (
              <p>{t('urgent.nobody')}</p>
            ) : (
              <RecordList key={key} records={recordsOf(urgentFirst(review.urgent))} step={URGENT_STEP} />
            )}
          </Section>
          <HeardFrom team={desk.team()} device={desk.identity.device} now={now} />
          <DueNext limit={DUE_SHOWN} />
        </Columns>
        <NearlyGone />
      </div>
      <ReviewCuts review={review} />
      <div className={styles.cuts}>
        <HandOutFigures period={period} />
      </div>
      <div className={styles.onScreen}>
        <Columns>
          <ToCheck review={review} recordsOf={recordsOf} />
          <Section title={t('all.title')}>
            <p>{listed.length === 0 ? t('all.nobody') : t('all.counted', { number: format.count(listed.length) })}</p>
            <RecordList key={key} records={listed} />
          </Section>
        </Columns>
      </div>
    </Page>
  )
}

/** Those nobody follows up stand first; both parts oldest first. */
const urgentFirst = (urgent: readonly UrgentGroup[]): string[] => [
  ...urgent.filter(({ isFollowedUp }) => !isFollowedUp).map(({ id }) => id),
  ...urgent.filter(({ isFollowedUp }) => isFollowedUp).map(({ id }) => id)
]

/** Newest first. People seen again are counted and never listed. */
const listedIn = (records: readonly MergedRecord[], period: Period): MergedRecord[] =>
  records.filter((record) => {
    const { met } = record.fields
    return isListed(record) && typeof met === 'string' && isIn(period, met)
  })
