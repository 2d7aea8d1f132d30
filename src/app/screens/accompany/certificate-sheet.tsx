// What is read off the certificate: the centre, and the time from which the 72 hours run.
import { useState } from 'react'
import { DayOnPaper, TimeOnPaper } from '#app/cases/read-off-paper.tsx'
import { SaveSheet } from '#app/cases/save-sheet.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { usePlaces } from '#app/screens/accompany/places.ts'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import { readPast } from '#domain/wall-time.ts'

type CertificateSheetProps = {
  onClose: () => void
  onSaid: (said: { centre: string; issuedAt: number }) => void
}

export const CertificateSheet = ({ onClose, onSaid }: CertificateSheetProps) => {
  const t = useWords('case')
  const along = useWords('accompany')
  const places = usePlaces()
  const now = useClock()
  const today = dayAt(now())
  const [centre, setCentre] = useState<string>()
  const [day, setDay] = useState<Day>(today)
  const [time, setTime] = useState('')
  const [wrong, setWrong] = useState<'centre' | 'badTime' | 'future'>()

  const keep = () => {
    if (centre === undefined) return setWrong('centre')
    const issued = readPast(day, time, now())
    if (!issued.ok) return setWrong(issued.refusal)
    onSaid({ centre, issuedAt: issued.value })
  }

  return (
    <SaveSheet title={t('events.certificate')} isFull={false} onClose={onClose} onSave={keep}>
      {wrong === 'centre' && <Notice tone="needs-you" role="alert" title={along('centreMissing')} />}
      <ChooseOne label={along('centre')} options={places.centres()} value={centre} onChange={setCentre} />
      <TimeOnPaper time={time} wrong={wrong === 'centre' ? undefined : wrong} onChange={setTime} />
      <DayOnPaper day={day} today={today} onChange={setDay} />
    </SaveSheet>
  )
}
