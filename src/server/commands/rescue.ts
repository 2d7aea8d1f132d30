// `rescue <file>`: what a phone saved that had lost its storage. Each parcel is taken like any that comes by itself: the
// same signature, the same verdicts, and what is known already is known again.
import { readFile } from 'node:fs/promises'
import type { Bytes } from '#protocol/bytes.ts'
import { readRescueFile } from '#protocol/rescue-file.ts'
import { toTable } from '#server/commands/table.ts'
import { type Command, Trouble, withStore } from '#server/commands/world.ts'
import { loadKeys, type ServerKeys } from '#server/keys.ts'
import { readParcel, readSigned } from '#server/parcels/read-parcel.ts'
import { keyPathOf } from '#server/settings.ts'
import type { Store } from '#server/store/store.ts'

export const rescue: Command = async (world, [path]) => {
  if (path === undefined) throw new Trouble('Say which file, as in: rescue susret-rescue.json')
  const parcels = readRescueFile(await read(path))
  if (parcels === undefined) throw new Trouble(`${path} is cut short or is no rescue file. Nothing was taken.`)
  return withStore(world, async (store) => {
    const keys = await loadKeys(keyPathOf(world.settings))
    const rows: string[][] = []
    for (const bytes of parcels) rows.push(await take(bytes, { store, keys }))
    for (const line of toTable(['phone', 'parcel', 'changes', 'what became of it'], rows)) world.say(line)
    const refused = rows.filter((row) => row.at(-1)?.startsWith('refused')).length
    world.say(`${rows.length - refused} of ${rows.length} parcels are in the store.`)
    return refused === 0 ? 0 : 1
  })
}

const take = async (bytes: Bytes, { store, keys }: { store: Store; keys: ServerKeys }): Promise<string[]> => {
  const signed = readSigned(bytes)
  if (signed === undefined) return ['?', '?', '?', 'refused: altered']
  const parcel = String(signed.header.parcel)
  const sender = await store.findDevice(signed.header.device)
  if (sender === undefined) return ['?', parcel, '?', 'refused: from no phone of this team']
  const phone = `Phone ${sender.number}`
  const read = await readParcel(bytes, signed, { sender, keys })
  if (!read.ok) return [phone, parcel, '?', `refused: ${read.refusal}`]
  const count = String(read.value.count)
  const taken = sender.revokedAt === null ? await store.takeParcel(read.value) : 'revoked'
  if (taken === 'unknown') return [phone, parcel, count, 'refused: the phone is not known']
  if (taken === 'revoked') return [phone, parcel, count, 'refused: the phone was revoked']
  if (taken === 'busy') return [phone, parcel, count, 'refused: busy, try again']
  return [phone, parcel, count, taken.aside.length === 0 ? 'taken' : `taken, ${taken.aside.length} set aside`]
}

const read = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new Trouble(`${path} cannot be read.`, { cause: error })
  }
}
