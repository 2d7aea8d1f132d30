// Where changes lie sealed: single rows while they are new, blocks of about a hundred once folded. Opening ten thousand
// takes tens of milliseconds in blocks and seconds one by one. Deliveries are opened here, after unlocking.
import * as z from 'zod/mini'
import { type LetterboxDatabase, readNumbers, type SealedRow, type StoredDelivery } from '#device/letterbox/database.ts'
import { rowName } from '#device/letterbox/outbox.ts'
import type { Platform } from '#device/platform.ts'
import { StoredChange } from '#device/stored-change.ts'
import { openAtRest, sealAtRest, type VaultKey } from '#device/vault/cipher.ts'
import type { SealedBlock, SealedNote, VaultDatabase } from '#device/vault/database.ts'
import type { JoinedKeyring } from '#device/vault/keyring.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import { LedgerEntry, withLines } from '#domain/ledger.ts'
import { CardKey } from '#protocol/card-hash.ts'
import { nameOf } from '#protocol/change.ts'
import { type CardNews, openDelivery, TeamPhone } from '#protocol/delivery.ts'
import { readEnvelope } from '#protocol/envelope.ts'
import { importOpener } from '#protocol/keys.ts'

const BLOCK_CHANGES = 100
const Block = z.array(StoredChange)
const Team = z.array(TeamPhone)

/** What stands for a card is made with the key; `ledger` is what other teams gave. */
const KnownCards = z.object({ key: z.optional(CardKey), ledger: z.array(LedgerEntry) })
export type KnownCards = z.infer<typeof KnownCards>

/**
 * `damaged`: sealed things that could not be opened. They are left where they are, for a rescue. `saved`: how many changes
 * this phone has ever saved.
 */
export type Unpacked = {
  changes: StoredChange[]
  team: TeamPhone[]
  cards: KnownCards
  damaged: number
  saved: number
}

/** What deliveries held; `arrived` names them in the letterbox. */
type Came = {
  readonly arrived: readonly number[]
  readonly changes: readonly StoredChange[]
  readonly team: TeamPhone[] | undefined
  readonly cards: KnownCards
  readonly isCardNews: boolean
  readonly damaged: number
}

export type Shelf = { readonly unpack: () => Promise<Unpacked>; readonly unpackNew: () => Promise<Unpacked> }

export type ShelfParts = {
  letterbox: LetterboxDatabase
  vault: VaultDatabase
  platform: Platform
  vaultKey: VaultKey
  keyring: JoinedKeyring
  /** Runs what can wait until what was opened is on its way. */
  afterwards?: ((work: () => void) => void) | undefined
}

