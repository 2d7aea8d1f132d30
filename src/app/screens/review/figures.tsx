// One cut of the review: a sentence, bars with their numbers, and the whole table for those who want every row.
import type { ReactNode } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/review/review-day.module.css'
import { BarList } from '#app/ui/bar-list.tsx'
import { Section } from '#app/ui/card.tsx'
import { type Column, DataTable, type TableRow } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { SplitRow } from '#domain/review/tables.ts'

/** More bars than this say less than a table does: the rest stand together under one. */
const BARS = 8

/** `percent` of all, with one decimal, where everybody stands in one row. */
export type Figure = {
  id: string
  label: string
  value: number
  percent?: number
  /** The other of two kinds that stand in turn. */
  isHatched?: boolean
  /** Said after the number. */
  note?: string
}

type FiguresProps = {
  title: string
  /** In the order of the list. */
  figures: readonly Figure[]
  /** When left out the largest figure is named. */
  sentence?: string
  /** What all figures are held against: "(635 of 1,541)". */
  all: number
  /** Rows beyond the first bars can be added up: nobody stands in two of them. */
  isSplit?: boolean
  /** Rows in an order of their own, such as hours, are all drawn. */
  isEveryBar?: boolean
  /** The first column names the row and is headed by the title. */
  columns: readonly Column[]
  rows: readonly TableRow[]
  total?: TableRow
  children?: ReactNode
}

export const Figures = (props: FiguresProps) => {
  const { title, figures, sentence, all, isSplit, isEveryBar, columns, rows, total, children } = props
  const t = useWords('review')
  const { count, percentTenths } = useFormat()
  const [most] = [...figures].sort((a, b) => b.value - a.value)
  if (most === undefined) return null
  const rest = !isEveryBar && figures.length > BARS + 1 ? figures.slice(BARS) : []
  const drawn = [
    ...figures.slice(0, figures.length - rest.length),
    ...(isSplit && rest.length > 0 ? [together(rest)] : [])
  ]
  const bars = drawn.map(({ id, label, value, percent, isHatched, note }) => ({
    id,
    label: id === OTHERS ? t('others', { number: count(rest.length) }) : label,
    value,
    text: [percent === undefined ? count(value) : `${count(value)} (${percentTenths(percent)})`, note]
      .filter(Boolean)
      .join(' · '),
    ...(isHatched && { isHatched })
  }))
  return (
    <Section title={title}>
      <p>{sentence ?? t('most', { label: most.label, number: count(most.value), all: count(all) })}</p>
      <BarList label={title} bars={bars} full={isSplit || isEveryBar ? 0 : all} />
      {rest.length > 0 && !isSplit && <p>{t('inTable', { number: count(rest.length) })}</p>}
      {children}
      <div className={styles.table}>
        <Disclosure label={t('asTable')}>
          <DataTable caption={t('table', { title })} columns={columns} rows={rows} {...(total && { total })} />
        </Disclosure>
      </div>
    </Section>
  )
}

/** No code: codes have no spaces. */
const OTHERS = 'all others'

/** Percentages are whole tenths, and so is their sum. */
const together = (figures: readonly Figure[]): Figure => {
  const percents = figures.flatMap(({ percent }) => percent ?? [])
  return {
    id: OTHERS,
    label: '',
    value: figures.reduce((sum, { value }) => sum + value, 0),
    ...(percents.length > 0 && { percent: Math.round(percents.reduce((sum, percent) => sum + percent * 10, 0)) / 10 })
  }
}

type SplitFiguresProps = {
  title: string
  rows: readonly SplitRow[]
  labelOf: (code: string) => string
  /** The one row that is set apart by its pattern. */
  hatched?: string
}

/** Everybody stands in one row: the rows add up to all people, and their shares to 100.0%. */
export const SplitFigures = ({ title, rows, labelOf, hatched }: SplitFiguresProps) => {
  const t = useWords('review')
  const { count, percentTenths } = useFormat()
  const all = rows.reduce((sum, { people }) => sum + people, 0)
  return (
    <Figures
      title={title}
      all={all}
      isSplit
      figures={rows.map(({ code, people, percent }) => ({
        id: code,
        label: labelOf(code),
        value: people,
        percent,
        isHatched: code === hatched
      }))}
      columns={[
        { id: 'name', label: title },
        { id: 'people', label: t('columns.people'), isNumber: true },
        { id: 'percent', label: t('columns.percent'), isNumber: true }
      ]}
      rows={rows.map(({ code, people, percent }) => ({
        id: code,
        cells: [labelOf(code), count(people), percentTenths(percent)]
      }))}
      total={{ id: 'all', cells: [t('columns.all'), count(all), percentTenths(100)] }}
    />
  )
}
