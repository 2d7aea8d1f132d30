// Parcels that are cut, spliced, signed by another, or rightly sealed and signed with hostile content.
import { gzipSync } from 'node:zlib'
import { changesToColumns } from '#protocol/columns.ts'
import { concat, type Bytes } from '#protocol/bytes.ts'
import { readEnvelope, writeEnvelope } from '#protocol/envelope.ts'
import { importSealer, seal } from '#protocol/keys.ts'
import { PARCEL_INFO } from '#protocol/parcel.ts'
import type { Chance } from '#tests/fuzz/chance.ts'
import { toHostileJson } from '#tests/fuzz/hostile-json.ts'
import { post, type Sent } from '#tests/fuzz/wire.ts'
import type { World } from '#tests/fuzz/world.ts'

const toParcel = (bytes: Uint8Array): Sent => ({ bytes: post('/v1/parcels', bytes) })

const replayed = (chance: Chance, { recorded }: World): Sent => toParcel(chance.one(recorded).bytes)

const altered = (chance: Chance, { recorded }: World): Sent => {
  const bytes = Buffer.from(chance.one(recorded).bytes)
  const other = Buffer.from(chance.one(recorded).bytes)
  switch (chance.below(6)) {
    case 0: {
      const at = chance.below(bytes.length)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << chance.below(8)), at)
      return toParcel(bytes)
    }
    case 1:
      return toParcel(bytes.subarray(0, chance.below(bytes.length)))
    case 2:
      return toParcel(Buffer.concat([bytes, chance.bytes(1 + chance.below(80))]))
    case 3: {
      const cut = chance.below(Math.min(bytes.length, other.length))
      return toParcel(Buffer.concat([bytes.subarray(0, cut), other.subarray(cut), Buffer.from([0])]))
    }
    case 4:
      bytes.writeUInt32BE(chance.one([0, 1, 7, bytes.length, 65_536, 0x7fffffff, 0xffffffff]), 4)
      return toParcel(bytes)
    default:
      return toParcel(chance.bytes(chance.below(300)))
  }
}

/** Another phone puts its own signature under somebody's parcel. */
const stolen = async (chance: Chance, { recorded, hostile }: World): Promise<Sent> => {
  const envelope = readEnvelope(chance.one(recorded).bytes)
  if (envelope === undefined) throw new Error('A recorded parcel is an envelope')
  return toParcel(await writeEnvelope(envelope.headerBytes, envelope.body, hostile.signer))
}

/** Whatever the header says, the hostile phone's signature is right. */
const headed = async (chance: Chance, world: World): Promise<Sent> => {
  const { hostile } = world
  const envelope = readEnvelope(await hostile.pack(hostile.noteArrivals(1), 1 + chance.below(1_000)))
  if (envelope === undefined) throw new Error('What a phone packs is an envelope')
  const header = toHostileJson(envelope.header, chance) as Uint8Array as Bytes
  return toParcel(await writeEnvelope(header, envelope.body, hostile.signer))
}

/** Rightly signed, sealed and packed: only what is inside is wrong. */
const filled = async (chance: Chance, world: World): Promise<Sent> => {
  const columns = changesToColumns(world.hostile.noteArrivals(1 + chance.below(5)))
  return sealed(gzipSync(toHostileJson(columns, chance)), world, { count: columns.count, chance })
}

/** Short texts that say "all" of very much, and gzip that grows a thousandfold. */
const growing = async (chance: Chance, world: World): Promise<Sent> => {
  const count = chance.one([1, 5_000])
  const plain = { ...changesToColumns(world.hostile.noteArrivals(1)), count }
  const many = chance.one([1_000, 100_000, 1_000_000])
  const inside = chance.one([
    () => JSON.stringify({ ...plain, over: { all: Array(many).fill(0) } }),
    () => JSON.stringify({ ...plain, author: { all: 'a'.repeat(many) } }),
    () => JSON.stringify({ ...plain, counter: { each: Array(many).fill('x') } }),
    () => JSON.stringify({ ...plain, fields: { needs: { all: Array(many).fill('!') } } }),
    () =>
      JSON.stringify({
        ...plain,
        fields: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`a${at}`, { all: 1 }]))
      }),
    () => JSON.stringify({ ...plain, count: 100_000 }),
    () => `${'['.repeat(many)}${']'.repeat(many)}`,
    () => `[${'[],'.repeat(many)}0]`,
    () => ' '.repeat(64 * 1024 ** 2)
  ])()
  const packed = gzipSync(inside, { level: 1 })
  // The length it says it had: ten gigabytes and some.
  if (chance.is(0.5)) packed.writeUInt32LE(0x80000000, packed.length - 4)
  return sealed(packed, world, { count, chance })
}

const sealed = async (packed: Uint8Array, { hostile }: World, { count, chance }: { count: number; chance: Chance }) => {
  const { organisation, sealingKey } = hostile.membership()
  const address = { organisation: organisation.id, device: hostile.device, parcel: 1_000_000 + chance.below(1_000_000) }
  const header = Buffer.from(
    JSON.stringify({ kind: 'parcel', ...address, from: 1 + chance.below(1_000), count, schema: 1, key: sealingKey.id })
  ) as Uint8Array as Bytes
  const to = { sealer: await importSealer(sealingKey.key), info: PARCEL_INFO }
  const body = await seal(to, concat(packed), header)
  // A point that is none, where the sender's key should stand.
  if (chance.is(0.05)) body.fill(chance.below(256), 0, 65)
  return toParcel(await writeEnvelope(header, body, hostile.signer))
}

export const PARCEL_ATTACKS = { replayed, altered, stolen, headed, filled, growing }
