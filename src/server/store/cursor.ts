// Where a phone is in an append order, as opaque text: the epoch and the last sequence number it has. A number alone would
// skip what was appended anew after a restore.

export const writeCursor = (epoch: string, seq: number): string => `${epoch}.${seq}`

/** The number to go on after; 0 for the beginning and for a cursor of another epoch. Undefined when it is no cursor. */
export const readCursor = (cursor: string, epoch: string): number | undefined => {
  if (cursor === '') return 0
  const [, of, seq] = /^([A-Za-z0-9_-]+)\.(\d{1,15})$/.exec(cursor) ?? []
  if (of === undefined || seq === undefined) return undefined
  return of === epoch ? Number(seq) : 0
}
