// The lead saves figures for the coordination meeting, a donor or NRC: what, of which days, how exactly, as which kind of file.
// What would let somebody be known again is not saved; how it can be saved instead stands in its place, one tap each.
import { useMemo, useState } from 'react'
import { useDirectory } from '#app/directory/use-directory.ts'
import { DetailChoice } from '#app/screens/export/detail-choice.tsx'
import { DetailOffers } from '#app/screens/export/detail-offers.tsx'
import { REFERRAL_FILES, referralsOffered } from '#app/screens/export/referrals-offered.ts'
import { SaveOffered } from '#app/screens/export/save-offered.tsx'
import { type SavedFile, SAVED_FILES } from '#app/exports/make-file.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { PeriodChoice } from '#app/screens/review/period-choice.tsx'
import { periodOf, SPANS, useReviewChoice } from '#app/screens/review/review-period.ts'
import { Page } from '#app/shell/page.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import type { Detail } from '#domain/exports/detail.ts'
import { offerOf } from '#domain/exports/offer.ts'
import { createPeopleCount, type Subject } from '#domain/exports/people-count.ts'
import { AREAS } from '#domain/exports/zones-geojson.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { countOnce } from '#domain/same-people/count-once.ts'

const WHOLE_DAYS = SPANS.filter((span) => span !== 'shift')
/** Who was given what, who needs what; the others are of who came. */
const SUBJECTS: Readonly<Partial<Record<SavedFile, Subject>>> = {
  needs: 'needs',
  w3: 'activities',
  w4: 'activities',
  w5: 'activities'
}
const DETAIL: Detail = { time: 'week', place: 'city', country: 'none' }

export const SaveFigures = () => {
  const t = useWords('export')
  const { role } = useDesk().identity
  return (
    <Page title={t('title')} back="/review">
      {role === 'lead' ? <Choices /> : <p>{t('common:trouble.notHere')}</p>}
    </Page>
  )
}

const Choices = () => {
  const t = useWords('export')
  const tReview = useWords('review')
  const { count } = useFormat()
  const desk = useDesk()
  const directory = useDirectory()
  const records = desk.records()
  const now = shiftHourAt(useClock()())
  const [asked, choose] = useReviewChoice(dayOf(now))
  // Figures for others are of whole days.
  const choice = 'shift' in asked ? { day: dayOf(asked.shift) } : asked
  const [file, setFile] = useState<SavedFile>('arrivals')
  const [wanted, setDetail] = useState(DETAIL)
  const detail = file === 'zones' ? AREAS : wanted
  const { from, to } = periodOf(choice)
  const subject = SUBJECTS[file] ?? 'arrivals'
  const referred = REFERRAL_FILES.find((known) => known === file)
  const hasDetail = file !== 'zones' && referred === undefined
  const counted = useMemo(() => {
    const everyDay = datedRecords(records)
    const people = createPeopleCount(subject, { from, to })
    const arrivals = everyDay.filter(({ type }) => type === 'arrival')
    for (const arrival of countOnce(arrivals, everyDay)) people.add(arrival)
    return people.counted()
  }, [records, subject, from, to])
  const offer = useMemo(
    () =>
      referred === undefined
        ? offerOf(counted, { subject, period: { from, to }, detail })
        : referralsOffered(
            {
              records,
              historyOf: (id) => desk.historyOf(id),
              findRecord: (id) => desk.findRecord(id),
              agencyOf: (id) => directory.findProvider(id)?.name.en
            },
            referred,
            { from, to }
          ),
    [desk, directory, records, counted, referred, subject, from, to, detail]
  )
  return (
    <>
      <PeriodChoice choice={choice} now={now} spans={WHOLE_DAYS} onChange={choose} />
      <ChooseOne
        label={t('file.label')}
        options={SAVED_FILES.map((value) => {
          if (value === 'arrivals') return { value, label: tReview('tiles.newArrivals') }
          if (value === 'needs') return { value, label: tReview('cuts.needs') }
          if (value === 'referrals') return { value, label: tReview('cuts.referrals') }
          if (value === 'forms') return { value, label: t('file.forms', { name: tReview('cuts.referrals') }) }
          // Names of formats, the same in every language.
          return { value, label: t(`file.${value}`), lang: 'en', dir: 'ltr' }
        })}
        value={file}
        onChange={(chosen) => setFile(chosen ?? file)}
      />
      {hasDetail && <DetailChoice detail={detail} hasCountries={subject === 'arrivals'} onChange={setDetail} />}
      {offer.ok ? (
        <>
          {offer.value.notTold > 0 && (
            <p>{t('leftOut', { number: count(offer.value.notTold), all: count(offer.value.people) })}</p>
          )}
          <SaveOffered offered={offer.value} file={file} period={{ from, to }} />
        </>
      ) : (
        <DetailOffers
          refusal={hasDetail ? offer.refusal : { ...offer.refusal, remedies: [] }}
          hasCountries={subject === 'arrivals'}
          onChoose={setDetail}
        />
      )}
    </>
  )
}
