// The limit: the same changes as one gzip of columns in one POST, and one GET; no library, nothing kept, nothing sealed.
import { contentOf, createDrafts, draftsToChanges } from '#tests/benchmarks/records.ts'
import { offer, time } from '#tests/benchmarks/wire/contestant.ts'
import { parseJson } from '#protocol/envelope.ts'
import { textToBytes } from '#protocol/bytes.ts'
import type { Change } from '#protocol/change.ts'
import { type Columns, changesToColumns } from '#protocol/columns.ts'
import { squeeze, unsqueeze } from '#protocol/squeeze.ts'

type Row = { type: string; fields: Record<string, unknown> }

let kept: Change[] = []

offer({
  prepare: async () => {},
  keep: async (count, seed) => {
    kept = draftsToChanges(createDrafts(count, seed))
  },
  push: async () => {
    const { ms } = await time(async () => {
      const body = squeeze(textToBytes(JSON.stringify(changesToColumns(kept))))
      const answer = await fetch('/records', { method: 'POST', body })
      if ((await answer.text()) !== String(kept.length)) throw new Error('Not all of it came')
    })
    return { ms, whole: ms }
  },
  pull: async (count) => {
    const { ms, value } = await time(async () => {
      const answer = await fetch('/records', { cache: 'no-store' })
      const bytes = unsqueeze(new Uint8Array(await answer.arrayBuffer()))
      if (bytes === undefined) throw new Error('What came is no gzip')
      return columnsToRows(parseJson(bytes) as Columns)
    })
    if (value.length !== count) throw new Error(`${value.length} of ${count} came`)
    return { ms, whole: ms, content: contentOf(value) }
  }
})

const columnsToRows = ({ count, type, fields }: Columns): Row[] => {
  const columns = Object.entries(fields)
  return Array.from({ length: count }, (_, row) => {
    const values: Record<string, unknown> = {}
    for (const [name, cells] of columns) {
      const value = 'all' in cells ? cells.all : cells.each[row]
      if (value !== null && value !== undefined) values[name] = value
    }
    return { type: String('all' in type ? type.all : type.each[row]), fields: values }
  })
}
