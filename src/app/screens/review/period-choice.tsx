// Today and yesterday in one tap, and the shift, week or month around them; any other day or month from a calendar, and the ones
// before and after one by one.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { CalendarSheet } from '#app/screens/review/calendar-sheet.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import {
  choiceOf,
  periodOf,
  type ReviewChoice,
  type Span,
  SPANS,
  spanOf,
  startOf
} from '#app/screens/review/review-period.ts'
import styles from '#app/screens/review/review-day.module.css'
import { Chip, ChooseOne } from '#app/ui/chip-group.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { type Day, dayOf, dayPlus, type ShiftHour } from '#domain/belgrade-time.ts'
import { isIn, periodAfter, periodBefore } from '#domain/review/period.ts'

/** `now`: the hour it is. `spans`: how long a period may be. `upTo`: the last day of any; today unless it is said. */
type PeriodChoiceProps = {
  choice: ReviewChoice
  now: ShiftHour
  spans?: readonly Span[]
  upTo?: Day
  onChange: (choice: ReviewChoice) => void
}

export const PeriodChoice = ({ choice, now, spans = SPANS, upTo = dayOf(now), onChange }: PeriodChoiceProps) => {
  const t = useWords('review')
  const report = useWords('report')
  const nameOf = usePeriodName()
  const [isOpen, setIsOpen] = useState(false)
  const today = dayOf(now)
  const yesterday = dayPlus(today, -1)
  const day = 'day' in choice ? choice.day : ''
  const isOther = day !== today && day !== yesterday
  const [period, span] = [periodOf(choice), spanOf(choice)]
  const after = periodAfter(period)
  return (
    <div className={styles.period}>
      <ChooseOne
        label={t('period.label')}
        isLabelHidden
        options={
          spans.includes('day')
            ? [
                { value: today, label: t('period.today') },
                { value: yesterday, label: t('period.yesterday') }
              ]
            : []
        }
        value={day}
        onChange={(tapped) => tapped !== undefined && onChange({ day: tapped })}
      >
        {isOther && (
          <Chip isChosen onTap={() => setIsOpen(true)}>
            {nameOf(period)}
          </Chip>
        )}
        <Chip icon="today" isExpanded={isOpen} onTap={() => setIsOpen(true)}>
          {t('period.other')}
        </Chip>
      </ChooseOne>
      <ChooseOne
        label={t('period.label')}
        isLabelHidden
        options={spans.map((value) => ({ value, label: report(`span.${value}`) }))}
        value={span}
        onChange={(tapped) => tapped && onChange(choiceOf(tapped, isIn(period, now) ? now : startOf(period)))}
      >
        <span className={styles.steps}>
          <IconButton
            icon="previous"
            label={report('earlier')}
            onClick={() => onChange(choiceOf(span, startOf(periodBefore(period))))}
          />
          <IconButton
            icon="next"
            label={report('later')}
            disabled={after.from > upTo}
            onClick={() => onChange(choiceOf(span, startOf(after)))}
          />
        </span>
      </ChooseOne>
      <CalendarSheet
        choice={choice}
        today={upTo}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        onChange={onChange}
      />
    </div>
  )
}
