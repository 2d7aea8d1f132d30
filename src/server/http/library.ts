// The directory, the forms and what translators corrected since a cursor, signed.
import { library } from '#protocol/endpoints/library.ts'
import type { LibraryPage } from '#protocol/library.ts'
import { signStatement } from '#protocol/signed.ts'
import { findAsker } from '#server/http/access.ts'
import { beginEpochAnew, confirmedTo } from '#server/http/begin-epoch.ts'
import type { AppParts, Handler } from '#server/http/parts.ts'
import { refusal } from '#server/http/refusal.ts'
import { readCursor, writeCursor } from '#server/store/cursor.ts'

/** In one page: some hundred kilobytes at most. */
export const LIBRARY_ITEMS = 200
const LIBRARY_LETTERS = 400_000

export const answerLibrary =
  (parts: AppParts): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'library', parts)
    if (!asker.ok) return asker.refusal
    const query = library.query.safeParse(context.req.query())
    if (!query.success) return refusal(context, 'bad_request')

    // Of some phones that is all that is heard while they have nothing to hand over.
    await parts.store.noteHeard(asker.value)
    const limits = { items: LIBRARY_ITEMS, letters: LIBRARY_LETTERS }
    const found = await parts.store.libraryAfter(asker.value.organisation, (epoch) => {
      const place = readCursor(query.data.after, epoch)
      return place && { ...place, limits, confirmed: confirmedTo(asker.value, query.data, epoch) }
    })
    if (found === undefined) return refusal(context, 'bad_request')
    if (found.isBehind) {
      await beginEpochAnew(parts, found.epoch)
      return answerLibrary(parts)(context)
    }
    const { items: changes, more } = found
    const page: LibraryPage = {
      kind: 'library',
      epoch: found.epoch,
      from: query.data.after,
      items: changes.flatMap(({ item }) => (item === undefined ? [] : [item])),
      gone: changes.flatMap(({ id, item }) => (item === undefined ? [id] : [])),
      cursor: writeCursor(found.epoch, { after: changes.at(-1)?.seq ?? found.after }),
      more
    }
    return context.json(await signStatement(page, parts.keys.signer))
  }
