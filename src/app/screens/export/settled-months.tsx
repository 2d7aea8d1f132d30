// Of which month figures are saved: the newest that have settled in one tap, any earlier one step by step. No day and no week.
import { useWords } from '#app/language/language-context.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { type Month, monthPlus } from '#domain/belgrade-time.ts'
import { monthPeriod } from '#domain/review/period.ts'

/** A quarter, as donors ask for it. */
const MONTHS_SHOWN = 3

type SettledMonthsProps = { month: Month; newest: Month; onChange: (month: Month) => void }

export const SettledMonths = ({ month, newest, onChange }: SettledMonthsProps) => {
  const t = useWords('review')
  const report = useWords('report')
  const nameOf = usePeriodName()
  const shown = Array.from({ length: MONTHS_SHOWN }, (_, back) => monthPlus(newest, -back))
  return (
    <ChooseOne
      label={report('span.month')}
      options={[...shown, ...(shown.includes(month) ? [] : [month])].map((value) => ({
        value,
        label: nameOf(monthPeriod(value))
      }))}
      value={month}
      onChange={(tapped) => tapped !== undefined && onChange(tapped)}
    >
      <span>
        <IconButton icon="previous" label={t('period.monthBefore')} onClick={() => onChange(monthPlus(month, -1))} />
        <IconButton
          icon="next"
          label={t('period.monthAfter')}
          disabled={month >= newest}
          onClick={() => onChange(monthPlus(month, 1))}
        />
      </span>
    </ChooseOne>
  )
}
