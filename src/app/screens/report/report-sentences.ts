// The paragraph of a report in the grammar of the teams' own: how many came and who they are, from where and by which way, who else
// was met, what they needed and were given, and how that was in the period before. Where numbers are not told exactly each stands in
// a line instead of a sentence, and a last one says why.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useToldCount } from '#app/screens/changed/changes-words.ts'
import { useReportWords } from '#app/screens/report/report-words.ts'
import { useChangeSaid } from '#app/screens/review/change-said.ts'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { useReportSentence } from '#app/screens/review/report-sentence.ts'
import type { ToldCount } from '#domain/disclosure/told-count.ts'
import { changeOf, type Report, type ReportTableName } from '#domain/review/report.ts'
import type { ToldReport, ToldTable } from '#domain/review/told-report.ts'

/** More than these say less than the table below does. */
const NAMED = 5

const TOLD: readonly ReportTableName[] = [
  'country',
  'route',
  'seenAgain',
  'sleptOut',
  'needs',
  'given',
  'unmet',
  'handedOut',
  'referrals',
  'overdue',
  'registrations',
  'interpreting'
]

/** Told in the first sentence where numbers are exact. */
const OF_PEOPLE: readonly ReportTableName[] = ['who', 'children']

/** Tables with nothing in them are left out of the paragraph; they stand below all the same. */
export const useReportSentences = (): ((report: Report, told: ToldReport) => readonly string[]) => {
  const t = useWords('report')
  const review = useWords('review')
  const changed = useWords('changed')
  const { percentTenths, list } = useFormat()
  const sentenceOf = useReportSentence()
  const nameOf = usePeriodName()
  const changeSaid = useChangeSaid()
  const toldCount = useToldCount()
  const { titleOf, rowOf } = useReportWords()

  const counted = (label: string, number: ToldCount, percent?: number) =>
    percent === undefined
      ? `${label} ${toldCount(number)}`
      : `${label} ${toldCount(number)} (${percentTenths(percent)})`
  const lineOf = ({ name, rows, counts }: ToldTable) => {
    const there = rows.flatMap(({ number, ...row }) =>
      number === undefined || number === 0 ? [] : [{ ...row, number }]
    )
    if (there.length === 0) return []
    const rest = there.length > NAMED + 1 ? there.slice(NAMED) : []
    const named = there
      .slice(0, there.length - rest.length)
      .map(({ code, number, percent }) => counted(rowOf(name, code), number, percent))
    const others = rest.reduce((sum, { number }) => (typeof number === 'number' ? sum + number : NaN), 0)
    // Of groups that stand in several rows the rest is no number, and of what is not told there is none.
    const hasNumber = counts !== 'groups' && !Number.isNaN(others)
    const last = rest.length === 0 ? [] : [hasNumber ? counted(t('others'), others) : t('others')]
    return [t('line', { title: titleOf(name), list: list([...named, ...last]) })]
  }
  const lines = (tables: readonly ToldTable[], names: readonly ReportTableName[]) =>
    names.flatMap((name) => tables.filter((table) => table.name === name).flatMap(lineOf))

  return ({ review: now, reviewBefore }, { before, isExact, tables, people, met }) => {
    const metLine = t('line', { title: review('tiles.met'), list: toldCount(met) })
    if (!isExact) {
      return [
        people.number === 0
          ? review('sentence.nobody')
          : t('line', { title: review('tiles.newArrivals'), list: toldCount(people.number) }),
        ...lines(tables, OF_PEOPLE),
        metLine,
        ...lines(tables, TOLD),
        t('line', { title: `${t('before')} · ${nameOf(before)}`, list: toldCount(people.before) }),
        changed('hidden')
      ]
    }
    const { people: peopleBefore } = reviewBefore.newlyArrived
    const { by, percent } = changeOf(now.newlyArrived.people, peopleBefore)
    return [
      sentenceOf(now.newlyArrived),
      metLine,
      ...lines(tables, TOLD),
      t('sentenceBefore', {
        period: nameOf(before),
        people: review('sentence.people', { count: peopleBefore }),
        change: [changeSaid(by), ...(percent ? [changeSaid(percent, percentTenths(Math.abs(percent)))] : [])].join(', ')
      })
    ]
  }
}
