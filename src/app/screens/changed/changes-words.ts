// A count as it is written where others read it, and what stands out of a week in a sentence each.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useSaid } from '#app/directory/said.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useReportWords } from '#app/screens/report/report-words.ts'
import { SMALLEST_CELL } from '#domain/disclosure/suppress.ts'
import { tellCounts, type ToldCount } from '#domain/disclosure/told-count.ts'
import { compare } from '#domain/review/dated-record.ts'
import { type ChangedRow, type ChangedTable, type WhatChanged, WEEKS_NEEDED } from '#domain/review/what-changed.ts'

/** "1–4" and "5+" for what is not told exactly. */
export const useToldCount = (): ((told: ToldCount) => string) => {
  const { count } = useFormat()
  return (told) => {
    if (typeof told === 'number') return count(told)
    return told === 'few' ? `${count(1)}–${count(SMALLEST_CELL - 1)}` : `${count(SMALLEST_CELL)}+`
  }
}

export type ToldRow = Pick<ChangedTable['rows'][number], 'code' | 'change'> & {
  readonly groups: ToldCount
  readonly before: ToldCount
  readonly usual: ToldCount
  /** Only where both numbers it is made of are told. */
  readonly percent?: number
}

/**
 * The mean is told in whole groups, and the per cent is that of the numbers told, so that no week can be worked out from two of
 * them. What is hidden of a week is the same whether it is told as this one or as the one before: counts stand in the order of their
 * codes, not of either week. What is nothing throughout is left out.
 */
export const toldRows = ({ rows, isSplit }: ChangedTable): ToldRow[] => {
  const inOrder = rows.toSorted((a, b) => compare(a.code, b.code))
  const tell = (countOf: (row: ChangedRow) => number) => {
    const told = tellCounts(inOrder.map(countOf), isSplit)
    return new Map(inOrder.map(({ code }, at) => [code, told[at] ?? 0]))
  }
  const [groups, before, usual] = [
    tell((row) => row.groups),
    tell((row) => row.before),
    tell((row) => Math.round(row.usual))
  ]
  return rows
    .map(({ code, change, percent }): ToldRow => {
      const told = { groups: groups.get(code) ?? 0, before: before.get(code) ?? 0, usual: usual.get(code) ?? 0 }
      return { code, ...told, ...(change && { change }), ...(percent !== undefined && percentOf(told)) }
    })
    .filter((row) => row.groups !== 0 || row.before !== 0 || row.usual !== 0)
}

const percentOf = ({ groups, usual }: Pick<ToldRow, 'groups' | 'usual'>): Pick<ToldRow, 'percent'> =>
  typeof groups === 'number' && typeof usual === 'number' && usual > 0
    ? { percent: Math.round((100 * (groups - usual)) / usual) }
    : {}

export const useProviderName = (): ((id: string) => string) => {
  const directory = useDirectory()
  const said = useSaid()
  return (id) => {
    const provider = directory.findProvider(id)
    return provider === undefined ? id : (provider.shortName ?? said(provider.name, true))
  }
}

/** What there is nothing to say of is left out; what stands out, or that nothing does, is always said. */
export const useChangeSentences = (): ((changed: WhatChanged) => readonly string[]) => {
  const t = useWords('changed')
  const report = useWords('report')
  const labels = useLabels()
  const { count, list } = useFormat()
  const { titleOf, rowOf } = useReportWords()
  const toldCount = useToldCount()
  const nameOf = useProviderName()

  const line = (title: string, words: readonly string[]) =>
    words.length === 0 ? [] : [report('line', { title, list: list(words) })]
  const stands = (changed: WhatChanged, change: 'more' | 'fewer') =>
    changed.tables.flatMap((table) =>
      line(
        `${t(change)} · ${titleOf(table.name)}`,
        toldRows(table)
          .filter((row) => row.change === change)
          .map(
            (row) => `${rowOf(table.name, row.code)} ${toldCount(row.groups)} (${t('usual')}: ${toldCount(row.usual)})`
          )
      )
    )
  const counted = <Row>(rows: readonly Row[], labelOf: (row: Row) => string, numberOf: (row: Row) => number) => {
    const told = tellCounts(rows.map(numberOf), false)
    return rows.map((row, at) => `${labelOf(row)} ${toldCount(told[at] ?? 0)}`)
  }
  const need = ({ need: code }: { readonly need: string }) => labels.code('needs', code)

  return (changed) => {
    const standingOut = [...stands(changed, 'more'), ...stands(changed, 'fewer')]
    const full = changed.partners.filter(({ noRoom }) => noRoom > 0)
    return [
      ...(standingOut.length > 0 ? standingOut : [t(changed.weeksBefore < WEEKS_NEEDED ? 'early' : 'steady')]),
      ...line(
        t('noProvider'),
        counted(changed.noProvider, need, ({ groups }) => groups)
      ),
      ...line(
        report('unmet'),
        counted(changed.unmet, need, ({ cases }) => cases)
      ),
      ...line(
        t('codes:reasons.full'),
        counted(
          full,
          ({ provider }) => nameOf(provider),
          ({ noRoom }) => noRoom
        )
      ),
      ...line(report('check.services'), changed.stale.length === 0 ? [] : [count(changed.stale.length)]),
      t('hidden')
    ]
  }
}
