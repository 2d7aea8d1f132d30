// What is done when a phone knows more than the store: under a new epoch all phones offer again what it may have lost.
import type { AppParts } from '#server/http/parts.ts'

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
