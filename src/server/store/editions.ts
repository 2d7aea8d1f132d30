// Tables of one month as they were first told to a program. Each stays as it is, for every program and for ever: of two answers
// about one month, told differently or told again once more had come, the difference would show single people.
import type { Month } from '#domain/belgrade-time.ts'
import type { DataSubject } from '#domain/exports/data-sheet.ts'
import type { Offered } from '#domain/exports/offer.ts'
import type { Query } from '#server/store/database.ts'

export type EditionName = { readonly organisation: string; readonly subject: DataSubject; readonly month: Month }

/** No more than may leave: what is not told was never stored here. */
export type Edition = Pick<Offered, 'detail' | 'rows'> & { readonly madeAt: number }

export const findEdition = async (
  query: Query,
  { organisation, subject, month }: EditionName
): Promise<Edition | undefined> => {
  const [row] = await query(
    `select made_at, content from edition where organisation = ? and subject = ? and month = ?`,
    [organisation, subject, month]
  )
  if (row === undefined) return undefined
  return { ...(JSON.parse(String(row['content'])) as Omit<Edition, 'madeAt'>), madeAt: Number(row['made_at']) }
}

/** Where two processes made one at the same time, the first stands. */
export const keepEdition = async (
  query: Query,
  name: EditionName,
  { madeAt, detail, rows }: Edition
): Promise<Edition> => {
  const { organisation, subject, month } = name
  await query(
    `insert into edition (organisation, subject, month, made_at, content) values (?, ?, ?, ?, ?) on conflict do nothing`,
    [organisation, subject, month, madeAt, JSON.stringify({ detail, rows })]
  )
  const kept = await findEdition(query, name)
  if (kept === undefined) throw new Error('The table that was just kept is not there')
  return kept
}
