// Saving: each change is sealed twice before the transaction, once for this phone (a row) and once, with the others of
// the open parcel, for the server. Then row and parcel are written together; only the completed transaction is a save.
import {
  type LetterboxDatabase,
  type ParcelContent,
  type ParcelStanding,
  readNumbers,
  type SealedRow,
  type Turn
} from '#device/letterbox/database.ts'
import { mayJoin, type OpenParcel, writeJoined } from '#device/letterbox/join-parcels.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import { askAgain, isPhoneFull, whenRead, type Written, writeStrictly } from '#device/letterbox/strict-write.ts'
import type { Platform } from '#device/platform.ts'
import type { Aside, StoredChange } from '#device/stored-change.ts'
import { sealAtRest, type VaultKey } from '#device/vault/cipher.ts'
import type { JoinedKeyring } from '#device/vault/keyring.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { areAlike, type Bytes } from '#protocol/bytes.ts'
import { type Change, type ChangeDraft, createChange } from '#protocol/change.ts'
import { type Moment, nextMoment } from '#protocol/clock.ts'
import { importSealer, importSigner, prepareSeal } from '#protocol/keys.ts'
import { JOINED_BYTES, PARCEL_CHANGES, PARCEL_INFO, writeParcel } from '#protocol/parcel.ts'

export type Entry = ChangeDraft & { readonly aside?: Aside }

/** `phone_full`: the browser would not keep it; nothing of the entry was written and the caller still has it. */
export type SaveRefusal = 'phone_full'

export type Outbox = { readonly save: (entries: readonly Entry[]) => Promise<Result<StoredChange[], SaveRefusal>> }

export type OutboxParts = {
  letterbox: LetterboxDatabase
  platform: Platform
  vaultKey: VaultKey
  keyring: JoinedKeyring
  /** The second copy of what has no receipt. */
  lifeboat?: Lifeboat | undefined
  /** Runs what can wait until the answer is on its way. */
  afterwards?: ((work: () => void) => void) | undefined
}

export const rowName = (counter: number): string => `row ${counter}`

