// An entry of the directory as a lead hands it over: whole, with the version that was before its author, so that two who
// write at once hear of each other.
import * as z from 'zod/mini'
import { Place, Provider, Service } from '#domain/directory/directory.ts'
import { flawsOf } from '#domain/directory/entry-flaws.ts'
import { versions } from '#domain/wording.ts'

export const EntryEdit = z.discriminatedUnion('kind', [
  z.extend(Provider, versions),
  z.extend(Place, versions),
  z.extend(Service, versions)
])
export type EntryEdit = z.infer<typeof EntryEdit>

/** Whether it may reach phones. Ids stand alone: what they name may arrive later. */
export const isFitEntry = (edit: EntryEdit): boolean => flawsOf(edit).length === 0
