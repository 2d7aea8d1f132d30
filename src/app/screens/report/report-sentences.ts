// The paragraph of a report in the grammar of the teams' own: how many came and who they are, from where and by which way, who else
// was met, what they needed and were given, and how that was in the period before.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useReportWords } from '#app/screens/report/report-words.ts'
import { useChangeSaid } from '#app/screens/review/change-said.ts'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { useReportSentence } from '#app/screens/review/report-sentence.ts'
import { changeOf, type Report, type ReportTable, type ReportTableName } from '#domain/review/report.ts'

/** More than these say less than the table below does. */
const NAMED = 5

const TOLD: readonly ReportTableName[] = [
  'country',
  'route',
  'seenAgain',
  'sleptOut',
  'needs',
  'given',
  'handedOut',
  'referrals',
  'interpreting'
]

/** Tables with nothing in them are left out of the paragraph; they stand below all the same. */
export const useReportSentences = (): ((report: Report) => readonly string[]) => {
  const t = useWords('report')
  const review = useWords('review')
  const format = useFormat()
  const sentenceOf = useReportSentence()
  const nameOf = usePeriodName()
  const changeSaid = useChangeSaid()
  const { titleOf, rowOf } = useReportWords()
  const { count, percentTenths, list } = format

  const counted = (label: string, number: number, percent?: number) =>
    percent === undefined ? `${label} ${count(number)}` : `${label} ${count(number)} (${percentTenths(percent)})`
  const told = ({ name, rows, counts }: ReportTable) => {
    const there = rows.filter(({ number }) => number > 0)
    if (there.length === 0) return undefined
    const rest = there.length > NAMED + 1 ? there.slice(NAMED) : []
    const named = there
      .slice(0, there.length - rest.length)
      .map(({ code, number, percent }) => counted(rowOf(name, code), number, percent))
    const others = rest.reduce((sum, { number }) => sum + number, 0)
    // Of groups that stand in several rows the rest is no number.
    const last = rest.length === 0 ? [] : [counts === 'groups' ? t('others') : counted(t('others'), others)]
    return t('line', { title: titleOf(name), list: list([...named, ...last]) })
  }

  return ({ review: now, reviewBefore, before, tables }) => {
    const { people } = reviewBefore.newlyArrived
    const { by, percent } = changeOf(now.newlyArrived.people, people)
    return [
      sentenceOf(now.newlyArrived),
      t('line', { title: review('tiles.met'), list: count(now.peopleMet) }),
      ...TOLD.flatMap((name) => tables.filter((table) => table.name === name).flatMap((table) => told(table) ?? [])),
      t('sentenceBefore', {
        period: nameOf(before),
        people: review('sentence.people', { count: people }),
        change: list([changeSaid(by), ...(percent ? [changeSaid(percent, percentTenths(Math.abs(percent)))] : [])])
      })
    ]
  }
}
