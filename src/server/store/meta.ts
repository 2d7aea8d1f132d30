// What the data says of itself: its epoch, and which server's keys go with it.
import { bytesToBase64Url } from '#protocol/bytes.ts'
import type { Query } from '#server/store/database.ts'

type Name = 'epoch' | 'keys' | 'nudge_keys'

export const findMeta = async (query: Query, name: Name): Promise<string | undefined> =>
  (await query(`select value from meta where name = ?`, [name]))[0]?.['value'] as string | undefined

export const putMeta = (query: Query, name: Name, value: string): Promise<unknown> =>
  query(`insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value`, [
    name,
    value
  ])

export const getEpoch = async (query: Query): Promise<string> => {
  const epoch = await findMeta(query, 'epoch')
  if (epoch === undefined) throw new Error('The data has no epoch: it was never set up')
  return epoch
}

/** Sets the epoch when there is none yet. */
export const ensureEpoch = async (query: Query, fresh: string): Promise<void> => {
  if ((await findMeta(query, 'epoch')) === undefined) await putMeta(query, 'epoch', fresh)
}

/** False when `was` is no longer the epoch: somebody else was faster. */
export const changeEpoch = async (query: Query, was: string, fresh: string): Promise<boolean> =>
  (await query(`update meta set value = ? where name = 'epoch' and value = ? returning name`, [fresh, was])).length > 0

/** `random` needs twelve bytes. */
export const createEpoch = (random: Uint8Array): string => bytesToBase64Url(random.subarray(0, 12))
