// A day of the coming week and an hour: the finest time that leaves a phone.
import { useState } from 'react'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { dayAt, dayPlus, type ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'

const DAYS = 7
const HOURS = ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20'] as const

type ProposeTimeProps = { isFull: boolean; onClose: () => void; onChosen: (hour: ShiftHour) => void }

export const ProposeTime = ({ isFull, onClose, onChosen }: ProposeTimeProps) => {
  const t = useWords('partner')
  const record = useWords('record')
  const words = useDirectoryWords()
  const now = useClock()()
  const days = Array.from({ length: DAYS }, (_, ahead) => dayPlus(dayAt(now), ahead))
  const [day, setDay] = useState<string | undefined>(days[1])
  const [hour, setHour] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const hours = HOURS.filter((one) => `${day}T${one}` > shiftHourAt(now))
  const chosen = hours.find((one) => one === hour)
  const save = () => {
    setMissing(chosen === undefined)
    if (day !== undefined && chosen !== undefined) onChosen(`${day}T${chosen}`)
  }
  return (
    <SaveSheet title={t('when')} isFull={isFull} onClose={onClose} onSave={save}>
      {isMissing && <Notice tone="needs-you" role="alert" title={t('when')} />}
      <ChooseOne
        label={t('when')}
        isLabelHidden
        options={days.map((value) => ({ value, label: words.day(value, now) }))}
        value={day}
        onChange={setDay}
      />
      <ChooseOne
        label={record('fields.appointment')}
        options={hours.map((value) => ({ value, label: `${value}:00`, dir: 'ltr' }))}
        value={chosen}
        onChange={setHour}
      />
    </SaveSheet>
  )
}
