// Where a phone is in an append order, as opaque text: the epoch, the last sequence number it has and, of changes, which it was
// told last. A number alone would skip what was appended anew after a restore; and a store that was put back by other means than
// `restore` keeps its epoch, but lacks what it has told.
import { Dot } from '#protocol/ids.ts'

export type Cursor = {
  /** The number to go on after; 0 for the beginning and for a cursor of another epoch. */
  readonly after: number
  readonly told?: Dot
}

export const writeCursor = (epoch: string, seq: number, told?: Dot): string =>
  `${epoch}.${seq}` + (told === undefined ? '' : `.${told}`)

/** Undefined when it is no cursor. */
export const readCursor = (cursor: string, epoch: string): Cursor | undefined => {
  if (cursor === '') return { after: 0 }
  const [, of, seq, last] = /^([A-Za-z0-9_-]+)\.(\d{1,15})(?:\.([a-z0-9-]+))?$/.exec(cursor) ?? []
  const told = Dot.safeParse(last)
  if (of === undefined || seq === undefined || (last !== undefined && !told.success)) return undefined
  if (of !== epoch) return { after: 0 }
  return { after: Number(seq), ...(told.success && { told: told.data }) }
}
