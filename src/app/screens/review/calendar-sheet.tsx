// Any day or whole month of the past. Ours, because the browser's own calendar speaks the phone's language and counts
// the phone's way: another language than the screen, another order of day and month.
import { type CSSProperties, useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { periodOf, type ReviewChoice } from '#app/screens/review/review-period.ts'
import styles from '#app/screens/review/calendar-sheet.module.css'
import { Button } from '#app/ui/button.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { type Day, daysOfMonth, type Month, monthOfDay, monthPlus, weekdayOf } from '#domain/belgrade-time.ts'

type CalendarSheetProps = {
  choice: ReviewChoice
  today: Day
  isOpen: boolean
  onClose: () => void
  onChange: (choice: ReviewChoice) => void
}

export const CalendarSheet = ({ choice, today, isOpen, onClose, onChange }: CalendarSheetProps) => {
  const t = useWords('review')
  const choose = (chosen: ReviewChoice) => {
    onChange(chosen)
    onClose()
  }
  return (
    <Sheet title={t('period.label')} isOpen={isOpen} onClose={onClose} closeLabel={t('ui:close')}>
      <Calendar choice={choice} today={today} onChange={choose} />
    </Sheet>
  )
}

type CalendarProps = Pick<CalendarSheetProps, 'choice' | 'today' | 'onChange'> & {
  /** A whole month cannot be chosen. */
  isDaysOnly?: boolean
}

export const Calendar = ({ choice, today, onChange, isDaysOnly }: CalendarProps) => {
  const t = useWords('review')
  const format = useFormat()
  const [month, setMonth] = useState<Month>(monthOfDay(periodOf(choice).from))
  const days = daysOfMonth(month)
  const mayGo = (months: number) => monthPlus(month, months) <= monthOfDay(today)
  return (
    <>
      <div className={styles.head}>
        <IconButton icon="farBack" label={t('period.yearBefore')} onClick={() => setMonth(monthPlus(month, -12))} />
        <IconButton icon="previous" label={t('period.monthBefore')} onClick={() => setMonth(monthPlus(month, -1))} />
        <p className={styles.month} aria-live="polite">
          {format.monthOf(month)}
        </p>
        <IconButton
          icon="next"
          label={t('period.monthAfter')}
          disabled={!mayGo(1)}
          onClick={() => setMonth(monthPlus(month, 1))}
        />
        <IconButton
          icon="farForward"
          label={t('period.yearAfter')}
          disabled={!mayGo(12)}
          onClick={() => setMonth(monthPlus(month, 12))}
        />
      </div>
      {!isDaysOnly && (
        <Button isWide aria-pressed={'month' in choice && choice.month === month} onClick={() => onChange({ month })}>
          {t('period.whole')}
        </Button>
      )}
      <div className={styles.days}>
        {MONDAY_TO_SUNDAY.map((day) => (
          <span key={day} className={styles.weekday} aria-hidden="true">
            {format.weekdayLetter(day)}
          </span>
        ))}
        {days.map((day, before) => (
          <button
            key={day}
            type="button"
            className={styles.day}
            data-weekday={format.weekdayLetter(day)}
            style={before === 0 ? ({ '--column': columnOf(day) } as CSSProperties) : undefined}
            aria-label={format.dateOfDay(day)}
            aria-pressed={'day' in choice && choice.day === day}
            disabled={day > today}
            onClick={() => onChange({ day })}
          >
            {format.count(before + 1)}
          </button>
        ))}
      </div>
    </>
  )
}

/** Any week will do. */
const MONDAY_TO_SUNDAY = daysOfMonth('2018-01').slice(0, 7)

/** 1 is Monday. */
const columnOf = (day: Day): number => ((weekdayOf(day) + 6) % 7) + 1
