// The directory of this phone, made once for each state of the library however many screens ask.
import { useLibrary } from '#app/phone/use-phone.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import { createDirectory, type Directory } from '#domain/directory/search.ts'

const directories = new WeakMap<readonly DirectoryEntry[], Directory>()

export const useDirectory = (): Directory => directoryOf(useLibrary().entries)

const directoryOf = (entries: readonly DirectoryEntry[]): Directory => {
  const known = directories.get(entries)
  if (known !== undefined) return known
  const directory = createDirectory(entries)
  directories.set(entries, directory)
  return directory
}
