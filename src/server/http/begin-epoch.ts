// What is done when a phone knows more than the store: under a new epoch all phones offer again what it may have lost.
import type { AppParts } from '#server/http/parts.ts'

/** Nothing when another request was faster. */
export const beginEpochAnew = async ({ store, log }: Pick<AppParts, 'store' | 'log'>, was: string): Promise<void> => {
  if (!(await store.beginEpoch(was))) return
  log.error({}, 'The data went back to an earlier state without a restore. Phones will offer again what it may lack.')
}
