// The week as a table, or one line when every day is the same.
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { isAlwaysOpen, weekOf } from '#app/directory/week.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import type { Service } from '#domain/directory/directory.ts'

type OpeningHoursProps = Pick<Service, 'hours' | 'exceptions'>

export const OpeningHours = ({ hours, exceptions = [] }: OpeningHoursProps) => {
  const t = useWords('services')
  const directory = useWords('directory')
  const { shortDate } = useFormat()
  const words = useDirectoryWords()
  if (hours === 'unknown') return null
  const notes = hours.flatMap(({ note }) => (note ? [note] : []))
  return (
    <>
      {isAlwaysOpen(hours) ? (
        <p>{t('everyDayAndNight')}</p>
      ) : (
        <DataTable
          caption={t('hours')}
          columns={[
            { id: 'day', label: t('day') },
            { id: 'time', label: t('time') }
          ]}
          rows={weekOf(hours).map(({ weekday, times }) => ({
            id: weekday,
            cells: [
              words.weekday(weekday),
              times.length === 0 ? t('closedDay') : times.map((time) => <Ltr key={time}>{time} </Ltr>)
            ]
          }))}
        />
      )}
      {exceptions.length > 0 && (
        <DataTable
          caption={directory('fields.exceptions')}
          columns={[
            { id: 'day', label: t('day') },
            { id: 'time', label: t('time') }
          ]}
          rows={exceptions.map(({ from, to, times }) => ({
            id: from,
            cells: [
              from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`,
              times.length === 0
                ? t('closedDay')
                : times.map(({ opensAt, closesAt }) => <Ltr key={opensAt}>{`${opensAt}–${closesAt}`} </Ltr>)
            ]
          }))}
        />
      )}
      {notes.map((note) => (
        <p key={note.en}>
          <Said words={note} />
        </p>
      ))}
    </>
  )
}
