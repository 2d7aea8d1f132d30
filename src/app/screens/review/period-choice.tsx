// Today and yesterday in one tap; any day or month through the phone's own calendar.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { isDay, isMonth, type ReviewChoice } from '#app/screens/review/review-period.ts'
import styles from '#app/screens/review/review-day.module.css'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { type Day, dayPlus } from '#domain/belgrade-time.ts'

type PeriodChoiceProps = { choice: ReviewChoice; today: Day; onChange: (choice: ReviewChoice) => void }

export const PeriodChoice = ({ choice, today, onChange }: PeriodChoiceProps) => {
  const t = useWords('review')
  const [day, month] = 'day' in choice ? [choice.day, ''] : ['', choice.month]
  const yesterday = dayPlus(today, -1)
  return (
    <div className={styles.period}>
      <ChooseOne
        label={t('period.label')}
        isLabelHidden
        options={[
          { value: today, label: t('period.today') },
          { value: yesterday, label: t('period.yesterday') }
        ]}
        value={day}
        onChange={(chosen) => chosen !== undefined && onChange({ day: chosen })}
      />
      <Field label={t('period.day')}>
        {(input) => (
          <CalendarInput
            {...input}
            type="date"
            max={today}
            value={day}
            isWhole={isDay}
            onChange={(typed) => onChange({ day: typed })}
          />
        )}
      </Field>
      <Field label={t('period.month')}>
        {(input) => (
          <CalendarInput
            {...input}
            type="month"
            max={today.slice(0, 7)}
            placeholder={today.slice(0, 7)}
            value={month}
            isWhole={isMonth}
            onChange={(typed) => onChange({ month: typed })}
          />
        )}
      </Field>
    </div>
  )
}

type CalendarInputProps = {
  id: string
  type: 'date' | 'month'
  max: string
  placeholder?: string
  value: string
  isWhole: (text: string) => boolean
  onChange: (value: string) => void
}

/** While a date is half typed it stands as it is; browsers without a month calendar show a line to type `2018-07`. */
const CalendarInput = ({ value, isWhole, onChange, ...rest }: CalendarInputProps) => {
  const [half, setHalf] = useState<string>()
  return (
    <TextInput
      {...rest}
      dir="ltr"
      value={half ?? value}
      onBlur={() => setHalf(undefined)}
      onChange={(typed) => {
        setHalf(isWhole(typed) ? undefined : typed)
        if (isWhole(typed)) onChange(typed)
      }}
    />
  )
}
