// A finished report of any day, shift, week or month, and of one area where one is chosen: read, printed, or passed on as a message,
// in the language of whoever gets it.
import { useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { InLanguage } from '#app/language/in-language.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, useLibrary } from '#app/phone/use-phone.ts'
import { LastWord } from '#app/screens/export/last-word.tsx'
import { LateNotice } from '#app/screens/export/late-notice.tsx'
import { LanguageChoice, useLanguageOfReport } from '#app/screens/report/language-of-report.tsx'
import { PassReport } from '#app/screens/report/pass-report.tsx'
import { ReportChoices } from '#app/screens/report/report-choices.tsx'
import { ReportSheet } from '#app/screens/report/report-sheet.tsx'
import styles from '#app/screens/report/report.module.css'
import { Freshness } from '#app/screens/review/heard-from.tsx'
import { PeriodChoice } from '#app/screens/review/period-choice.tsx'
import { addressOf, TO_CHECK, usePeriod, useReviewChoice } from '#app/screens/review/review-period.ts'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { dayOf, type Month, monthOfDay, monthPlus, type ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import { newestHeard, newestSettled } from '#domain/exports/settled.ts'
import { isWholeMonth, type Period } from '#domain/review/period.ts'
import { type Report, reportOf } from '#domain/review/report.ts'
import { countToCheck, type Review } from '#domain/review/review.ts'
import { tellAreaReport } from '#domain/review/told-area.ts'
import { tellReport, type ToldReport } from '#domain/review/told-report.ts'
import { likelySame } from '#domain/same-people/likely-same.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const SeeReport = () => {
  const t = useWords('report')
  const desk = useDesk()
  const now = useClock()()
  const hour = shiftHourAt(now)
  const [choice, choose] = useReviewChoice(dayOf(hour))
  const [zone, chooseZone] = useZone()
  const [language, chooseLanguage] = useLanguageOfReport()
  const message = useRef<HTMLDivElement>(null)
  const records = desk.records()
  const period = usePeriod(choice)
  const month = monthOfDay(period.from)
  const { caughtUpAt } = desk.letterbox()
  const newest = newestHeard(now, caughtUpAt)
  const { city, report, told } = useReports({ period, hour, zone, newest })
  const isSettled = isWholeMonth(period) && month <= newestSettled(now)
  const isHeard = newest !== undefined && month <= newest
  return (
    <Page title={t('title')} back={`/review?${addressOf(choice)}`} width="wide">
      <div className={styles.choices}>
        <PassReport textOf={() => message.current?.innerText ?? ''} />
        <ReportChoices period={period} language={language} area={zone && t(`codes:zones.${zone}`)}>
          <PeriodChoice choice={choice} now={hour} onChange={choose} />
          <LanguageChoice language={language} onChange={chooseLanguage} />
          <ZoneChoice zone={zone} onChange={chooseZone} />
        </ReportChoices>
        <Freshness team={desk.team()} now={now} />
        {isSettled && !isHeard && <LastWord caughtUpAt={caughtUpAt} now={now} />}
        {/* The month before stands beside it, told as exactly. */}
        {isSettled &&
          isHeard &&
          [month, monthPlus(month, -1)].map((each) => <LateNotice key={each} month={each} leaving="report" />)}
        <CheckFirst review={city.review} records={records} address={addressOf(choice)} />
      </div>
      <InLanguage language={language}>
        <ReportSheet
          report={report}
          told={told}
          zone={zone}
          team={desk.team()}
          now={now}
          message={message}
          isSettled={isSettled && isHeard}
        />
      </InLanguage>
    </Page>
  )
}

type Asked = { period: Period; hour: ShiftHour; zone: Zone | undefined; newest: Month | undefined }

/** Of the whole city, and of the area asked for as it may be told beside it. */
const useReports = ({ period, hour, zone, newest }: Asked): { city: Report; report: Report; told: ToldReport } => {
  const records = useDesk().records()
  const { forms } = useLibrary()
  return useMemo(() => {
    const reportFor = (area?: Zone) => reportOf(records, period, { now: hour, forms, ...(area && { zone: area }) })
    const [city, on] = [reportFor(), { today: dayOf(hour), newest }]
    if (zone === undefined) return { city, report: city, told: tellReport(city, on) }
    const areas = Object.fromEntries(ZONES.map((area) => [area, reportFor(area)])) as Record<Zone, Report>
    return { city, report: areas[zone], told: tellAreaReport(zone, { city, areas }, on) }
  }, [records, period, hour, forms, zone, newest])
}

type CheckFirstProps = { review: Review; records: readonly MergedRecord[]; address: string }

/** What somebody should set right before it leaves, everywhere: so is the list it leads to. */
const CheckFirst = ({ review, records, address }: CheckFirstProps) => {
  const t = useWords('review')
  const { count } = useFormat()
  const { period } = review
  const same = useMemo(() => new Set(likelySame(records, period).map(({ other }) => other)), [records, period])
  const number = countToCheck(review) + same.size
  if (number === 0) return null
  return (
    <Actions>
      <ButtonLink href={`/review?${address}${TO_CHECK}`}>{`${t('toCheck.title')}: ${count(number)}`}</ButtonLink>
    </Actions>
  )
}

const ZoneChoice = ({ zone, onChange }: { zone: Zone | undefined; onChange: (zone: Zone | undefined) => void }) => {
  const t = useWords('review')
  return (
    <Disclosure label={[t('cuts.zone'), zone && t(`codes:zones.${zone}`)].filter(Boolean).join(': ')}>
      <ChooseOne
        label={t('cuts.zone')}
        isLabelHidden
        options={ZONES.map((value) => ({ value, label: t(`codes:zones.${value}`) }))}
        value={zone}
        onChange={onChange}
      />
    </Disclosure>
  )
}

/** Kept in the address beside the period. */
const useZone = (): [Zone | undefined, (zone: Zone | undefined) => void] => {
  const [address, setAddress] = useSearchParams()
  const choose = (zone: Zone | undefined) => {
    const next = new URLSearchParams(address)
    if (zone === undefined) next.delete('zone')
    else next.set('zone', zone)
    setAddress(next, { replace: true })
  }
  return [ZONES.find((known) => known === address.get('zone')), choose]
}
