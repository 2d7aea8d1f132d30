// A count as it is written where others read it, and what stands out of a week in a sentence each.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useSaid } from '#app/directory/said.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useReportWords } from '#app/screens/report/report-words.ts'
import { compareTold, tellBelowTotal, tellCount, type ToldCount } from '#domain/disclosure/told-count.ts'
import { compare } from '#domain/review/dated-record.ts'
import { tellPartners } from '#domain/review/told-partners.ts'
import { type ChangedRow, type ChangedTable, type WhatChanged, WEEKS_NEEDED } from '#domain/review/what-changed.ts'

/** "1+" for what is not told exactly. */
export const useToldCount = (): ((told: ToldCount) => string) => {
  const { count } = useFormat()
  return (told) => (typeof told === 'number' ? count(told) : `${count(1)}+`)
}

/** Undefined is not told at all. */
export type ToldRow = Pick<ChangedTable['rows'][number], 'code' | 'change'> & {
  readonly groups: ToldCount | undefined
  readonly before: ToldCount | undefined
  readonly usual: ToldCount | undefined
  /** Only where both numbers it is made of are told. */
  readonly percent?: number
}

/**
 * The mean is told in whole groups, and the per cent is that of the numbers told, so that no week can be worked out from two of
 * them. What is hidden of a week is the same whether it is told as this one or as the one before: counts stand in the order of their
 * codes, not of either week. The groups of the week add up to the same in several tables, so that it is known of how many they are.
 * What is nothing throughout is left out.
 */
export const toldRows = ({ rows, isSplit }: ChangedTable): ToldRow[] => {
  const inOrder = rows.toSorted((a, b) => compare(a.code, b.code))
  const tell = (countOf: (row: ChangedRow) => number) => {
    const counts = inOrder.map(countOf)
    const told = isSplit ? tellBelowTotal(counts).counts : counts.map(tellCount)
    return new Map(inOrder.map(({ code }, at) => [code, told[at]]))
  }
  const [groups, before, usual] = [
    tell((row) => row.groups),
    tell((row) => row.before),
    tell((row) => Math.round(row.usual))
  ]
  return rows
    .map(({ code, change, percent }): ToldRow => {
      const told = { groups: groups.get(code), before: before.get(code), usual: usual.get(code) }
      return {
        code,
        ...told,
        ...(change && isChangeTold(change, told) && { change }),
        ...(percent !== undefined && percentOf(told))
      }
    })
    .filter((row) => [row.groups, row.before, row.usual].some((told) => told !== undefined && told !== 0))
    .sort(
      (a, b) =>
        compareTold(a.groups, b.groups) ||
        compareTold(a.before, b.before) ||
        compareTold(a.usual, b.usual) ||
        compare(a.code, b.code)
    )
}

type Told = Pick<ToldRow, 'groups' | 'usual'>

/** The larger number of a change is no small one, and of a fall the smaller is far from it: neither is hidden where it is named. */
const isChangeTold = (change: NonNullable<ChangedRow['change']>, { groups, usual }: Told): boolean =>
  typeof groups === 'number' && (change === 'more' || typeof usual === 'number')

const percentOf = ({ groups, usual }: Told): Pick<ToldRow, 'percent'> =>
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

/** What there is nothing to say of is left out; that nothing stands out is said where all is told. */
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
            ({ code, groups = 0, usual }) =>
              `${rowOf(table.name, code)} ${toldCount(groups)}${usual === undefined ? '' : ` (${t('usual')}: ${toldCount(usual)})`}`
          )
      )
    )
  /** Of what is hidden nobody is told whether it stands out. */
  const nothingStandsOut = ({ weeksBefore, tables }: WhatChanged) => {
    if (weeksBefore < WEEKS_NEEDED) return [t('early')]
    const isAllTold = tables
      .flatMap(toldRows)
      .every(({ groups, usual }) => typeof groups === 'number' && typeof usual === 'number')
    return isAllTold ? [t('steady')] : []
  }
  /** Those that are hidden stand last, in an order that no number has made. */
  const counted = (
    rows: readonly { readonly code: string; readonly told: ToldCount }[],
    nameIn: (code: string) => string
  ) =>
    rows
      .toSorted((a, b) => compareTold(a.told, b.told) || compare(a.code, b.code))
      .map(({ code, told }) => `${nameIn(code)} ${toldCount(told)}`)
  const needName = (code: string) => labels.code('needs', code)

  return (changed) => {
    const standingOut = [...stands(changed, 'more'), ...stands(changed, 'fewer')]
    if (standingOut.length === 0) standingOut.push(...nothingStandsOut(changed))
    const full = tellPartners(changed.partners).filter(({ noRoom }) => noRoom !== 0)
    return [
      ...standingOut,
      ...line(
        t('noProvider'),
        counted(
          changed.noProvider.map(({ need, groups }) => ({ code: need, told: tellCount(groups) })),
          needName
        )
      ),
      ...line(
        report('unmet'),
        counted(
          changed.unmet.map(({ need, cases }) => ({ code: need, told: tellCount(cases) })),
          needName
        )
      ),
      ...line(
        t('codes:reasons.full'),
        counted(
          full.map(({ provider, noRoom }) => ({ code: provider, told: noRoom })),
          nameOf
        )
      ),
      ...line(report('check.services'), changed.stale.length === 0 ? [] : [count(changed.stale.length)]),
      t('hidden')
    ]
  }
}
