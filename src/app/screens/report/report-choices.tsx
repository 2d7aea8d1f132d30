// What a report is of and in which language, in one line on a phone: the choices open from it.
import type { ReactNode } from 'react'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { Fold } from '#app/ui/fold.tsx'
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import type { Period } from '#domain/review/period.ts'

type ReportChoicesProps = {
  period: Period
  language: InterfaceLanguage
  /** The one area it is of. */
  area?: string | undefined
  children: ReactNode
}

export const ReportChoices = ({ period, language, area, children }: ReportChoicesProps) => {
  const nameOf = usePeriodName()
  return (
    <Fold
      label={
        <>
          {[nameOf(period), area].filter(Boolean).join(' · ')}&nbsp;·{' '}
          <bdi lang={language}>{LANGUAGES[language].endonym}</bdi>
        </>
      }
    >
      {children}
    </Fold>
  )
}
