// The lead saves figures for the coordination meeting, a donor or NRC: what, of which month, how exactly, as which kind of file.
// What would let somebody be known again is not saved; how it can be saved instead stands in its place, one tap each. A month is
// saved when it is over, every phone had its time and this one has heard of all of it, and a part of one beside it never: the
// difference would show single people.
import { useMemo, useState } from 'react'
import { useDirectory } from '#app/directory/use-directory.ts'
import { DetailOffers } from '#app/screens/export/detail-offers.tsx'
import { asFigures, countFor, figuresOffered, partingsFor } from '#app/screens/export/figures-offered.ts'
import { LastWord } from '#app/screens/export/last-word.tsx'
import { LateNotice } from '#app/screens/export/late-notice.tsx'
import { REFERRAL_FILES, referralsOffered } from '#app/screens/export/referrals-offered.ts'
import { SettledMonths } from '#app/screens/export/settled-months.tsx'
import { SaveOffered } from '#app/screens/export/save-offered.tsx'
import { type SavedFile, SAVED_FILES } from '#app/exports/make-file.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { MayBeMissing } from '#app/screens/review/heard-from.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { periodOf, useReviewChoice } from '#app/screens/review/review-period.ts'
import { Page } from '#app/shell/page.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { dayOf, type Month, monthOfDay, shiftHourAt } from '#domain/belgrade-time.ts'
import type { Parting } from '#domain/exports/offer-parted.ts'
import { newestHeard, newestSettled, settlesOn } from '#domain/exports/settled.ts'
import { monthPeriod } from '#domain/review/period.ts'

export const SaveFigures = () => {
  const t = useWords('export')
  const { role } = useDesk().identity
  return (
    <Page title={t('title')} back="/review">
      {role === 'lead' ? <OfMonth /> : <p>{t('common:trouble.notHere')}</p>}
    </Page>
  )
}

const OfMonth = () => {
  const t = useWords('export')
  const review = useWords('review')
  const { shortDate } = useFormat()
  const nameOf = usePeriodName()
  const desk = useDesk()
  const now = useClock()()
  const [choice, choose] = useReviewChoice(dayOf(shiftHourAt(now)))
  const asked = monthOfDay(periodOf(choice).from)
  const { caughtUpAt } = desk.letterbox()
  const newest = newestHeard(now, caughtUpAt)
  if (newest === undefined) return <p role="status">{review('heard.nobody')}</p>
  const month = asked <= newest ? asked : newest
  return (
    <>
      {newest < newestSettled(now) && <LastWord caughtUpAt={caughtUpAt} now={now} />}
      <MayBeMissing team={desk.team()} now={now} />
      <SettledMonths month={month} newest={newest} onChange={(chosen) => choose({ month: chosen })} />
      {asked > newestSettled(now) && (
        <p role="status">
          {nameOf(monthPeriod(asked))}: {t('notYet', { day: shortDate(settlesOn(asked)) })}
        </p>
      )}
      <Choices month={month} />
    </>
  )
}

const Choices = ({ month }: { month: Month }) => {
  const t = useWords('export')
  const tReview = useWords('review')
  const tHandouts = useWords('handouts')
  const { count } = useFormat()
  const desk = useDesk()
  const directory = useDirectory()
  const records = desk.records()
  const [file, setFile] = useState<SavedFile>('arrivals')
  const [wanted, setParting] = useState<Parting>('week')
  const partings = partingsFor(file)
  const parting = partings.includes(wanted) ? wanted : 'period'
  const { from, to } = monthPeriod(month)
  const counted = useMemo(() => countFor(records, file, { from, to }), [records, file, from, to])
  const offer = useMemo(() => {
    const referred = REFERRAL_FILES.find((known) => known === file)
    if (referred === undefined) return figuresOffered(counted, { file, period: { from, to }, parting })
    const held = {
      records,
      historyOf: (id: string) => desk.historyOf(id),
      findRecord: (id: string) => desk.findRecord(id),
      agencyOf: (id: string) => directory.findProvider(id)?.name.en
    }
    return asFigures(referralsOffered(held, referred, { from, to }))
  }, [desk, directory, records, counted, file, from, to, parting])
  return (
    <>
      <LateNotice month={month} leaving={file} />
      <ChooseOne
        label={t('file.label')}
        options={SAVED_FILES.map((value) => {
          if (value === 'arrivals') return { value, label: tReview('tiles.newArrivals') }
          if (value === 'needs') return { value, label: tReview('cuts.needs') }
          if (value === 'referrals') return { value, label: tReview('cuts.referrals') }
          if (value === 'items') return { value, label: tHandouts('handedOut') }
          if (value === 'forms') return { value, label: t('file.forms', { name: tReview('cuts.referrals') }) }
          // Names of formats, the same in every language.
          return { value, label: t(`file.${value}`), lang: 'en', dir: 'ltr' }
        })}
        value={file}
        onChange={(chosen) => setFile(chosen ?? file)}
      />
      {partings.length > 0 && (
        <ChooseOne
          label={t('detail.label')}
          options={partings.map((value) => ({ value, label: t(`detail.${value}`) }))}
          value={parting}
          onChange={(chosen = parting) => setParting(chosen)}
        />
      )}
      {offer.ok ? (
        <>
          {offer.value.leftOut.map(({ isOfItems, number, all }) => (
            <p key={String(isOfItems)}>
              {isOfItems && `${tHandouts('handedOut')}: `}
              {t('leftOut', { number: count(number), all: count(all) })}
            </p>
          ))}
          <SaveOffered offered={offer.value} file={file} period={{ from, to }} />
        </>
      ) : (
        <DetailOffers remedies={partings.length > 0 ? offer.refusal.remedies : []} onChoose={setParting} />
      )}
    </>
  )
}
