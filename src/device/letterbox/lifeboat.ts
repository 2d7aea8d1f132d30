// The second copy: sealed, signed parcels without a receipt are also kept as files, one per parcel, beside who sent them
// and whose receipt to believe. A browser that finds its database broken begins an empty one without a word; then this is
// what can still be handed over. A save never fails with it, and waits for it only once the phone has been full. What was handed
// over from it has no other copy here: it stays for some time, for a server that is restored from before.
import {
  fileName,
  type NamedFile,
  PAPERS,
  papersName,
  readFileName,
  withCheck,
  withoutCheck
} from '#device/letterbox/boat-files.ts'
import { catchUp } from '#device/letterbox/catch-up.ts'
import { type LetterboxDatabase, type ParcelStanding, readNumbers, readState } from '#device/letterbox/database.ts'
import type { FileDrawer } from '#device/letterbox/file-drawer.ts'
import { Papers, papersUnder, RECEIVED_KEPT_MS } from '#device/letterbox/papers.ts'
import { askAgain } from '#device/letterbox/strict-write.ts'
import { areAlike, type Bytes, textToBytes } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'
import type { DeviceId } from '#protocol/ids.ts'

/** `from`: the number of its first change; earlier versions did not write it down. */
export type BoatParcel = {
  readonly parcel: number
  readonly from?: number | undefined
  readonly count: number
  readonly bytes: Bytes
}

/** What one phone left behind and nobody has taken yet, the oldest parcel first. */
export type Castaway = { readonly papers: Papers; readonly parcels: readonly BoatParcel[] }

export type Lifeboat = {
  /** After a save has completed. Returns at once; the newest state of each parcel is written a moment later. */
  readonly take: (device: DeviceId, parcel: BoatParcel) => void
  /** Writes now what `take` would write in a moment, and tries a few times where it fails. */
  readonly settle: () => Promise<void>
  /** After the receipt for so many of its changes. */
  readonly release: (device: DeviceId, parcel: Pick<BoatParcel, 'parcel' | 'count'>) => Promise<void>
  /** What was handed over from the second copy is noted there, and stays. */
  readonly keepPapers: (papers: Papers) => Promise<void>
  /** Before the letterbox is emptied for another phone: what the team has would be here no more. */
  readonly keepReceived: (letterbox: LetterboxDatabase) => Promise<void>
  /** Nothing of this phone is needed any more. */
  readonly forget: (device: DeviceId) => Promise<void>
  /** Before the first save: gives back what the letterbox has forgotten. */
  readonly catchUp: (letterbox: LetterboxDatabase) => Promise<void>
  /** Makes the second copy agree with the letterbox, whatever was missed. */
  readonly tidy: (letterbox: LetterboxDatabase) => Promise<void>
  /** `epoch`: the server's, where it is known. What was handed over under it is not read again. */
  readonly castaways: (epoch?: string) => Promise<Castaway[]>
  /** All parcels that lie here beside their papers, whoever has taken them. */
  readonly copies: () => Promise<BoatParcel[]>
  /** Some phone has joined a team here. */
  readonly hasPapers: () => Promise<boolean>
  readonly empty: () => Promise<void>
  /** How often a file could not be read, written or removed since the start. */
  readonly troubles: () => number
}

export type LifeboatParts = {
  readonly drawer: FileDrawer
  /** Runs `work` after `ms`. */
  readonly later: (ms: number, work: () => void) => void
}

/** Saves that follow each other closely are one file written once. */
const WRITE_AFTER_MS = 250
/** A disk that was full may be so a moment longer for files than for the database. */
const AGAIN_AFTER_MS = 5_000
const SETTLE_TRIES = 5
/** Files that could not be listed are not files that are not there; where they never can, there is no second copy. */
const NAMES_TRIES = 5

