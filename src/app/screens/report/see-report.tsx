// A finished report of any day, shift, week or month, and of one area where one is chosen: read, printed, or passed on as a message,
// in the language of whoever gets it.
import { useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { InLanguage } from '#app/language/in-language.tsx'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { passOn, type PassedOn } from '#app/phone/pass-on.ts'
import { useClock, useDesk, useLibrary } from '#app/phone/use-phone.ts'
import { ReportSheet } from '#app/screens/report/report-sheet.tsx'
import styles from '#app/screens/report/report.module.css'
import { PeriodChoice } from '#app/screens/review/period-choice.tsx'
import { addressOf, usePeriod, useReviewChoice } from '#app/screens/review/review-period.ts'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import { reportOf } from '#domain/review/report.ts'

/** What coordination, donors and authorities in Serbia read; mine is offered beside them. */
const LANGUAGES_OF_REPORTS: readonly InterfaceLanguage[] = ['en', 'sr-Latn', 'sr-Cyrl']

export const SeeReport = () => {
  const t = useWords('report')
  const desk = useDesk()
  const library = useLibrary()
  const hour = shiftHourAt(useClock()())
  const [choice, choose] = useReviewChoice(dayOf(hour))
  const [zone, chooseZone] = useZone()
  const [language, chooseLanguage] = useLanguageOfReport()
  const message = useRef<HTMLDivElement>(null)
  const records = desk.records()
  const period = usePeriod(choice)
  const report = useMemo(
    () => reportOf(records, period, { now: hour, forms: library.forms, ...(zone && { zone }) }),
    [records, period, hour, library.forms, zone]
  )
  return (
    <Page title={t('title')} back={`/review?${addressOf(choice)}`} width="wide">
      <div className={styles.choices}>
        <PassOn textOf={() => message.current?.innerText ?? ''} />
        <PeriodChoice choice={choice} now={hour} onChange={choose} />
        <LanguageChoice language={language} onChange={chooseLanguage} />
        <ZoneChoice zone={zone} onChange={chooseZone} />
      </div>
      <InLanguage language={language}>
        <ReportSheet report={report} zone={zone} message={message} />
      </InLanguage>
    </Page>
  )
}

const PassOn = ({ textOf }: { textOf: () => string }) => {
  const services = useWords('services')
  const card = useWords('card')
  const [outcome, setOutcome] = useState<PassedOn>()
  const said = { copied: services('common:said.copied'), failed: services('notCopied'), shared: undefined }
  return (
    <Actions>
      <Button icon="copy" onClick={() => void passOn(textOf()).then(setOutcome)}>
        {(outcome && said[outcome]) ?? services('copyMessage')}
      </Button>
      <Button icon="papers" onClick={() => print()}>
        {card('print')}
      </Button>
      <LiveRegion>{outcome && said[outcome]}</LiveRegion>
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

type LanguageChoiceProps = { language: InterfaceLanguage; onChange: (language: InterfaceLanguage) => void }

const LanguageChoice = ({ language, onChange }: LanguageChoiceProps) => {
  const t = useWords('report')
  const { language: mine } = useLanguage()
  return (
    <ChooseOne
      label={t('language')}
      isInLine
      options={[...new Set([mine, ...LANGUAGES_OF_REPORTS])].map((value) => ({
        value,
        label: LANGUAGES[value].endonym,
        lang: value
      }))}
      value={language}
      onChange={(tapped) => tapped && onChange(tapped)}
    />
  )
}

/** Mine until another is chosen. One whose words cannot be had now is not taken. */
const useLanguageOfReport = (): [InterfaceLanguage, (language: InterfaceLanguage) => void] => {
  const { language: mine, fetchWords } = useLanguage()
  const [chosen, setChosen] = useState<InterfaceLanguage>()
  const choose = (language: InterfaceLanguage) =>
    void fetchWords(language).then(({ ok }) => {
      if (ok) setChosen(language)
    })
  return [chosen ?? mine, choose]
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
