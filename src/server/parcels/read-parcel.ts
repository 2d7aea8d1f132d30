// A parcel as it came, up to the point where only the store can say more: whose it is, whether it is whole, what is in it.
// Whatever a phone has signed is taken; what cannot be read now is kept for a server that can.
import type { webcrypto } from 'node:crypto'
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, fingerprint } from '#protocol/bytes.ts'
import { type Change, CHANGE_SCHEMA } from '#protocol/change.ts'
import { type Envelope, ENVELOPE_VERSION, isSignedBy, readEnvelope } from '#protocol/envelope.ts'
import { importVerifier, type PublicKey } from '#protocol/keys.ts'
import { AnyParcelHeader, openParcel, ParcelHeader } from '#protocol/parcel.ts'
import type { AsideReason } from '#protocol/receipt.ts'

/** No phone packs more than 250; a header that claims more than this is not believed. */
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
export type FindOpener = (id: string) => webcrypto.CryptoKey | undefined

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
  { sender, findOpener }: { sender: Sender; findOpener: FindOpener }
): Promise<Result<ReadParcel, 'altered' | 'too_large'>> => {
  if (!(await isSignedBy(envelope, await importVerifier(sender.verifyingKey)))) return refuse('altered')
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
    content: await readContent(envelope, sender, findOpener)
  })
}

export const readContent = async (
  envelope: Envelope,
  sender: Sender,
  findOpener: FindOpener
): Promise<ReadParcel['content']> => {
  const header = ParcelHeader.safeParse(envelope.header)
  if (envelope.version !== ENVELOPE_VERSION || !header.success || header.data.schema !== CHANGE_SCHEMA) {
    return { whole: 'unknown_version' }
  }
  const { from, count, key, organisation } = header.data
  const opener = findOpener(key)
  const rows = opener && organisation === sender.organisation ? await openParcel(envelope, opener) : undefined
  if (rows?.length !== count) return { whole: 'unreadable' }
  return {
    rows: rows.map((row, at): ParcelRow => {
      const counter = from + at
      const isInPlace = 'change' in row && row.change.author === sender.id && row.change.counter === counter
      return isInPlace ? { counter, change: row.change } : { counter, unreadable: 'bad_value' }
    })
  }
}

/** From a header of any version; `count` 0 when it does not say. */
const rangeIn = (header: AnyParcelHeader): { from: number; count: number } => {
  const { from, count } = header
  const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(count) && Number(from) >= 1 && Number(count) >= 1
  return isRange ? { from: Number(from), count: Number(count) } : { from: 0, count: 0 }
}
