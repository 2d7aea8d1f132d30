// What a phone hands over: up to a thousand changes in columns, squeezed, sealed to the server, signed by the phone.
import * as z from 'zod/mini'
import { type Bytes, textToBytes } from '#protocol/bytes.ts'
import { type Change, CHANGE_SCHEMA } from '#protocol/change.ts'
import { Columns, columnsToChanges, changesToColumns } from '#protocol/columns.ts'
import { type Envelope, headerToBytes, parseJson, writeEnvelope } from '#protocol/envelope.ts'
import { DeviceId, OrganisationId } from '#protocol/ids.ts'
import { open, prepareSeal, sealWith } from '#protocol/keys.ts'
import { squeeze, unsqueeze } from '#protocol/squeeze.ts'

/** A parcel with this many changes is full; the next save starts another. Each save packs the newest one whole. */
export const PARCEL_CHANGES = 100
/** Full parcels that nobody has seen are joined up to this: many small ones cost half as many bytes again. */
export const JOINED_CHANGES = 1_000
/** One that long stays as it is: the longest that one full parcel can be is well below what every server takes. */
export const JOINED_BYTES = 262_144
/** What every server takes in one request at least. */
export const LEAST_BODY_BYTES = 1_048_576
export const PARCEL_INFO = textToBytes('susret parcel 1')

export const ParcelHeader = z.object({
  kind: z.literal('parcel'),
  organisation: OrganisationId,
  device: DeviceId,
  /** Counted up on each phone from 1. One that has joined another leaves its number unused. */
  parcel: z.int().check(z.gte(1)),
  /** The changes inside have counters `from` to `from + count − 1`. */
  from: z.int().check(z.gte(1)),
  count: z.int().check(z.gte(1), z.lte(100_000)),
  schema: z.int(),
  /** Which of the server's sealing keys the body is sealed to. */
  key: z.string()
})
export type ParcelHeader = z.infer<typeof ParcelHeader>

/** All a server needs to know of a parcel it cannot read further: whose it is. `from` and `count` stay what they are. */
export const AnyParcelHeader = z.looseObject({
  kind: z.literal('parcel'),
  device: DeviceId,
  parcel: z.int().check(z.gte(1))
})
export type AnyParcelHeader = z.infer<typeof AnyParcelHeader>

export type ParcelAddress = Pick<ParcelHeader, 'organisation' | 'device' | 'parcel' | 'key'>

/** `changes` are in counter order without a gap. `context` comes from `prepareSeal` with `PARCEL_INFO`. */
export const writeParcel = async (
  address: ParcelAddress,
  changes: readonly [Change, ...Change[]],
  with_: { context: Awaited<ReturnType<typeof prepareSeal>>; signer: CryptoKey }
): Promise<Bytes> => {
  const header = headerToBytes({
    kind: 'parcel',
    ...address,
    from: changes[0].counter,
    count: changes.length,
    schema: CHANGE_SCHEMA
  } satisfies ParcelHeader)
  const body = squeeze(textToBytes(JSON.stringify(changesToColumns(changes))))
  return writeEnvelope(header, await sealWith(with_.context, body, header), with_.signer)
}

/** Rows in counter order; undefined when the body cannot be opened, unpacked or read as columns of `count` rows. */
export const openParcel = async (
  envelope: Envelope,
  opener: CryptoKey,
  count: number
): Promise<ReturnType<typeof columnsToChanges> | undefined> => {
  const squeezed = await open({ opener, info: PARCEL_INFO }, envelope.body, envelope.headerBytes).catch(() => undefined)
  const bytes = squeezed && unsqueeze(squeezed)
  return bytes && readParcelBody(bytes, count)
}

/** The last step of `openParcel`, for a server that opens and unpacks with tools of its own. */
export const readParcelBody = (bytes: Bytes, count: number): ReturnType<typeof columnsToChanges> | undefined => {
  const columns = Columns.safeParse(parseJson(bytes))
  return columns.success && columns.data.count === count ? columnsToChanges(columns.data) : undefined
}