export const createOutbox = async ({
  letterbox,
  platform,
  vaultKey,
  keyring,
  lifeboat,
  afterwards = (work) => work()
}: OutboxParts): Promise<Outbox> => {
  const signer = await importSigner(keyring.signing.privateKey)
  const sealTo = { sealer: await importSealer(keyring.membership.sealingKey.key), info: PARCEL_INFO }
  let spare: ReturnType<typeof prepareSeal> | undefined = prepareSeal(sealTo)
  let open: OpenParcel | undefined
  let full: OpenParcel | undefined
  let last: Moment = { at: 0, tick: 0 }
  let wasFull = false
  let turn: Promise<unknown> = Promise.resolve()
  // What the database said last, and over which connection: one opened anew may lead to an empty database, or to an earlier one.
  let numbers = await readNumbers(letterbox)
  let trusted: IDBDatabase | undefined

  const save = async (entries: readonly Entry[]): Promise<Result<StoredChange[], SaveRefusal>> => {
    for (;;) {
      const { stored, parcel } = prepare(entries)
      const after = numbersAfter(numbers, parcel, stored.length)
      const sealed = await seal(stored, parcel)
      const written = await write({ before: numbers, after, parcel, ...sealed })
      // Made between two saves, when nobody waits.
      afterwards(makeSpare)
      if (written === 'full') return refuse('phone_full')
      if (written === 'called_off' && !(await isThere(sealed.rows))) {
        const there = await askAgain(letterbox, () => readNumbers(letterbox))
        // Chromium began an empty database under our hands, as it may when the disk was full: no number is given twice, and
        // the next start finds what is missing.
        if (there.counter < numbers.counter) return refuse('phone_full')
        numbers = there
        continue
      }
      numbers = after
      open = parcel
      last = stored.at(-1)?.change.clock ?? last
      const from = parcel.changes[0]?.counter ?? 0
      lifeboat?.take(keyring.device, { ...parcel, from, count: parcel.changes.length, bytes: sealed.bytes })
      // Chromium may find a database broken at its next start that met a full disk: from then on the second copy comes first.
      if (wasFull) await lifeboat?.settle()
      platform.tell('saved')
      return accept(stored)
    }
  }

  const makeSpare = () => {
    spare ??= prepareSeal(sealTo)
  }

  /** A full phone may not even let itself be read from. */
  const saveOrSayFull = async (entries: readonly Entry[]): Promise<Result<StoredChange[], SaveRefusal>> => {
    const saved = await keepOrSayFull(() => save(entries))
    const answer = saved.ok ? saved.value : saved
    wasFull ||= !answer.ok
    return answer
  }

  /**
   * The parcel in hand goes on while the database still has it open, and nothing stands between: a save that was kept unheard has
   * the number after it, and its place in that parcel. Else another begins.
   */
  const prepare = (entries: readonly Entry[]) => {
    let clock = last
    const stored = entries.map((entry, at): StoredChange => {
      clock = nextMoment(clock, platform.now())
      const change = createChange(entry, { author: keyring.device, counter: numbers.counter + at, clock })
      return { change, ...(entry.aside && { aside: entry.aside }) }
    })
    const fresh = stored.map(({ change }) => change)
    const parcel: OpenParcel =
      open !== undefined && open.parcel === numbers.open && endsBefore(numbers.counter, open)
        ? { parcel: open.parcel, changes: [...open.changes, ...fresh] }
        : { parcel: numbers.parcel, changes: fresh }
    return { stored, parcel }
  }

  const seal = async (stored: readonly StoredChange[], parcel: OpenParcel) => {
    // Used up now, whatever becomes of the transaction: a context seals once, and the server opens nothing it seals twice.
    const mine = spare ?? prepareSeal(sealTo)
    spare = undefined
    const context = await mine
    const [rows, bytes] = await Promise.all([
      Promise.all(
        stored.map(async (one) => ({
          counter: one.change.counter,
          sealed: await sealAtRest(vaultKey, rowName(one.change.counter), one)
        }))
      ),
      pack(parcel, context)
    ])
    return { rows, bytes }
  }

  const pack = ({ parcel, changes }: OpenParcel, context: Awaited<ReturnType<typeof prepareSeal>>) => {
    const { organisation, sealingKey } = keyring.membership
    const address = { organisation: organisation.id, device: keyring.device, parcel, key: sealingKey.id }
    return writeParcel(address, changes as [Change, ...Change[]], { context, signer })
  }

  /** A parcel that has become full joins the one before while nobody has seen either: a long day travels as one. */
  const joinFull = async () => {
    if (open === undefined || open.changes.length < PARCEL_CHANGES) return
    const [before, next] = [full, open]
    full = next
    open = undefined
    if (before === undefined || !mayJoin(before, next)) return
    const whole = { parcel: before.parcel, changes: [...before.changes, ...next.changes] }
    const bytes = await pack(whole, await prepareSeal(sealTo))
    if (bytes.length > JOINED_BYTES) return
    if ((await writeJoined(letterbox, { whole, bytes, next })) !== 'done') return
    full = whole
    // The next one's second copy goes when `tidy` finds that it is not needed.
    const from = whole.changes[0]?.counter
    lifeboat?.take(keyring.device, { parcel: whole.parcel, from, count: whole.changes.length, bytes })
  }

  /**
   * Called off when another tab has saved, or the parcel was handed out, since `before` was read: that took the turn. So nothing
   * has to be read first, and the disk can begin at once.
   */
  const write = (draft: {
    before: Turn
    after: Turn
    parcel: OpenParcel
    rows: readonly SealedRow[]
    bytes: Bytes
  }): Promise<Written> => {
    const { before, after, parcel, rows, bytes } = draft
    const { parcel: number, changes } = parcel
    const from = changes[0]?.counter ?? before.counter
    const standing = { parcel: number, from, count: changes.length, bytes: bytes.length, tries: 0 }
    return writeStrictly(letterbox, ['numbers', 'rows', 'parcels', 'contents'], (stores, callOff, commit) => {
      const { turn: key, ...mine } = after
      stores.numbers.add({ key, ...mine })
      for (const row of rows) stores.rows.put(row)
      stores.contents.put({ parcel: number, bytes } satisfies ParcelContent)
      stores.parcels.put({ ...standing, state: 'open' } satisfies ParcelStanding)
      const { db } = stores.numbers.transaction
      if (db === trusted) return commit()
      whenRead(stores.numbers.count(before.turn), (there) => {
        if (before.turn > 0 && there === 0) return callOff()
        trusted = db
        commit()
      })
    })
  }

  /** A connection may break after the commit and before its news: the repeated write then finds its own rows. */
  const isThere = async ([row]: readonly SealedRow[]): Promise<boolean> => {
    const there = row && (await askAgain(letterbox, () => letterbox.rows.get(row.counter)))
    return row !== undefined && there !== undefined && areAlike(there.sealed, row.sealed)
  }

  return {
    save: (entries) => {
      const mine = turn.then(() => saveOrSayFull(entries))
      // Where joining fails the two stay as they are, which is as good.
      turn = mine.then(joinFull).catch(() => undefined)
      return mine
    }
  }
}

const endsBefore = (counter: number, { changes }: OpenParcel): boolean => changes.at(-1)?.counter === counter - 1

const numbersAfter = (before: Turn, { parcel, changes }: OpenParcel, saved: number): Turn => ({
  turn: before.turn + 1,
  counter: before.counter + saved,
  parcel: Math.max(before.parcel, parcel + 1),
  ...(changes.length < PARCEL_CHANGES && { open: parcel })
})

/** Runs one write; a full phone is a refusal, anything else a fault. */
export const keepOrSayFull = <Value>(write: () => PromiseLike<Value>): Promise<Result<Value, SaveRefusal>> =>
  Promise.resolve(write()).then(
    (value) => accept(value),
    (error: unknown) => {
      if (isPhoneFull(error)) return refuse('phone_full' as const)
      throw error
    }
  )
