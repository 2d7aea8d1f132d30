// What an organisation found of its services, for whoever reads its directory. The first to ask has all of its records read through;
// after that only those that came since are. What is held is the changes of checks alone.
import type { ServiceCheck } from '#domain/directory/checks.ts'
import { isRemoved } from '#domain/records/record.ts'
import { asHeard } from '#protocol/change.ts'
import { mergeChanges } from '#protocol/merge.ts'
import { checksIn } from '#protocol/service-checks.ts'
import type { AppendedChange } from '#server/store/parcels.ts'
import type { Store } from '#server/store/store.ts'
import { createTurns } from '#server/store/turns.ts'

const CHANGES_AT_ONCE = 1_000

export type ReadChecks = () => Promise<readonly ServiceCheck[]>

export const createReadChecks = (store: Pick<Store, 'changesAfter'>, organisation: string): ReadChecks => {
  const inTurn = createTurns()
  let read = nothingOf('')
  let checks: readonly ServiceCheck[] = []

  const readOn = async (): Promise<readonly ServiceCheck[]> => {
    const before = read.held
    for (;;) {
      const page = await store.changesAfter(organisation, (epoch) => {
        // A restored server may have other changes under the same numbers.
        if (epoch !== read.epoch) read = nothingOf(epoch)
        return { after: read.after, limit: CHANGES_AT_ONCE }
      })
      const last = page?.changes.at(-1)
      if (page === undefined || last === undefined) break
      const came = page.changes.filter(({ change }) => change.type === 'service_check')
      read = { ...read, after: last.seq, held: came.length === 0 ? read.held : [...read.held, ...came] }
    }
    if (read.held !== before) checks = checksOf(read.held)
    return checks
  }
  return () => inTurn(readOn)
}

type Known = { readonly epoch: string; readonly after: number; readonly held: readonly AppendedChange[] }

const nothingOf = (epoch: string): Known => ({ epoch, after: 0, held: [] })

const checksOf = (held: readonly AppendedChange[]): ServiceCheck[] =>
  [...Map.groupBy(held, ({ change }) => change.record).values()].flatMap((appended) => {
    const record = mergeChanges(appended.map((one) => asHeard(one.change, one.heardAt)))
    const heardAt = Math.max(...appended.map((one) => one.heardAt))
    return isRemoved(record) ? [] : checksIn([record]).map((check) => ({ ...check, heardAt }))
  })
