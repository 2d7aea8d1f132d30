// What a translator corrects and a lead writes on this phone: saved here first, shown here at once, handed over when there is signal.
import { findOwn, isReadAnew, keepOnlyOurs, type LibraryDatabase, readOwn } from '#device/library/database.ts'
import {
  atOf,
  type CorrectionRow,
  keyOfOwn,
  layOver,
  type LibraryEdit,
  type OpenRow,
  withOver
} from '#device/library/own-rows.ts'
import { type Credentials, readState } from '#device/letterbox/database.ts'
import { ask, readJson, type Trouble } from '#device/letterbox/post.ts'
import type { Carrier } from '#device/letterbox/round.ts'
import { isPhoneFull } from '#device/letterbox/strict-write.ts'
import type { Platform } from '#device/platform.ts'
import type { PlannedLanguage } from '#domain/codes/languages.ts'
import type { Spoken } from '#domain/corrections.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Recording, recordingId } from '#domain/wording.ts'
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import { entries } from '#protocol/endpoints/entries.ts'
import { words } from '#protocol/endpoints/words.ts'
import { importVerifier } from '#protocol/keys.ts'
import type { LibraryItem } from '#protocol/library.ts'
import { readStatement } from '#protocol/signed.ts'
import { WordsReceipt } from '#protocol/words.ts'

type Unstamped<One> = One extends unknown ? Omit<One, 'at' | 'over'> : never

export type Corrections = {
  /** In place of what this phone has of each, waiting or not: its author has seen that. All or, when the phone is full, none. */
  readonly save: (...edits: readonly Unstamped<LibraryEdit>[]) => Promise<Result<undefined, 'full'>>
  readonly findRecording: (language: PlannedLanguage, card: string) => Promise<Recording | undefined>
  /** What was read aloud for each recording of a language, by its id. Sounds are long: one at a time is in memory. */
  readonly findSpoken: (language: PlannedLanguage) => Promise<ReadonlyMap<string, Spoken>>
}

export const createCorrections = ({ letterbox, library, platform }: Carrying): Corrections => ({
  save: async (...edits) => {
    try {
      const { credentials } = await readState(letterbox)
      if (credentials !== undefined) await keepOnlyOurs(library, credentials)
      await library.transaction('rw', library.items, library.state, async () => {
        for (const edit of edits as readonly LibraryEdit[]) {
          const { over, earlier } = await findSeen(library, edit.id)
          const correction = withOver({ ...edit, at: platform.now() }, over)
          await library.state.put({ key: keyOfOwn(edit.id), correction, standing: 'waiting', earlier })
        }
      })
      return accept(undefined)
    } catch (error) {
      if (isPhoneFull(error)) return refuse('full')
      throw error
    }
  },
  findRecording: async (language, card) => {
    const id = recordingId(language, card)
    const own = await findOwn(library, id)
    const correction = own !== undefined && 'correction' in own ? own.correction : await library.items.get(id)
    return correction?.kind === 'recording' ? correction : undefined
  },
  findSpoken: async (language) => {
    const ofLanguage = recordingId(language, '')
    const spoken = new Map<string, Spoken>()
    const tell = (item: LibraryItem | LibraryEdit) => {
      if (item.kind === 'recording') spoken.set(item.id, { english: item.english, text: item.text })
      if (item.kind === 'taken_back') spoken.delete(item.id)
    }
    await library.items.where('id').startsWith(ofLanguage).each(tell)
    for (const row of await readOwn(library))
      if ('correction' in row && row.correction.id.startsWith(ofLanguage)) tell(row.correction)
    return spoken
  }
})

type Seen = Required<Pick<OpenRow, 'earlier'>> & { readonly over: number | undefined }

/**
 * The version its author has before them; while an earlier one of theirs waits, the one that was made over. That one may be with
 * the team already, and nobody has heard the answer.
 */
const findSeen = async (library: LibraryDatabase, id: string): Promise<Seen> => {
  const own = await findOwn(library, id)
  const earlier = own === undefined ? [] : 'correction' in own ? [...(own.earlier ?? []), own.correction.at] : [own.at]
  if (own?.standing === 'waiting') return { over: own.correction.over, earlier }
  return { over: atOf(await library.items.get(id)), earlier }
}

/**
 * Hands over what waits. One that is refused stays and is shown to need its author; when nobody answers, all that is left
 * waits for the next round.
 */
export const handOverCorrections = ({ letterbox, library, platform }: Carrying): Promise<void> =>
  platform.alone('corrections', async () => {
    const { credentials, revoked } = await readState(letterbox)
    if (credentials === undefined || revoked) return
    await keepOnlyOurs(library, credentials)
    if (await isReadAnew(library)) return
    for (const row of await readOwn(library)) {
      if (row.standing !== 'waiting') continue
      const { correction } = row
      const answer = await handOver(platform, credentials, correction)
      if (answer.ok) {
        const { standing, at } = answer.value
        await settle(library, { correction, standing, takenAt: at })
      } else if (isAgainstIt(answer.refusal)) await settle(library, { correction, standing: 'refused', takenAt: 0 })
      else return
    }
  })

type Carrying = Pick<Carrier, 'letterbox' | 'library' | 'platform'>

const handOver = async (
  platform: Platform,
  credentials: Credentials,
  correction: LibraryEdit
): Promise<Result<WordsReceipt, Trouble>> => {
  const bytes = textToBytes(JSON.stringify(correction))
  const isEntry = ['provider', 'place', 'service'].includes(correction.kind)
  const { path, method } = isEntry ? entries : words
  const answer = await ask(platform, credentials, { path, method, body: bytes, token: credentials.token })
  if (!answer.ok) return answer
  const receipt = await readStatement(
    await readJson(answer.value),
    WordsReceipt,
    await importVerifier(credentials.serverKey)
  )
  const isOurs = receipt?.device === credentials.device && receipt.hash === (await fingerprint(bytes))
  return receipt && isOurs ? accept(receipt) : refuse({ why: 'no_answer' })
}

const isAgainstIt = (trouble: Trouble): boolean =>
  trouble.why === 'refused' && ['bad_request', 'not_allowed', 'too_large'].includes(trouble.problem)

/**
 * What was taken stands here before its page comes, and one that was corrected again meanwhile goes on waiting, over that. Nothing
 * is written down once this phone was ordered to forget.
 */
const settle = (
  library: LibraryDatabase,
  {
    correction,
    standing,
    takenAt
  }: { correction: LibraryEdit; standing: Exclude<CorrectionRow['standing'], 'waiting'>; takenAt: number }
): Promise<void> =>
  library.transaction('rw', library.items, library.state, async () => {
    const { id, at } = correction
    const own = await findOwn(library, id)
    if (own === undefined) return
    const takenBack = correction.kind === 'taken_back' ? correction : undefined
    if (standing === 'taken') {
      if (correction.kind === 'taken_back') await library.items.delete(id)
      else await library.items.put(correction)
    }
    if (!('correction' in own)) return
    const there = atOf(await library.items.get(id))
    const isNewest = own.correction.at === at
    if (standing === 'taken' && isNewest)
      await library.state.put({ key: own.key, standing, at, takenAt, ...(takenBack && { takenBack }) })
    else if (standing === 'taken') await library.state.put({ ...own, correction: withOver(own.correction, there) })
    else if (isNewest) await library.state.put(layOver({ ...own, standing }, { there, isAnew: false }))
  })
