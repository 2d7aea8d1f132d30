// Cuts counted by group: what was needed and given, when groups were met, what an organisation asks for itself.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { clockHours } from '#app/screens/review/clock-hours.ts'
import { Figures } from '#app/screens/review/figures.tsx'
import type { Column } from '#app/ui/data-table.tsx'
import type { NewlyArrived } from '#domain/review/newly-arrived.ts'
import type { OwnQuestion } from '#domain/review/own-questions.ts'
import type { ReachRow } from '#domain/review/tables.ts'

type ReachFiguresProps = {
  title: string
  rows: readonly ReachRow[]
  labelOf: (code: string) => string
  /** Groups that could stand in a row. */
  groups: number
}

/** One group can stand in several rows, so there is no sum. */
export const ReachFigures = ({ title, rows, labelOf, groups }: ReachFiguresProps) => {
  const { count } = useFormat()
  const columns = useColumns(title)
  const t = useWords('review')
  const [most] = rows
  return (
    <Figures
      title={title}
      all={groups}
      {...(most && {
        sentence: t('mostGroups', { label: labelOf(most.code), number: count(most.groups), all: count(groups) })
      })}
      figures={rows.map((row) => ({
        id: row.code,
        label: labelOf(row.code),
        value: row.groups
      }))}
      columns={columns}
      rows={rows.map((row) => ({ id: row.code, cells: [labelOf(row.code), count(row.groups), count(row.people)] }))}
    />
  )
}

/** Hours and days read in their own order, with the empty ones left out. */
export const TimeFigures = ({ arrived, by }: { arrived: NewlyArrived; by: 'hour' | 'day' }) => {
  const t = useWords('review')
  const { count, shortDate } = useFormat()
  const title = t(`cuts.${by}`)
  const columns = useColumns(title)
  const rows =
    by === 'hour'
      ? arrived.byHour.map(({ hour, ...row }) => ({ id: String(hour), label: clockHours(hour), ...row }))
      : arrived.byDay.map(({ day, ...row }) => ({ id: day, label: shortDate(day), ...row }))
  const met = rows.filter(({ groups }) => groups > 0)
  return (
    <Figures
      title={title}
      all={arrived.people}
      figures={met.map(({ id, label, people }) => ({ id, label, value: people }))}
      columns={columns}
      rows={met.map(({ id, label, groups, people }) => ({ id, cells: [label, count(groups), count(people)] }))}
      total={{ id: 'all', cells: [t('columns.all'), count(arrived.groups), count(arrived.people)] }}
      isEveryBar
    />
  )
}

export const OwnQuestionFigures = ({ question, groups }: { question: OwnQuestion; groups: number }) => {
  const t = useWords('review')
  const labels = useLabels()
  const title = labels.label(question.label)
  const { choices, rows, notAnswered } = question
  const silent = { code: NOT_ANSWERED, ...notAnswered }
  return (
    <ReachFigures
      title={title}
      groups={groups}
      rows={notAnswered.groups > 0 ? [...rows, silent] : rows}
      labelOf={(code) =>
        code === NOT_ANSWERED ? t('notAnswered') : choices === undefined ? title : labels.choice(choices, code)
      }
    />
  )
}

/** No code of a form: codes have no spaces. */
const NOT_ANSWERED = 'not answered'

const useColumns = (title: string): readonly Column[] => {
  const t = useWords('review')
  return [
    { id: 'name', label: title },
    { id: 'groups', label: t('columns.groups'), isNumber: true },
    { id: 'people', label: t('columns.people'), isNumber: true }
  ]
}
