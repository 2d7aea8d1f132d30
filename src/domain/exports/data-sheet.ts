// One table as columns and rows of cells, whichever set it is: for files that are written row by row, and for pages.
import { type CellValue, columnsOf, type FileKind, FILES, SUBJECTS_OF } from '#domain/exports/columns.ts'
import type { ToldRow } from '#domain/exports/offer.ts'
import {
  countParticipants,
  MOST_PARTICIPANTS,
  PARTICIPANT_COLUMNS,
  participantRows
} from '#domain/exports/participants.ts'
import { countReferralForms, REFERRAL_FORM_COLUMNS, referralFormRows } from '#domain/exports/referral-forms.ts'
import { BYTE_ORDER_MARK, cellsOf, rowsFor, type SheetWords } from '#domain/exports/sheet.ts'

/** NRC's own files: the arrivals as CORE's participants, and the referrals as its form has them. In English, as NRC reads them. */
export const NRC_SETS = ['core', 'forms'] as const
export type NrcSet = (typeof NRC_SETS)[number]

export const DATA_SETS = [...FILES, ...NRC_SETS] as const
export type DataSet = FileKind | NrcSet

export const isNrcSet = (set: string): set is NrcSet => NRC_SETS.some((known) => known === set)

/** What a program may be allowed to read. */
export const SCOPES = [...FILES, 'forms'] as const
export type Scope = (typeof SCOPES)[number]

/** The set whose table it is made of: whoever may read that may read it too. */
export const scopeOf = (set: DataSet): Scope => (set === 'core' ? 'arrivals' : set)

/** What is counted for it: several sets tell one table, and some tell two. */
export const subjectsOf = (set: DataSet) => (set === 'forms' ? FORMS : SUBJECTS_OF[set === 'core' ? 'arrivals' : set])
export type DataSubject = ReturnType<typeof subjectsOf>[number]

const FORMS = ['forms'] as const

export type DataSheet = {
  /** `tag`: its HXL hashtag; empty where there is none. */
  readonly columns: readonly { readonly id: string; readonly heading: string; readonly tag: string }[]
  readonly count: number
  readonly rows: (from?: number, limit?: number) => Iterable<readonly CellValue[]>
}

/** `words` of NRC's sets are to be English, which its import reads. */
export const dataSheet = (rows: readonly ToldRow[], set: DataSet, words: SheetWords): DataSheet => {
  if (set === 'core') {
    return {
      columns: PARTICIPANT_COLUMNS,
      count: countParticipants(rows),
      rows: (from = 0, limit = Infinity) => some(participantRows(rows, words.names), from, limit)
    }
  }
  if (set === 'forms') {
    return {
      columns: REFERRAL_FORM_COLUMNS,
      count: countReferralForms(rows),
      rows: (from = 0, limit = Infinity) => some(referralFormRows(rows, words.names), from, limit)
    }
  }
  const all = rowsFor(rows, set)
  return {
    columns: columnsOf(set).map(({ id, tag }) => ({ id, heading: words.heading(id), tag: tag(set) })),
    count: all.length,
    rows: (from = 0, limit = Infinity) => all.slice(from, from + limit).map((row) => cellsOf(row, set, words))
  }
}

/** What its CSV begins with. CORE takes a mark for letters of the first heading, and knows no such column. */
export const markOf = (set: string): string => (set === 'core' ? '' : BYTE_ORDER_MARK)

/** A file or several, each of as many rows as who reads it takes at once; several are named `name-1`, `name-2`. */
export const filesOf = (set: string, name: string, count: number): readonly FilePart[] => {
  const most = set === 'core' ? MOST_PARTICIPANTS : Infinity
  if (count <= most) return [{ name, from: 0, limit: Infinity }]
  return Array.from({ length: Math.ceil(count / most) }, (_, at) => ({
    name: `${name}-${at + 1}`,
    from: at * most,
    limit: most
  }))
}
export type FilePart = { readonly name: string; readonly from: number; readonly limit: number }

function* some<Row>(rows: Iterable<Row>, from: number, limit: number): Generator<Row, undefined> {
  let at = 0
  for (const row of rows) {
    if (at >= from + limit) return
    if (at >= from) yield row
    at += 1
  }
}
