// The directory of this phone with what the team found since, made once for each state of both however many screens ask.
// While the phone is locked nobody's findings are known, and the entries stand as they were written.
import type { PhoneView } from '#app/phone/phone.ts'
import { useLibrary, usePhoneView } from '#app/phone/use-phone.ts'
import type { ServiceCheck } from '#domain/directory/checks.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import { createDirectory, type Directory } from '#domain/directory/search.ts'
import type { MergedRecord } from '#protocol/merge.ts'
import { checksIn } from '#protocol/service-checks.ts'

export const useDirectory = (): Directory => {
  const { entries } = useLibrary()
  return directoryOf(entries, checksOn(usePhoneView()))
}

/** What the team found, as this phone has heard. */
export const checksOn = ({ desk }: PhoneView): readonly ServiceCheck[] => checksOf(desk?.records() ?? NOTHING)

const NOTHING: readonly MergedRecord[] = []

type Made = { readonly checks: string; readonly directory: Directory }
const directories = new WeakMap<readonly DirectoryEntry[], Made>()
const checksKnown = new WeakMap<readonly MergedRecord[], readonly ServiceCheck[]>()

/** Most records are no checks: saving one of those makes no new directory. */
const directoryOf = (entries: readonly DirectoryEntry[], checks: readonly ServiceCheck[]): Directory => {
  const key = JSON.stringify(checks)
  const known = directories.get(entries)
  if (known?.checks === key) return known.directory
  const directory = createDirectory(entries, checks)
  directories.set(entries, { checks: key, directory })
  return directory
}

const checksOf = (records: readonly MergedRecord[]): readonly ServiceCheck[] => {
  const known = checksKnown.get(records) ?? checksIn(records)
  checksKnown.set(records, known)
  return known
}