export const createLifeboat = ({ drawer, later }: LifeboatParts): Lifeboat => {
  const waiting = new Map<string, { device: DeviceId; parcel: BoatParcel }>()
  let turn: Promise<unknown> = Promise.resolve()
  let isDue = false
  let troubles = 0

  /** One after the other. Where a file cannot be kept the first copy is as safe as ever, so trouble is only counted. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    const mine = turn.then(work).catch(() => {
      troubles += 1
      return undefined
    })
    turn = mine
    return mine
  }

  const writeAfter = (ms: number) => {
    if (isDue) return
    isDue = true
    later(ms, () => {
      isDue = false
      void writeNow()
    })
  }

  const writeNow = async () => {
    await inTurn(writeWaiting)
    if (waiting.size > 0) writeAfter(AGAIN_AFTER_MS)
  }

  /** What cannot be written goes on waiting. */
  const writeWaiting = async () => {
    for (const [name, one] of waiting) {
      await write(one.device, one.parcel)
      if (waiting.get(name) === one) waiting.delete(name)
    }
  }

  /** A longer parcel gets a file of its own before the shorter one goes: a kill in between costs neither. */
  const write = async (device: DeviceId, { parcel, from = 0, count, bytes }: BoatParcel) => {
    const before = await filesOf(device, parcel)
    await drawer.write(fileName(device, { parcel, from, count }), await withCheck(bytes))
    for (const file of before) if (file.count < count) await drawer.remove(file.name)
  }

  /** A longer one stays: it holds changes that the receipt did not name. */
  const remove = async (device: DeviceId, { parcel, count }: Pick<BoatParcel, 'parcel' | 'count'>) => {
    if ((waiting.get(`${device} ${parcel}`)?.parcel.count ?? 0) <= count) waiting.delete(`${device} ${parcel}`)
    for (const file of await filesOf(device, parcel)) if (file.count <= count) await drawer.remove(file.name)
  }

  const filesOf = async (device: DeviceId, parcel?: number) =>
    (await allFiles()).filter((file) => file.device === device && (parcel === undefined || file.parcel === parcel))

  const allFiles = async () => (await drawer.names()).flatMap((name) => readFileName(name) ?? [])

  const giveBack = async (letterbox: LetterboxDatabase) => {
    const { credentials } = await readState(letterbox)
    if (credentials === undefined) return
    const { device } = credentials
    const { next } = (await readPapers(papersName(device))) ?? {}
    const kept = await letterbox.parcels.toArray()
    const countByParcel = new Map(kept.map(({ parcel, count }) => [parcel, count]))
    const ahead = (await filesOf(device)).filter(
      (file) => file.count > (countByParcel.get(file.parcel) ?? 0) && !isWithin(file, kept)
    )
    const parcels = (await readParcels(ahead)).flatMap(({ from = 0, ...rest }) => (from > 0 ? [{ from, ...rest }] : []))
    const numbers = await readNumbers(letterbox)
    const isBehind = next !== undefined && (next.counter > numbers.counter || next.parcel > numbers.parcel)
    if (parcels.length > 0 || isBehind) await catchUp(letterbox, { parcels, next })
  }

  const tidy = async (letterbox: LetterboxDatabase) => {
    const { credentials, pastEpochs } = await readState(letterbox)
    if (credentials === undefined) return
    await giveBack(letterbox)
    const { device, serverKey } = credentials
    const { counter, parcel: nextParcel } = await readNumbers(letterbox)
    await keepPapers({ device, serverKey, pastEpochs, next: { counter, parcel: nextParcel } })
    const unreceived = await letterbox.parcels.where('state').notEqual('received').toArray()
    const there = await filesOf(device)
    for (const { parcel, from, count } of unreceived) {
      const content = await letterbox.contents.get(parcel)
      if (content === undefined || there.some((file) => file.parcel === parcel && file.count >= count)) continue
      await write(device, { parcel, from, count, bytes: content.bytes })
    }
    const received = await letterbox.parcels.where('state').equals('received').toArray()
    const countByParcel = new Map(received.map(({ parcel, count }) => [parcel, count]))
    for (const file of there) {
      const count = countByParcel.get(file.parcel)
      if (count !== undefined) await remove(device, { parcel: file.parcel, count })
      else if (isWithin(file, unreceived)) await remove(device, file)
    }
  }

  const keepReceived = async (letterbox: LetterboxDatabase) => {
    const { credentials, pastEpochs, epoch, lastContact = 0 } = await readState(letterbox)
    if (credentials === undefined || epoch === undefined) return
    const { device, serverKey } = credentials
    const received = await letterbox.parcels.where('state').equals('received').toArray()
    const kept: number[] = []
    for (const { parcel, from, count, receivedAt = 0 } of received) {
      const content = await letterbox.contents.get(parcel)
      if (content === undefined || receivedAt < lastContact - RECEIVED_KEPT_MS) continue
      await drawer.write(fileName(device, { parcel, from, count }), await withCheck(content.bytes))
      kept.push(parcel)
    }
    if (kept.length === 0) return
    await keepPapers({ device, serverKey, pastEpochs, received: { epoch, at: lastContact, parcels: kept } })
  }

  /** With its file, written or still to be, would go what is known of its numbers: nothing after it may be given them again. */
  const noteGiven = async (device: DeviceId, parcel: number) => {
    const papers = await readPapers(papersName(device))
    const unwritten = waiting.get(`${device} ${parcel}`)?.parcel
    const known = [...(await filesOf(device, parcel)), ...(unwritten ? [unwritten] : [])]
    const ends = known.flatMap(({ from = 0, count }) => (from > 0 ? [from + count] : []))
    if (papers === undefined || ends.length === 0) return
    const { next } = papers
    await keepPapers({
      ...papers,
      next: { counter: Math.max(next?.counter ?? 0, ...ends), parcel: Math.max(next?.parcel ?? 0, parcel + 1) }
    })
  }

  const keepPapers = async (papers: Papers) => {
    const bytes = await withCheck(textToBytes(JSON.stringify(papers)))
    const there = await drawer.read(papersName(papers.device))
    if (there === undefined || !areAlike(there, bytes)) await drawer.write(papersName(papers.device), bytes)
  }

  /** `papersOf`: what is to be believed of the papers; where they say that a parcel was taken it is not read. */
  const readLeft = async (papersOf: (kept: Papers) => Papers): Promise<Castaway[]> => {
    const names = await drawer.names()
    const files = names.flatMap((name) => readFileName(name) ?? [])
    const found: Castaway[] = []
    for (const name of names.filter((one) => one.endsWith(PAPERS))) {
      const kept = await readPapers(name)
      if (kept === undefined) continue
      const papers = papersOf(kept)
      const taken = new Set(papers.received?.parcels)
      const here = files.filter(({ device, parcel }) => device === papers.device && !taken.has(parcel))
      found.push({ papers, parcels: await readParcels(here) })
    }
    return found
  }

  const readPapers = async (name: string): Promise<Papers | undefined> => {
    const bytes = await readChecked(name)
    return Papers.safeParse(bytes && parseJson(bytes)).data
  }

  const readParcels = async (files: readonly NamedFile[]): Promise<BoatParcel[]> => {
    const longestFirst = files.toSorted((a, b) => a.parcel - b.parcel || b.count - a.count)
    const parcels: BoatParcel[] = []
    for (const { parcel, from, count, name } of longestFirst) {
      if (parcels.at(-1)?.parcel === parcel) continue
      const bytes = await readChecked(name)
      if (bytes) parcels.push({ parcel, from, count, bytes })
    }
    return parcels
  }

  const readChecked = async (name: string): Promise<Bytes | undefined> => {
    const bytes = await drawer.read(name)
    return bytes && withoutCheck(bytes)
  }

  return {
    take: (device, parcel) => {
      waiting.set(`${device} ${parcel.parcel}`, { device, parcel })
      writeAfter(WRITE_AFTER_MS)
    },
    release: async (device, parcel) => {
      await inTurn(async () => {
        await noteGiven(device, parcel.parcel)
        await remove(device, parcel)
      })
    },
    keepPapers: async (papers) => {
      await inTurn(() => keepPapers(papers))
    },
    keepReceived: async (letterbox) => {
      await inTurn(() => keepReceived(letterbox))
    },
    forget: async (device) => {
      await inTurn(async () => {
        for (const { name } of await filesOf(device)) await drawer.remove(name)
        await drawer.remove(papersName(device))
      })
    },
    settle: async () => {
      for (let tries = 1; tries <= SETTLE_TRIES; tries += 1) {
        await writeNow()
        if (waiting.size === 0) return
        await new Promise<void>((settled) => later(WRITE_AFTER_MS, settled))
      }
    },
    catchUp: async (letterbox) => {
      await inTurn(() => giveBack(letterbox))
    },
    tidy: async (letterbox) => {
      // Cut off by the browser it would leave parcels without papers, which nobody could hand over.
      await inTurn(() => askAgain(letterbox, () => tidy(letterbox)))
    },
    hasPapers: async () => {
      for (let tries = 1; tries <= NAMES_TRIES; tries += 1) {
        const names = await inTurn(drawer.names)
        if (names !== undefined) return names.some((name) => name.endsWith(PAPERS))
      }
      return false
    },
    castaways: async (epoch) => (await inTurn(() => readLeft((kept) => papersUnder(epoch, kept)))) ?? [],
    copies: async () =>
      ((await inTurn(() => readLeft(({ received: _taken, ...papers }) => papers))) ?? []).flatMap(
        ({ parcels }) => parcels
      ),
    empty: async () => {
      await inTurn(async () => {
        waiting.clear()
        for (const name of await drawer.names()) await drawer.remove(name)
      })
    },
    troubles: () => troubles
  }
}

/** Its changes travel with another parcel, which it was joined to. */
const isWithin = ({ parcel, from, count }: NamedFile, kept: readonly ParcelStanding[]): boolean =>
  from !== undefined &&
  kept.some((one) => one.parcel !== parcel && one.from <= from && from + count <= one.from + one.count)
