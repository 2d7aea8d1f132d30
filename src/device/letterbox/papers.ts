// What is known of a phone whose parcels lie in a second copy: who sent them, whose receipts to believe, and which of them the team
// has. What was handed over stays for some time, and is offered again to a server that was restored from before.
import * as z from 'zod/mini'
import { DeviceId, Epoch } from '#protocol/ids.ts'
import { PublicKey } from '#protocol/keys.ts'
import type { Receipt } from '#protocol/receipt.ts'

/** Who sent the parcels and how to know the server's word. Nothing here is secret. */
export const Papers = z.object({
  device: DeviceId,
  serverKey: PublicKey,
  /** Receipts from before a restore no longer count. */
  pastEpochs: z.array(Epoch),
  /** The numbers its next change and parcel get, as of the last tidying. */
  next: z.optional(z.object({ counter: z.int(), parcel: z.int() })),
  /** Of a phone that is no more: parcels that are kept with a receipt of this epoch, and when the server gave the last. */
  received: z.optional(z.object({ epoch: Epoch, at: z.int(), parcels: z.array(z.int()) }))
})
export type Papers = z.infer<typeof Papers>

/**
 * So long after its receipt is kept what a lost phone left: longer than a backup is old that anybody restores, also by a clock of
 * the server that was a month off.
 */
export const RECEIVED_KEPT_MS = 60 * 24 * 60 * 60_000

/** Where a restored server is there since, what the receipts of before were for is handed over again. */
export const papersUnder = (epoch: string | undefined, papers: Papers): Papers => {
  const { received, ...before } = papers
  if (received === undefined || epoch === undefined || received.epoch === epoch) return papers
  return { ...before, pastEpochs: [...before.pastEpochs, received.epoch] }
}

export const withReceipt = (papers: Papers, { epoch, at, parcel }: Receipt): Papers => {
  const now = papersUnder(epoch, papers)
  return { ...now, received: { epoch, at, parcels: [...(now.received?.parcels ?? []), parcel] } }
}
