// Saving: each change is sealed twice before the transaction, once for this phone (a row) and once, with the others of
// the open parcel, for the server. Then row and parcel are written together; only the completed transaction is a save.
import { type LetterboxDatabase, type LetterboxState, readState, type SealedRow } from '#device/letterbox/database.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import type { Platform } from '#device/platform.ts'
import type { Aside, StoredChange } from '#device/stored-change.ts'
import { sealAtRest, type VaultKey } from '#device/vault/cipher.ts'
import type { JoinedKeyring } from '#device/vault/keyring.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import type { Bytes } from '#protocol/bytes.ts'
import { type Change, type ChangeDraft, createChange } from '#protocol/change.ts'
import { type Moment, nextMoment } from '#protocol/clock.ts'
import { importSealer, importSigner, prepareSeal } from '#protocol/keys.ts'
import { PARCEL_CHANGES, PARCEL_INFO, writeParcel } from '#protocol/parcel.ts'

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
}

type OpenParcel = { parcel: number; changes: Change[] }

export const rowName = (counter: number): string => `row ${counter}`

export const createOutbox = async ({
  letterbox,
  platform,
  vaultKey,
  keyring,
  lifeboat
}: OutboxParts): Promise<Outbox> => {
  const signer = await importSigner(keyring.signing.privateKey)
  const sealTo = { sealer: await importSealer(keyring.membership.sealingKey.key), info: PARCEL_INFO }
  let spare = prepareSeal(sealTo)
  let open: OpenParcel | undefined
  let last: Moment = { at: 0, tick: 0 }
  let turn: Promise<unknown> = Promise.resolve()
  // What the database said last. The transaction holds it against what is there now.
  let expected: LetterboxState = await readState(letterbox)

  const save = async (entries: readonly Entry[]): Promise<Result<StoredChange[], SaveRefusal>> => {
    for (;;) {
      const { stored, parcel } = prepare(entries, expected.next)
      const sealed = await seal(stored, parcel)
      const written = await write({ next: expected.next, parcel, ...sealed })
      if (written === 'full') return refuse('phone_full')
      expected = written.state
      if (!written.isDone) {
        open = undefined
        continue
      }
      open = parcel.changes.length >= PARCEL_CHANGES ? undefined : parcel
      last = stored.at(-1)?.change.clock ?? last
      lifeboat?.take(keyring.device, { parcel: parcel.parcel, count: parcel.changes.length, bytes: sealed.bytes })
      platform.tell('saved')
      return accept(stored)
    }
  }

  /** The open parcel goes on when it ends right before the next counter; else another begins. */
  const prepare = (entries: readonly Entry[], next: LetterboxState['next']) => {
    let clock = last
    const stored = entries.map((entry, at): StoredChange => {
      clock = nextMoment(clock, platform.now())
      const change = createChange(entry, { author: keyring.device, counter: next.counter + at, clock })
      return { change, ...(entry.aside && { aside: entry.aside }) }
    })
    const fresh = stored.map(({ change }) => change)
    const goesOn = open !== undefined && open.changes.at(-1)?.counter === next.counter - 1
    const parcel: OpenParcel =
      open !== undefined && goesOn
        ? { parcel: open.parcel, changes: [...open.changes, ...fresh] }
        : { parcel: next.parcel, changes: fresh }
    return { stored, parcel }
  }

  const seal = async (stored: readonly StoredChange[], { parcel, changes }: OpenParcel) => {
    // Used up now, whatever becomes of the transaction: a context seals once, and the server opens nothing it seals twice.
    const mine = spare
    spare = prepareSeal(sealTo)
    const context = await mine
    const address = {
      organisation: keyring.membership.organisation.id,
      device: keyring.device,
      parcel,
      key: keyring.membership.sealingKey.id
    }
    const [rows, bytes] = await Promise.all([
      Promise.all(
        stored.map(async (one) => ({
          counter: one.change.counter,
          sealed: await sealAtRest(vaultKey, rowName(one.change.counter), one)
        }))
      ),
      writeParcel(address, changes as [Change, ...Change[]], { context, signer })
    ])
    return { rows, bytes }
  }

  /** Not done when another tab has saved, or the parcel was handed out, since `next` was read. */
  const write = (draft: {
    next: LetterboxState['next']
    parcel: OpenParcel
    rows: SealedRow[]
    bytes: Bytes
  }): Promise<{ isDone: boolean; state: LetterboxState } | 'full'> => {
    const { next, parcel, rows, bytes } = draft
    const { state, parcels, contents } = letterbox
    return letterbox
      .transaction('rw', letterbox.rows, parcels, contents, state, async () => {
        const [now, there] = await Promise.all([readState(letterbox), parcels.get(parcel.parcel)])
        const isMoved = now.next.counter !== next.counter || now.next.parcel !== next.parcel
        if (isMoved || (there !== undefined && there.state !== 'open')) return { isDone: false, state: now }
        const after = {
          ...now,
          next: { counter: next.counter + rows.length, parcel: Math.max(next.parcel, parcel.parcel + 1) }
        }
        await Promise.all([
          letterbox.rows.bulkAdd(rows),
          contents.put({ parcel: parcel.parcel, bytes }),
          parcels.put({
            parcel: parcel.parcel,
            from: parcel.changes[0]?.counter ?? next.counter,
            count: parcel.changes.length,
            state: 'open',
            bytes: bytes.length,
            tries: 0
          }),
          state.put({ ...after, key: 'state' })
        ])
        return { isDone: true, state: after }
      })
      .catch((error: unknown) => {
        if (isPhoneFull(error)) return 'full' as const
        throw error
      })
  }

  return {
    save: (entries) => {
      const mine = turn.then(() => save(entries))
      turn = mine.catch(() => undefined)
      return mine
    }
  }
}

/** Chromium aborts with QuotaExceededError; Dexie wraps it, sometimes with the cause inside. */
export const isPhoneFull = (error: unknown): boolean => {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } }
  return [name, inner?.name].includes('QuotaExceededError')
}

/** Runs one write; a full phone is a refusal, anything else a fault. */
export const keepOrSayFull = (write: () => PromiseLike<unknown>): Promise<Result<undefined, SaveRefusal>> =>
  Promise.resolve(write()).then(
    () => accept(undefined),
    (error: unknown) => {
      if (isPhoneFull(error)) return refuse('phone_full' as const)
      throw error
    }
  )
