// Who is on shift now, as far as this phone has heard: by phone, since when and where, and with which languages.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { usePhoneName } from '#app/records/phone-name.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { useShifts } from '#app/shift/use-shifts.ts'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { countField } from '#domain/records/arrival.ts'
import { clockOf } from '#domain/records/shift.ts'

export const OnNow = ({ now }: { now: number }) => {
  const t = useWords('shift')
  const board = useWords('board')
  const { list } = useFormat()
  const phoneName = usePhoneName()
  const recordWords = useRecordWords()
  const running = useShifts().running(now)
  return (
    <Section title={t('onNow')}>
      {running.length === 0 && <p>{board('nobodyIn')}</p>}
      {running.length > 0 && (
        <List>
          {running.map((shift) => {
            const crew = countField(shift.fields, 'crew')
            const since = t('since', { time: clockOf(shift.fields, 'met') })
            return (
              <Row
                key={shift.id}
                href={`/records/${shift.id}`}
                icon="people"
                title={phoneName(shift.author)}
                detail={recordWords(shift).detail}
                state={crew > 0 ? list([since, t('common:people.all', { count: crew })]) : since}
              />
            )
          })}
        </List>
      )}
    </Section>
  )
}