export const createShelf = async ({
  letterbox,
  vault,
  platform,
  vaultKey,
  keyring,
  afterwards = (work) => work()
}: ShelfParts): Promise<Shelf> => {
  const opener = await importOpener(keyring.inbox.privateKey)
  let seenRow = 0
  let seenBlock = 0

  /** What lies in the letterbox that this tab has not seen, and how far its numbers are, all of one moment. */
  const readLetterbox = () =>
    letterbox.transaction('r', letterbox.numbers, letterbox.rows, letterbox.deliveries, async () => {
      const [numbers, rows, deliveries] = await Promise.all([
        readNumbers(letterbox),
        letterbox.rows.where('counter').above(seenRow).toArray(),
        letterbox.deliveries.orderBy('arrived').toArray()
      ])
      return { saved: numbers.counter - 1, rows, deliveries }
    })

  /** What other tabs folded, and what is known of team and cards. */
  const readVault = () =>
    vault.transaction('r', vault.blocks, vault.notes, async () => {
      const [blocks, team, cards] = await Promise.all([
        vault.blocks.where('block').above(seenBlock).toArray(),
        vault.notes.get('team'),
        vault.notes.get('cards')
      ])
      return { blocks, team, cards }
    })

  const openBlocks = async (blocks: readonly SealedBlock[]) => {
    const opened = await Promise.all(blocks.map(({ sealed }) => openAtRest(vaultKey, 'block', sealed)))
    const parsed = opened.map((block) => Block.safeParse(block))
    return {
      changes: parsed.flatMap((block) => (block.success ? block.data : [])),
      damaged: parsed.filter(({ success }) => !success).length
    }
  }

  const openRows = async (rows: readonly SealedRow[]) => {
    const opened = await Promise.all(rows.map(({ counter, sealed }) => openAtRest(vaultKey, rowName(counter), sealed)))
    const parsed = opened.map((row) => StoredChange.safeParse(row))
    return {
      upTo: rows.at(-1)?.counter ?? seenRow,
      rows: rows.filter((_, at) => parsed[at]?.success).map(({ counter }) => counter),
      changes: parsed.flatMap((row) => (row.success ? [row.data] : [])),
      damaged: parsed.filter(({ success }) => !success).length
    }
  }

  const openDeliveries = async (stored: readonly StoredDelivery[], known: KnownCards): Promise<Came> => {
    const came: { arrived: number; changes: StoredChange[] }[] = []
    let cards = known
    let team: TeamPhone[] | undefined
    let damaged = 0
    for (const { arrived, bytes } of stored) {
      const envelope = readEnvelope(bytes)
      const content = envelope && (await openDelivery(envelope, opener))
      if (content === undefined || arrived === undefined) {
        damaged += 1
        continue
      }
      came.push({ arrived, changes: content.changes.map(({ change, heardAt }) => ({ change, heardAt })) })
      if (content.team.length > 0) team = [...content.team]
      if (content.cards) cards = withNews(cards, content.cards)
    }
    return {
      arrived: came.map(({ arrived }) => arrived),
      changes: came.flatMap(({ changes }) => changes),
      team,
      cards,
      isCardNews: cards !== known,
      damaged
    }
  }

  /** Into the vault first and out of the letterbox after: a kill between the two costs nothing. */
  const foldDeliveries = async ({ arrived, changes, team, cards, isCardNews }: Came) => {
    await fold(changes)
    if (team) await vault.notes.put({ name: 'team', sealed: await sealAtRest(vaultKey, 'note team', team) })
    if (isCardNews) await vault.notes.put({ name: 'cards', sealed: await sealAtRest(vaultKey, 'note cards', cards) })
    if (arrived.length > 0) await letterbox.deliveries.bulkDelete([...arrived])
  }

  /** In one transaction: the disk is waited for once. */
  const fold = async (changes: readonly StoredChange[]) => {
    const starts = Array.from(
      { length: Math.ceil(changes.length / BLOCK_CHANGES) },
      (_, block) => block * BLOCK_CHANGES
    )
    const sealed = await Promise.all(
      starts.map((start) => sealAtRest(vaultKey, 'block', changes.slice(start, start + BLOCK_CHANGES)))
    )
    if (sealed.length > 0) await vault.blocks.bulkAdd(sealed.map((bytes) => ({ sealed: bytes })))
  }

  /** Rows past a block's worth are folded; a kill in between leaves a change in both places, and it is the same change. */
  const foldRows = async (rows: readonly number[], changes: readonly StoredChange[]) => {
    const whole = Math.floor(rows.length / BLOCK_CHANGES) * BLOCK_CHANGES
    if (whole === 0) return
    await fold(changes.slice(0, whole))
    await letterbox.rows.bulkDelete(rows.slice(0, whole))
  }

  const openTeam = async (note: SealedNote | undefined) => {
    const team = Team.safeParse(note && (await openAtRest(vaultKey, 'note team', note.sealed)))
    return team.success ? team.data : []
  }

  const openCards = async (note: SealedNote | undefined): Promise<KnownCards> => {
    const cards = KnownCards.safeParse(note && (await openAtRest(vaultKey, 'note cards', note.sealed)))
    const { key, ledger } = cards.success ? cards.data : { ledger: [] }
    return { ...(key && { key }), ledger: withLines(ledger, [], dayAt(platform.now())) }
  }

  /** Whoever takes part no more forgets what it was told. The same where there is nothing new. */
  const withNews = (known: KnownCards, { key, ledger }: CardNews): KnownCards => {
    const isNews = ledger === undefined ? known.ledger.length > 0 : ledger.length > 0
    if (known.key === key && !isNews) return known
    return { key, ledger: ledger === undefined ? [] : withLines(known.ledger, ledger, dayAt(platform.now())) }
  }

  /**
   * One tab at a time: two that opened the same delivery would fold it twice. What was opened is told before it is folded, which
   * waits for the disk; should that fail, it lies where it lay and is opened again the next time.
   */
  const alone = (work: () => Promise<{ unpacked: Unpacked; settleDown: () => Promise<void> }>): Promise<Unpacked> =>
    new Promise((settle, reject) => {
      const tellThenFold = async () => {
        const { unpacked, settleDown } = await work()
        settle(unpacked)
        await new Promise<void>(afterwards)
        await settleDown()
      }
      platform.alone('shelf', tellThenFold).catch(reject)
    })

  /** What this tab folded itself it has in hand. Inside `alone`, so nobody else's block is among them. */
  const passBlocks = async () => {
    seenBlock = Number((await vault.blocks.toCollection().lastKey()) ?? seenBlock)
  }

  const openUnseen = async () => {
    const [there, kept] = await Promise.all([readLetterbox(), readVault()])
    const [blocks, rows, came] = await Promise.all([
      openBlocks(kept.blocks),
      openRows(there.rows),
      openDeliveries(there.deliveries, await openCards(kept.cards))
    ])
    const unpacked: Unpacked = {
      changes: distinct([...blocks.changes, ...rows.changes, ...came.changes]),
      team: came.team ?? (await openTeam(kept.team)),
      cards: came.cards,
      damaged: blocks.damaged + rows.damaged + came.damaged,
      saved: there.saved
    }
    // Only now: what was read before the storage failed was told to nobody, and is new the next time too.
    seenRow = rows.upTo
    return { unpacked, rows, came }
  }

  const unpack = async () => {
    seenRow = 0
    seenBlock = 0
    const { unpacked, rows, came } = await openUnseen()
    const settleDown = async () => {
      await foldDeliveries(came)
      await foldRows(rows.rows, rows.changes)
      await passBlocks()
    }
    return { unpacked, settleDown }
  }

  const unpackNew = async () => {
    const { unpacked, came } = await openUnseen()
    const settleDown = async () => {
      await foldDeliveries(came)
      await passBlocks()
    }
    return { unpacked, settleDown }
  }

  return { unpack: () => alone(unpack), unpackNew: () => alone(unpackNew) }
}

/** The same change may lie in a row, a block and a delivery; what only this phone knows of it is kept. */
const distinct = (changes: readonly StoredChange[]): StoredChange[] => {
  const byName = new Map<string, StoredChange>()
  for (const stored of changes) {
    const name = nameOf(stored.change)
    const before = byName.get(name)
    byName.set(name, before === undefined ? stored : { ...before, ...stored })
  }
  return [...byName.values()]
}
