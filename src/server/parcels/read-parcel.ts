// A parcel as it came, up to the point where only the store can say more: whose it is, whether it is whole, what is in it.
// Whatever a phone has signed is taken; what cannot be read now is kept for a server that can.
import { gunzipSync } from 'node:zlib'
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, fingerprint } from '#protocol/bytes.ts'
import { type Change, CHANGE_SCHEMA } from '#protocol/change.ts'
import { type Envelope, ENVELOPE_VERSION, isSignedBy, readEnvelope } from '#protocol/envelope.ts'
import type { PublicKey } from '#protocol/keys.ts'
import { AnyParcelHeader, PARCEL_INFO, ParcelHeader, readParcelBody } from '#protocol/parcel.ts'
import type { AsideReason } from '#protocol/receipt.ts'
import { UNPACKED_LIMIT } from '#protocol/squeeze.ts'
import type { KnownKeys } from '#server/parcels/known-keys.ts'
import type { Opener } from '#server/parcels/opener.ts'

/** No phone packs more than a thousand; a header that claims more than this is not believed. */
export const CHANGES_LIMIT = 5_000

/** One change at its place in the parcel; `unreadable` when the place holds something else. */
export type ParcelRow = { readonly counter: number; readonly change?: Change; readonly unreadable?: 'bad_value' }

export type ReadParcel = {
  readonly organisation: string
  readonly device: string
  readonly parcel: number
  readonly hash: string
  readonly bytes: Bytes
  /** Counters inside; `count` 0 when the header does not say. */
  readonly from: number
  readonly count: number
  readonly content: { readonly rows: readonly ParcelRow[] } | { readonly whole: AsideReason }
}

/** What is known of the sender. */
export type Sender = { readonly id: string; readonly organisation: string; readonly verifyingKey: PublicKey }

/** Finds one of the server's sealing keys by its id. */
export type FindOpener = (id: string) => Opener | undefined

export type Signed = { readonly envelope: Envelope; readonly header: AnyParcelHeader }

/** Undefined when the bytes are no parcel: cut short, or something else. */
export const readSigned = (bytes: Bytes): Signed | undefined => {
  const envelope = readEnvelope(bytes)
  const header = envelope && AnyParcelHeader.safeParse(envelope.header)
  return envelope && header?.success ? { envelope, header: header.data } : undefined
}

export const readParcel = async (
  bytes: Bytes,
  { envelope, header }: Signed,
  { sender, keys }: { sender: Sender; keys: { findOpener: FindOpener; verifierOf: KnownKeys['verifierOf'] } }
): Promise<Result<ReadParcel, 'altered' | 'too_large'>> => {
  if (!(await isSignedBy(envelope, await keys.verifierOf(sender.verifyingKey)))) return refuse('altered')
  const { from, count } = rangeIn(header)
  if (count > CHANGES_LIMIT) return refuse('too_large')
  return accept({
    organisation: sender.organisation,
    device: sender.id,
    parcel: header.parcel,
    hash: await fingerprint(bytes),
    bytes,
    from,
    count,
    content: readContent(envelope, sender, keys.findOpener)
  })
}

export const readContent = (envelope: Envelope, sender: Sender, findOpener: FindOpener): ReadParcel['content'] => {
  const header = ParcelHeader.safeParse(envelope.header)
  if (envelope.version !== ENVELOPE_VERSION || !header.success || header.data.schema !== CHANGE_SCHEMA) {
    return { whole: 'unknown_version' }
  }
  const { from, count, key, organisation } = header.data
  const opener = findOpener(key)
  const rows = opener && organisation === sender.organisation ? readRows(envelope, opener, count) : undefined
  if (rows === undefined) return { whole: 'unreadable' }
  return {
    rows: rows.map((row, at): ParcelRow => {
      const counter = from + at
      const isInPlace = 'change' in row && row.change.author === sender.id && row.change.counter === counter
      return isInPlace ? { counter, change: row.change } : { counter, unreadable: 'bad_value' }
    })
  }
}

/** Undefined when the body does not open, unpack or read as columns of `count` rows. */
const readRows = ({ body, headerBytes }: Envelope, opener: Opener, count: number) => {
  const squeezed = opener(body, { info: PARCEL_INFO, aad: headerBytes })
  const bytes = squeezed && unpack(squeezed)
  return bytes && readParcelBody(bytes, count)
}

/** At once: for a parcel's few kilobytes a stream costs ten times the unpacking. */
const unpack = (squeezed: Bytes): Bytes | undefined => {
  try {
    return gunzipSync(squeezed, { maxOutputLength: UNPACKED_LIMIT })
  } catch {
    return undefined
  }
}

/** From a header of any version; `count` 0 when it does not say. */
const rangeIn = (header: AnyParcelHeader): { from: number; count: number } => {
  const { from, count } = header
  const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(count) && Number(from) >= 1 && Number(count) >= 1
  return isRange ? { from: Number(from), count: Number(count) } : { from: 0, count: 0 }
}
