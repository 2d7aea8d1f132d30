// Whose word is asked for where two answers stand: whoever wrote in the record, and the leads, who answer for all of them.
import type { Identity } from '#device/vault/keeper.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const disputesFor = (records: readonly MergedRecord[], { device, role }: Identity): MergedRecord[] =>
  records.filter(
    ({ disputed, changes }) =>
      disputed.length > 0 && (role === 'lead' || role === 'admin' || changes.some((dot) => dot.startsWith(device)))
  )
