// How the files of a second copy are named, and how one that was cut short is told.
import { areAlike, type Bytes, concat, sha256 } from '#protocol/bytes.ts'
import type { DeviceId } from '#protocol/ids.ts'

export type NamedFile = { name: string; device: DeviceId; parcel: number; from: number | undefined; count: number }

export const PAPERS = '.papers'
export const papersName = (device: DeviceId) => `${device}${PAPERS}`

export const fileName = (device: DeviceId, { parcel, from, count }: { parcel: number; from: number; count: number }) =>
  `${device}.${parcel}.${from}.${count}.parcel`

/** `<phone>.<parcel>.<first change>.<changes>.parcel`; without the first change in files of an earlier version. */
export const readFileName = (name: string): NamedFile | undefined => {
  const [, device, parcel, from, count] = /^(\w{12})\.(\d+)\.(?:(\d+)\.)?(\d+)\.parcel$/.exec(name) ?? []
  if (device === undefined) return undefined
  return { name, device, parcel: Number(parcel), from: from ? Number(from) : undefined, count: Number(count) }
}

const CHECK_BYTES = 32

/** A file that was cut short is told by its own hash at the end. */
export const withCheck = async (bytes: Bytes): Promise<Bytes> => concat(bytes, await sha256(bytes))

export const withoutCheck = async (file: Bytes): Promise<Bytes | undefined> => {
  const bytes = file.slice(0, Math.max(0, file.length - CHECK_BYTES))
  return areAlike(await withCheck(bytes), file) ? bytes : undefined
}
