// What is done when a phone knows more than the store: under a new epoch all phones offer again what it may have lost.
import type { AppParts } from '#server/http/parts.ts'
import { readCursor } from '#server/store/cursor.ts'
import type { Device } from '#server/store/devices.ts'
import type { Confirmed } from '#server/store/parcels.ts'

/** What a phone says was confirmed to it; nothing of another epoch. */
export const confirmedTo = (
  { id }: Device,
  { received = '' }: { readonly received?: string | undefined },
  epoch: string
): Confirmed => ({ device: id, parcels: readCursor(received, epoch)?.after ?? 0 })

/**
 * Whoever asked is to be looked up again after it: the store may have learned that they are refused. Before the new epoch, so that
 * nobody is answered under it who is. Nothing else when another request was faster.
 */
export const beginEpochAnew = async (
  { store, log, remindStore }: Pick<AppParts, 'store' | 'log' | 'remindStore'>,
  was: string
): Promise<void> => {
  await remindStore?.()
  if (!(await store.beginEpoch(was))) return
  log.error({}, 'The data went back to an earlier state without a restore. Phones will offer again what it may lack.')
}
