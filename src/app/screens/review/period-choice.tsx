// Today and yesterday in one tap; any other day or month from a calendar.
import { useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { CalendarSheet } from '#app/screens/review/calendar-sheet.tsx'
import type { ReviewChoice } from '#app/screens/review/review-period.ts'
import styles from '#app/screens/review/review-day.module.css'
import { Chip, ChooseOne } from '#app/ui/chip-group.tsx'
import { type Day, dayPlus } from '#domain/belgrade-time.ts'

type PeriodChoiceProps = { choice: ReviewChoice; today: Day; onChange: (choice: ReviewChoice) => void }

export const PeriodChoice = ({ choice, today, onChange }: PeriodChoiceProps) => {
  const t = useWords('review')
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const day = 'day' in choice ? choice.day : ''
  const yesterday = dayPlus(today, -1)
  const isOther = day !== today && day !== yesterday
  const chosen = 'day' in choice ? format.shortDate(choice.day) : format.monthOf(choice.month)
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
        onChange={(tapped) => tapped !== undefined && onChange({ day: tapped })}
      >
        {isOther && (
          <Chip isChosen onTap={() => setIsOpen(true)}>
            {chosen}
          </Chip>
        )}
        <Chip icon="today" isExpanded={isOpen} onTap={() => setIsOpen(true)}>
          {t('period.other')}
        </Chip>
      </ChooseOne>
      <CalendarSheet
        choice={choice}
        today={today}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        onChange={onChange}
      />
    </div>
  )
}
