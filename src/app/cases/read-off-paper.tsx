// A day and a time of day as they are read off a paper. What they mean together, `domain/wall-time` says.
import { useWords } from '#app/language/language-context.tsx'
import { Calendar } from '#app/screens/review/calendar-sheet.tsx'
import { Field } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Day } from '#domain/belgrade-time.ts'

type TimeOnPaperProps = { time: string; wrong?: 'badTime' | 'future' | undefined; onChange: (time: string) => void }

export const TimeOnPaper = ({ time, wrong, onChange }: TimeOnPaperProps) => {
  const t = useWords('case')
  return (
    <Field label={t('date.time')} hint={t('date.timeHint')} error={wrong && t(`date.${wrong}`)}>
      {(input) => <TextInput {...input} inputMode="numeric" dir="ltr" value={time} onChange={onChange} />}
    </Field>
  )
}

type DayOnPaperProps = { day: Day; today: Day; onChange: (day: Day) => void }

export const DayOnPaper = ({ day, today, onChange }: DayOnPaperProps) => {
  const t = useWords('case')
  return (
    <>
      <h3>{t('date.day')}</h3>
      <Calendar
        isDaysOnly
        choice={{ day }}
        today={today}
        onChange={(choice) => 'day' in choice && onChange(choice.day)}
      />
    </>
  )
}
