// A parcel comes in: who signed it, is it whole, take it, and say so in a signed receipt once it is on the disk.
import type { Bytes } from '#protocol/bytes.ts'
import type { Receipt } from '#protocol/receipt.ts'
import { signStatement } from '#protocol/signed.ts'
import { revoked } from '#server/http/access.ts'
import { type Budget, withBody } from '#server/http/body.ts'
import type { Counts } from '#server/http/counts.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'
import { readParcel, readSigned } from '#server/parcels/read-parcel.ts'

/**
 * Checking a parcel costs more than writing it, so the bound counts from the moment the body is there. Who comes when it is
 * reached is told so before the body is read: a crowd that is sent away costs little.
 */
export const answerParcels = (parts: AppParts, budget: Budget, counts: Counts): Handler => {
  const isFull = () => counts.parcelsUnderWay >= parts.limits.parcelsAtOnce
  const takeInBounds = async (context: Context, bytes: Bytes): Promise<Response> => {
    if (isFull()) return busy(context, parts)
    counts.parcelsUnderWay += 1
    try {
      return await take(context, parts, bytes)
    } finally {
      counts.parcelsUnderWay -= 1
    }
  }
  return async (context) => {
    if (isFull()) return busy(context, parts)
    return withBody(context.req.raw, { limit: parts.limits.maxBodyBytes, budget }, async (body) => {
      if (body.ok) return takeInBounds(context, body.value)
      if (body.refusal === 'busy') return busy(context, parts)
      return refusal(context, body.refusal === 'broken_off' ? 'altered' : body.refusal)
    })
  }
}

const take = async (context: Context, parts: AppParts, bytes: Bytes): Promise<Response> => {
  const { store, keys } = parts
  const signed = readSigned(bytes)
  if (signed === undefined) return refusal(context, 'altered')
  const sender = await store.findDevice(signed.header.device)
  if (sender === undefined) return refusal(context, 'unknown_device')
  context.set('phone', sender.number)
  const read = await readParcel(bytes, signed, { sender, keys })
  if (!read.ok) return refusal(context, read.refusal)
  if (sender.revokedAt !== null) return revoked(context, sender.id, parts)

  const taken = await store.takeParcel(read.value)
  if (taken === 'busy') return busy(context, parts)
  if (taken === 'revoked') return revoked(context, sender.id, parts)
  // A store that was emptied under a running server: no order to forget, which nothing could take back.
  if (taken === 'unknown') return refusal(context, 'unknown_device')
  const { parcel, hash } = read.value
  const receipt: Receipt = {
    kind: 'receipt',
    device: sender.id,
    parcel,
    hash,
    epoch: taken.epoch,
    at: taken.at,
    aside: taken.aside
  }
  return context.json(await signStatement(receipt, keys.signer))
}
