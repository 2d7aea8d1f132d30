// What changed in a week that is over, as the lead takes it to coordination: read, printed, or passed on as a message. It tells no
// more on the screen than on paper, so that what is seen is what leaves.
import { useMemo, useRef } from 'react'
import { useServicesOnOffer } from '#app/directory/use-services.ts'
import { InLanguage } from '#app/language/in-language.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { notesIn } from '#app/records/notes-in.ts'
import { ChangesSheet } from '#app/screens/changed/changes-sheet.tsx'
import { LanguageChoice, useLanguageOfReport } from '#app/screens/report/language-of-report.tsx'
import { PassReport } from '#app/screens/report/pass-report.tsx'
import { ReportChoices } from '#app/screens/report/report-choices.tsx'
import styles from '#app/screens/report/report.module.css'
import { Freshness } from '#app/screens/review/heard-from.tsx'
import { PeriodChoice } from '#app/screens/review/period-choice.tsx'
import {
  addressOf,
  periodOf,
  type ReviewChoice,
  startOf,
  usePeriod,
  useReviewChoice
} from '#app/screens/review/review-period.ts'
import { Page } from '#app/shell/page.tsx'
import { type Day, dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import { weekOver } from '#domain/review/period.ts'
import { whatChanged } from '#domain/review/what-changed.ts'

export const SeeChanges = () => {
  const t = useWords('changed')
  const desk = useDesk()
  const offered = useServicesOnOffer()
  const now = useClock()()
  const hour = shiftHourAt(now)
  const today = dayOf(hour)
  const [asked, choose] = useReviewChoice(today)
  const choice = weekOf(asked, today)
  const [language, chooseLanguage] = useLanguageOfReport()
  const message = useRef<HTMLDivElement>(null)
  const records = desk.records()
  const period = usePeriod(choice)
  const changed = useMemo(() => {
    const services = offered.map(({ service }) => service)
    return whatChanged(records, period, { now: hour, services, notesOf: (id) => notesIn(desk.historyOf(id)) })
  }, [records, period, hour, offered, desk])
  return (
    <Page title={t('title')} back={`/review?${addressOf(asked)}`} width="wide">
      <div className={styles.choices}>
        <PassReport textOf={() => message.current?.innerText ?? ''} />
        <ReportChoices period={changed.week} language={language}>
          <PeriodChoice
            choice={choice}
            now={hour}
            spans={WEEKS}
            upTo={weekOver(today, today).to}
            onChange={(chosen) => choose(weekOf(chosen, today))}
          />
          <LanguageChoice language={language} onChange={chooseLanguage} />
        </ReportChoices>
        <Freshness team={desk.team()} now={now} />
      </div>
      <InLanguage language={language}>
        <ChangesSheet changed={changed} team={desk.team()} message={message} />
      </InLanguage>
    </Page>
  )
}

const WEEKS = ['week'] as const

/** The week a day, a shift or a month begins in, or the newest that is over. */
const weekOf = (choice: ReviewChoice, today: Day): ReviewChoice => {
  const day = 'week' in choice ? choice.week : dayOf(startOf(periodOf(choice)))
  return { week: weekOver(day, today).from }
}
