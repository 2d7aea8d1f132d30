// Where a phone is in an append order, as opaque text: the epoch and the last sequence number it has. A number alone would
// skip what was appended anew after a restore.

/**
 * The last change a phone was given: its number and when it was taken, in milliseconds since 1970 UTC. Where the data went back
 * and came anew, another has that number, or the same was taken at another time.
 */
export type Mark = { readonly seq: number; readonly heardAt: number }

export type Place = { readonly after: number; readonly mark?: Mark }

export const writeCursor = (epoch: string, { after, mark }: Place): string =>
  [epoch, after, ...(mark ? [`${mark.seq}-${mark.heardAt}`] : [])].join('.')

/** Where to go on: the beginning also for a cursor of another epoch. Undefined when it is no cursor. */
export const readCursor = (cursor: string, epoch: string): Place | undefined => {
  if (cursor === '') return { after: 0 }
  const [, of, after, seq, heardAt] = /^([A-Za-z0-9_-]+)\.(\d{1,15})(?:\.(\d{1,15})-(\d{1,15}))?$/.exec(cursor) ?? []
  if (of === undefined) return undefined
  if (of !== epoch) return { after: 0 }
  return { after: Number(after), ...(seq !== undefined && { mark: { seq: Number(seq), heardAt: Number(heardAt) } }) }
}
