// What was corrected and written on this phone, and over what: the team takes it only over the version that stands there. Where
// that is an earlier one which its author has had before them, or made, nobody came first.
import type { Correction, TakenBack } from '#domain/corrections.ts'
import type { EntryEdit } from '#domain/directory/entry-edit.ts'
import type { LibraryItem } from '#protocol/library.ts'

/** What a phone says to the library: a corrected text, a recording, an entry of the directory. */
export type LibraryEdit = Correction | EntryEdit

/** `waiting`: the team does not have it yet. */
export type OpenRow = {
  key: `own ${string}`
  correction: LibraryEdit
  standing: 'waiting' | 'twin' | 'refused'
  /** `at` of versions its author has had before them, or made, that may stand with the team unheard or once more. */
  earlier?: readonly number[]
}

/** Made on this phone. */
export type CorrectionRow =
  | OpenRow
  | {
      key: `own ${string}`
      standing: 'taken'
      /** `at` of the correction, and when the team took it. */
      at: number
      takenAt: number
      /** Of what was taken back no item is left that could be offered again. */
      takenBack?: TakenBack
    }

export const OWN = 'own '
export const keyOfOwn = (id: string) => `${OWN}${id}` as const
export const idOf = ({ key }: CorrectionRow): string => key.slice(OWN.length)

/** `isAnew`: of a library that has just been read from the beginning, since a restore brought back what stood before. */
type There = { readonly there: number | undefined; readonly isAnew: boolean }

/** Over what stands with the team, where it may be. */
export const layOver = (row: OpenRow, { there, isAnew }: There): OpenRow => {
  const { correction, standing, earlier = [] } = row
  const { over } = correction
  const isEarlier = standing !== 'refused' && there !== undefined && earlier.includes(there)
  const isBroughtBack = isAnew && standing === 'waiting' && over !== undefined && (there === undefined || there < over)
  if (there === over || !(isEarlier || isBroughtBack)) return row
  // The one before may yet come again, offered by somebody else.
  const known = over === undefined ? earlier : [...earlier, over]
  return { ...row, standing: 'waiting', correction: withOver(correction, there), earlier: known }
}

export const withOver = <Edit extends LibraryEdit>(edit: Edit, over: number | undefined): Edit => {
  const { over: _before, ...said } = edit
  return { ...said, ...(over !== undefined && { over }) } as Edit
}

/** Undefined also of what came with a release. */
export const atOf = (item: LibraryItem | LibraryEdit | undefined): number | undefined =>
  item !== undefined && 'at' in item ? item.at : undefined
