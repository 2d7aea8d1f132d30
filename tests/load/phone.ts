// A phone without a screen: its keys, parcels and receipts are the device's and the protocol's own; only its letterbox is
// in memory, so that thousands fit into one process.
import { handOver } from '#device/letterbox/post.ts'
import type { Platform } from '#device/platform.ts'
import { askToJoin, type Joined } from '#device/vault/join.ts'
import type { AnonymousFields } from '#domain/anonymise.ts'
import { type Bytes, bytesToBase64Url } from '#protocol/bytes.ts'
import { type Change, createChange } from '#protocol/change.ts'
import type { InviteLink } from '#protocol/endpoints/join.ts'
import { createDeviceId, type DeviceId } from '#protocol/ids.ts'
import { createSealingKeys, createSigningKeys, importSealer, importSigner, prepareSeal } from '#protocol/keys.ts'
import { PARCEL_INFO, writeParcel } from '#protocol/parcel.ts'

export type WaitingParcel = {
  readonly parcel: number
  readonly from: number
  readonly count: number
  readonly bytes: Bytes
}

/** `ms`: from the offer to the verified receipt, or to whatever came instead. */
export type Offer =
  | {
      readonly kind: 'receipt'
      readonly ms: number
      readonly epoch: string
      readonly count: number
      readonly aside: number
    }
  | { readonly kind: 'busy'; readonly ms: number; readonly retryAfter: number | undefined }
  | { readonly kind: 'no_answer' | 'wiped'; readonly ms: number }
  | { readonly kind: 'refused'; readonly ms: number; readonly problem: string }

export type LoadPhone = {
  readonly device: DeviceId
  readonly number: number
  readonly joined: Joined
  /** Opens what is delivered to this phone. */
  readonly inboxKey: string
  readonly platform: Platform
  /** Oldest first; a parcel leaves only with its receipt. */
  readonly waiting: WaitingParcel[]
  /** What a verified receipt was given for. */
  readonly acknowledged: Omit<WaitingParcel, 'bytes'>[]
  /** Counters written so far. */
  readonly written: () => number
  /** Seals and signs records into parcels of `perParcel`, to be offered later. */
  readonly prepare: (records: number, perParcel: number) => Promise<void>
  /** Offers the oldest waiting parcel once. */
  readonly offer: () => Promise<Offer>
}

export type PhoneParts = {
  readonly fetch: Platform['fetch']
  readonly now: () => number
  readonly random: (bytes: number) => Bytes
  /** What the records say: the one with counter n has the fields at n, round and round. */
  readonly fields: readonly AnonymousFields[]
}

/** Throws when the server does not let it in. */
export const joinLoadPhone = async (invite: InviteLink, parts: PhoneParts): Promise<LoadPhone> => {
  const [signing, inbox] = await Promise.all([createSigningKeys(), createSealingKeys()])
  const platform = createPlatform(parts)
  const device = createDeviceId(parts.random(12))
  const token = bytesToBase64Url(parts.random(32))
  const joined = await askToJoin(platform, invite, { device, token, signing, inbox })
  if (!joined.ok) throw new Error(`A phone was not let in: ${joined.refusal}`)
  const { membership, credentials } = joined.value
  const signer = await importSigner(signing.privateKey)
  const sealer = await importSealer(membership.sealingKey.key)
  const address = { organisation: membership.organisation.id, device, key: membership.sealingKey.id }
  const waiting: WaitingParcel[] = []
  const acknowledged: Omit<WaitingParcel, 'bytes'>[] = []
  let counter = 0
  let parcel = 0

  const nextChange = (at: number): Change => {
    counter += 1
    return createChange(
      { type: 'arrival', fields: fieldsAt(parts.fields, counter) },
      { author: device, counter, clock: { at, tick: 0 } }
    )
  }

  return {
    device,
    number: membership.number,
    joined: joined.value,
    inboxKey: inbox.privateKey,
    platform,
    waiting,
    acknowledged,
    written: () => counter,
    prepare: async (records, perParcel) => {
      for (let left = records; left > 0; left -= perParcel) {
        const at = parts.now()
        const changes = Array.from({ length: Math.min(left, perParcel) }, () => nextChange(at)) as [Change, ...Change[]]
        const context = await prepareSeal({ sealer, info: PARCEL_INFO })
        parcel += 1
        const bytes = await writeParcel({ ...address, parcel }, changes, { context, signer })
        waiting.push({ parcel, from: changes[0].counter, count: changes.length, bytes })
      }
    },
    offer: async () => {
      const [next] = waiting
      if (next === undefined) throw new Error('Nothing waits')
      const began = performance.now()
      const answer = await handOver(platform, credentials, next)
      const ms = performance.now() - began
      if (!answer.ok) {
        const trouble = answer.refusal
        if (trouble.why !== 'refused') return { kind: trouble.why, ms }
        return trouble.problem === 'busy'
          ? { kind: 'busy', ms, retryAfter: trouble.retryAfter }
          : { kind: 'refused', ms, problem: trouble.problem }
      }
      waiting.shift()
      acknowledged.push({ parcel: next.parcel, from: next.from, count: next.count })
      const { epoch, aside } = answer.value
      return { kind: 'receipt', ms, epoch, count: next.count, aside: aside.length }
    }
  }
}

export const fieldsAt = (fields: readonly AnonymousFields[], counter: number): AnonymousFields => {
  const at = fields[counter % fields.length]
  if (at === undefined) throw new Error('No fields to write')
  return at
}

const createPlatform = ({ fetch, now, random }: PhoneParts): Platform => ({
  now,
  random,
  fetch,
  alone: (_name, work) => work(),
  tell: () => {},
  hear: () => () => {}
})
