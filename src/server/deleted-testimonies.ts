// The ids of deleted testimonies once more, in a file beside the keys: a store restored from an older backup holds their bytes
// again, or takes them again from the phone they were told on. Random ids, and for whom: never what, by whom or when.
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OrganisationId } from '#protocol/ids.ts'
import { TestimonyId } from '#protocol/testimony.ts'
import { keyPathOf, type Settings } from '#server/settings.ts'
import type { DeletedTestimony, Store } from '#server/store/store.ts'

export const deletedTestimoniesPathOf = (settings: Settings): string =>
  join(dirname(keyPathOf(settings)), 'deleted-testimonies.txt')

/** On the disk when it resolves. */
export const noteDeletedTestimony = async (path: string, { organisation, id }: DeletedTestimony): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    // On a line of its own, also after one that a crash cut short.
    await file.appendFile(`\n${organisation} ${id}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** How many the store held that the file says are deleted; they are, and none of them comes again. */
export const applyDeletedTestimonies = async (path: string, store: Store): Promise<number> =>
  store.keepTestimoniesDeleted(await readDeleted(path))

/** A last line that a crash cut short names nothing, and its testimony was not yet said to be deleted. */
const readDeleted = async (path: string): Promise<DeletedTestimony[]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const [organisation, id] = line.split(' ')
    const named = [OrganisationId.safeParse(organisation), TestimonyId.safeParse(id)] as const
    return named[0].success && named[1].success ? [{ organisation: named[0].data, id: named[1].data }] : []
  })
}
