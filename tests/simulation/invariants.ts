// What must hold: at each receipt, in each store and on the wire at any time, and everywhere once the faults are over.
import { gunzipSync } from 'node:zlib'
import type { ParcelStanding, LetterboxState } from '#device/letterbox/database.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { type MergedRecord } from '#protocol/merge.ts'
import { contentOf, type Ledger, Violation } from '#tests/simulation/ledger.ts'
import { answersThatStand } from '#tests/simulation/merge-oracle.ts'
import { CANARY } from '#tests/simulation/people.ts'
import type { Phone } from '#tests/simulation/phone.ts'
import type { Server } from '#tests/simulation/server.ts'
import type { StoredRow } from '#tests/simulation/storage.ts'

/** Words of the plaintext: of what never leaves, and of what only the team may read. */
const PLAIN = [CANARY, '"formVersion"', '"zone"', '"privateKey"'].map((word) => Buffer.from(word))
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])

export const checkSealed = (bytes: Uint8Array, where: string): void => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const word of PLAIN) {
    if (buffer.includes(word)) throw new Violation('no plaintext', `${word.toString()} in ${where}`)
  }
  for (let at = buffer.indexOf(GZIP); at >= 0; at = buffer.indexOf(GZIP, at + 1)) {
    const unpacked = tryGunzip(buffer.subarray(at))
    if (unpacked && PLAIN.some((word) => unpacked.includes(word))) {
      throw new Violation('no plaintext', `squeezed but not sealed in ${where}`)
    }
  }
}

const tryGunzip = (bytes: Buffer): Buffer | undefined => {
  try {
    return gunzipSync(bytes, { finishFlush: 2 })
  } catch {
    return undefined
  }
}

/** Everything on a phone's disk, whatever way it came there. */
export const checkDisk = ({ disk, name }: Phone): void => {
  for (const [file, bytes] of disk.files) checkSealed(bytes, `${name} ${file}`)
  for (const { name: database, stores } of disk.databases()) {
    for (const store of stores) {
      for (const { key, value } of disk.records(database, store)) {
        checkStored(name, { database, store, record: [key, value] })
      }
    }
  }
}

/** One row, as it is written; the library is public. */
export const checkStored = (phone: string, { database, store, record }: StoredRow): void => {
  if (database.endsWith('/library')) return
  const { texts, bytes } = parts(record)
  checkSealed(Buffer.from(texts.join(' ')), `${phone} ${store}`)
  for (const sealed of bytes) checkSealed(sealed, `${phone} ${store}`)
}

const parts = (value: unknown): { texts: string[]; bytes: Uint8Array[] } => {
  const bytes: Uint8Array[] = []
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (!(inner instanceof Uint8Array)) return inner
    bytes.push(inner)
    return undefined
  })
  return { texts: [text.replaceAll('\\"', '"')], bytes }
}

export const parcelsOf = ({ disk, name }: Phone): ParcelStanding[] =>
  disk.records(`${name}/letterbox`, 'parcels').map(({ value }) => value as ParcelStanding)

export const letterboxStateOf = ({ disk, name }: Phone): LetterboxState | undefined =>
  disk.records(`${name}/letterbox`, 'state')[0]?.value as LetterboxState | undefined

/** No receipt without durable data: told when a phone marks a parcel as received, of the data the receipt spoke of. */
export const createReceiptCheck = (ledger: Ledger) => {
  const known = new Map<string, Set<number>>()
  return (phone: Phone): void => {
    const { credentials, epoch } = letterboxStateOf(phone) ?? {}
    if (credentials === undefined) return
    const before = known.get(credentials.device) ?? new Set<number>()
    const received = parcelsOf(phone).filter(({ state }) => state === 'received')
    known.set(credentials.device, new Set(received.map(({ parcel }) => parcel)))
    if (epoch === undefined) return
    for (const { parcel, from, count } of received) {
      if (before.has(parcel)) continue
      for (let counter = from; counter < from + count; counter += 1) {
        const dot = `${credentials.device}-${counter}`
        if (!ledger.wasConfirmed(epoch, dot)) {
          throw new Violation(
            'no receipt without durable data',
            `${phone.name} believes parcel ${parcel} received, ${dot} is nowhere`
          )
        }
      }
    }
  }
}

export type Ending = {
  readonly ledger: Ledger
  readonly server: Server
  readonly phones: readonly Phone[]
  readonly translators: ReadonlySet<Phone>
  /** The server does not speak with it: it was taken off, or joined after the backup that was restored. */
  readonly isOutside: (phone: Phone) => boolean
}

export const isDrained = (phone: Phone): boolean => parcelsOf(phone).every(({ state }) => state === 'received')

/** What was shown as saved and the server does not have: a phone that hears late of a restore has yet to offer it again. */
export const findMissing = ({ ledger, phones, isOutside }: Ending): Violation | undefined => {
  const durable = ledger.durable()
  if (durable === undefined) throw new Error('No generation')
  const outside = new Set(phones.filter(isOutside).map(({ name }) => name))
  for (const [dot, { phone, isStrange }] of ledger.shown) {
    if (ledger.gone.has(dot) || ledger.leftBehind.has(dot)) continue
    if (durable.changes.has(dot) || outside.has(phone) || (isStrange && durable.aside.has(dot))) continue
    return new Violation('exactly once', `${dot} was shown as saved on ${phone} and is not on the server`)
  }
  return undefined
}

/** By name, of every phone that this one is and was. */
export const copiedOn = ({ disk }: Phone): Set<string> =>
  new Set(
    [...disk.files.keys()].flatMap((name) => {
      const [, device, from, count] = /^(\w{12})\.\d+\.(\d+)\.(\d+)\.parcel$/.exec(name) ?? []
      return device === undefined
        ? []
        : Array.from({ length: Number(count) }, (_, at) => `${device}-${Number(from) + at}`)
    })
  )

/**
 * Of what lay in a second copy when the storage was lost: it is with the team, also after a restore, or still lies there. Without
 * being with the team it lies there only while the server does not know, or no longer hears, the phone that this one was or is, or
 * while nobody could notice that the server's data went back.
 */
export const findLeftBehind = (
  { ledger, server, phones, isOutside }: Ending,
  isForgotten: (phone: Phone) => boolean
) => {
  const rows = server.observer()?.prepare('select id from device where revoked_at is null').all() ?? []
  const known = new Set(rows.map((row) => String(row['id'])))
  for (const phone of phones.filter((one) => !isForgotten(one))) {
    const copied = copiedOn(phone)
    for (const dot of ledger.leftBehind) {
      const { change, phone: of, isStrange } = ledger.shown.get(dot) ?? {}
      if (change === undefined || of !== phone.name) continue
      const { changes, aside } = ledger.durable() ?? {}
      const isThere = changes?.has(dot) === true || (isStrange === true && aside?.has(dot) === true)
      if (!isThere && !copied.has(dot)) {
        return new Violation('a second copy is handed over', `${dot} lay in the second copy on ${of} and is nowhere`)
      }
      // By a receipt of the epoch that still stands: the data was put back under it, and nobody knew more than it holds.
      const isBelieved = ledger.wasConfirmed(ledger.epoch(), dot)
      if (!isThere && copied.has(dot) && known.has(change.author) && !isOutside(phone) && !isBelieved) {
        return new Violation('a second copy is handed over', `${dot} still lies in the second copy on ${of}`)
      }
    }
  }
  return undefined
}

export const checkServer = ({ ledger, server }: Ending): void => {
  const durable = ledger.durable()
  if (durable === undefined) throw new Error('No generation')
  for (const [dot, { change }] of ledger.shown) {
    const there = durable.changes.get(dot)
    if (there !== undefined && contentOf(there) !== contentOf(change)) {
      throw new Violation('exactly once', `${dot} is on the server with other content`)
    }
  }
  for (const [dot, reason] of durable.aside) {
    const isExpected = reason === 'unknown_form' && (ledger.shown.get(dot)?.isStrange ?? true)
    if (!isExpected) throw new Violation('set aside for a reason', `${dot} was set aside as ${reason}`)
  }
  const twice = ledger.findSaidTwice()
  if (twice !== undefined) {
    throw new Violation('nothing twice', `${twice.map(nameOf).join()} say the same, which was not asked for as often`)
  }
  checkGaps(server, durable.changes, durable.aside)
}

/** What the server says is missing is what is missing, and what it set aside can be tried again. */
const checkGaps = (server: Server, changes: ReadonlyMap<string, Change>, aside: ReadonlyMap<string, string>) => {
  const observer = server.observer()
  for (const row of observer?.prepare('select id, up_to, missing from device').all() ?? []) {
    const told = (JSON.parse(String(row['missing'])) as [number, number][]).flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at)
    )
    const real = Array.from({ length: Number(row['up_to']) }, (_, at) => at + 1).filter((counter) => {
      const dot = `${String(row['id'])}-${counter}`
      return !changes.has(dot) && !aside.has(dot)
    })
    if (JSON.stringify(told) !== JSON.stringify(real)) {
      throw new Violation('gaps are real', `${String(row['id'])}: told ${told.join()} but ${real.join()} are missing`)
    }
  }
  const lost = observer
    ?.prepare(
      `select count(*) as lost from aside left join parcel
       on parcel.device = aside.device and parcel.number = aside.parcel and parcel.hash = aside.hash
       where aside.taken_at is null and parcel.bytes is null`
    )
    .get()?.['lost']
  if (Number(lost) > 0)
    throw new Violation('set aside is kept', `${String(lost)} changes set aside without their bytes`)
}

/** Whether every open desk, in whatever tab, shows what the server has; the violation when not. */
export const compareReplicas = ({ ledger, phones, translators, isOutside }: Ending): Violation | undefined => {
  const durable = ledger.durable()
  if (durable === undefined) throw new Error('No generation')
  const byRecord = Map.groupBy(durable.changes.values(), ({ record }) => record)
  const shownBefore = new Map<string, string>()
  const open = phones
    .filter((phone) => !isOutside(phone))
    .flatMap((phone) => phone.tabs().map((tab) => ({ phone, tab })))
  for (const { phone, tab } of open) {
    const { desk } = tab.app.view()
    if (desk === undefined)
      return new Violation('replicas are equal', `${tab.owner.name} did not open: ${tab.app.view().phase}`)
    if (desk.damaged() > 0) return new Violation('replicas are equal', `${phone.name} has ${desk.damaged()} damaged`)
    if (translators.has(phone)) continue
    for (const [id, changes] of byRecord) {
      const record = desk.findRecord(id)
      const difference =
        record === undefined ? 'is not there' : differenceOf(record, changes, { aside: durable.aside, ledger })
      if (difference) return new Violation('replicas are equal', `${id} on ${tab.owner.name}: ${difference}`)
      if (record === undefined || record.changes.length !== changes.length) continue
      const shows = JSON.stringify([record.fields, [...record.disputed].sort()], sortedKeys)
      const before = shownBefore.get(id)
      if (before !== undefined && before !== shows) {
        return new Violation('replicas are equal', `${id} on ${tab.owner.name} shows ${shows}, elsewhere ${before}`)
      }
      shownBefore.set(id, shows)
    }
  }
  return undefined
}

const differenceOf = (
  record: MergedRecord,
  onServer: readonly Change[],
  { aside, ledger }: { aside: ReadonlyMap<string, string>; ledger: Ledger }
): string | undefined => {
  const here = new Set(record.changes)
  const missing = onServer.map(nameOf).filter((dot) => !here.has(dot))
  if (missing.length > 0) return `lacks ${missing.join()}`
  const there = new Set(onServer.map(nameOf))
  const extra = record.changes.filter((dot) => !there.has(dot))
  // Set aside, or lost with a backup by a phone that is outside now: only those who had it keep it.
  const strange = extra.filter((dot) => !aside.has(dot) && !ledger.everDurable().has(dot))
  if (strange.length > 0) return `has ${strange.join()}, which the server never had`
  const known = extra.map((dot) => ledger.everDurable().get(dot) ?? ledger.shown.get(dot)?.change)
  if (known.includes(undefined)) return undefined
  const expected = answersThatStand([...onServer, ...(known as Change[])])
  const standing = Object.fromEntries(
    Object.entries(record.standing).map(([field, answers]) => [
      field,
      answers.map(({ change, value }) => `${change} ${JSON.stringify(value)}`).sort()
    ])
  )
  const [told, real] = [JSON.stringify(standing, sortedKeys), JSON.stringify(expected, sortedKeys)]
  return told === real ? undefined : `shows ${told} where ${real} stands`
}

const sortedKeys = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** What only one phone has: a note beside a record, and what somebody began to write. */
export const findLostWords = async ({ ledger, phones, isOutside }: Ending): Promise<Violation | undefined> => {
  for (const phone of phones.filter((one) => !isOutside(one))) {
    const [tab] = phone.tabs()
    const { desk } = tab?.app.view() ?? {}
    if (tab === undefined || desk === undefined) continue
    for (const [record, { phone: of, text }] of ledger.notes) {
      if (of !== phone.name || desk.findRecord(record) === undefined) continue
      const here = String(desk.asideOf(record)?.answers['note'])
      if (here !== text) return new Violation('words stay', `${record} on ${of} has ${here} beside it, not ${text}`)
    }
    const { kept, or } = ledger.drafts.get(phone.name) ?? {}
    if (kept === undefined) continue
    const may = [kept, ...(or ?? []), ...ledger.draftsUnderWay(phone.name)].map((draft) => JSON.stringify(draft))
    const here = JSON.stringify(await tab.app.readDraft('arrival'))
    if (!may.includes(here))
      return new Violation('words stay', `${phone.name} has the draft ${here}, not ${may.join()}`)
  }
  return undefined
}

/** The library of every phone is the server's. */
export const compareLibraries = ({ server, phones, isOutside }: Ending): Violation | undefined => {
  const rows = server.observer()?.prepare('select id, content from library where gone = 0').all() ?? []
  const there = rows.map((row) => String(row['content'])).sort()
  for (const phone of phones) {
    if (isOutside(phone)) continue
    const here = phone.disk.records(`${phone.name}/library`, 'items').map(({ value }) => (value as { id: string }).id)
    const expected = rows.map((row) => String(row['id'])).sort()
    if (here.sort().join() !== expected.join()) {
      return new Violation(
        'libraries are equal',
        `${phone.name} has ${here.join()} of ${there.length}: ${expected.join()}`
      )
    }
  }
  return undefined
}

/** The server was restored from a backup that is older than this phone. */
export const isStranded = (phone: Phone, server: Server): boolean => {
  const device = letterboxStateOf(phone)?.credentials?.device
  const row = device && server.observer()?.prepare('select id from device where id = ?').get(device)
  return device !== undefined && row === undefined
}

/** Who is stranded knows it, and keeps whatever the team lacks, to hand it over when it is let in again. */
export const findStrandedTrouble = (phone: Phone, ledger: Ledger): Violation | undefined => {
  const { lastTrouble } = phone.tabs()[0]?.app.view() ?? {}
  if (lastTrouble === undefined || lastTrouble === 'no_answer') {
    return new Violation('a stranded phone is told', `${phone.name} does not know that the team has forgotten it`)
  }
  const contents = new Set(phone.disk.records(`${phone.name}/letterbox`, 'contents').map(({ key }) => key))
  const kept = parcelsOf(phone).filter(({ parcel }) => contents.has(parcel))
  for (const [dot, { change, phone: of }] of ledger.shown) {
    if (of !== phone.name || ledger.durable()?.changes.has(dot)) continue
    if (ledger.gone.has(dot) || ledger.leftBehind.has(dot)) continue
    if (kept.some(({ from, count }) => change.counter >= from && change.counter < from + count)) continue
    return new Violation('a stranded phone keeps all', `${dot} is neither with the team nor in a parcel of ${of}`)
  }
  return undefined
}

/** Who was taken off has been told so and has forgotten everything, its second copy too. */
export const findUnforgotten = (phone: Phone): Violation | undefined => {
  const found = (what: string) => new Violation('a revoked phone forgets', `${phone.name} ${what}`)
  if (letterboxStateOf(phone)?.revoked !== true) return found('goes on as before')
  const kept = ['slots', 'keyring', 'blocks', 'notes'].filter(
    (store) => phone.disk.records(`${phone.name}/vault`, store).length > 0
  )
  const rows = phone.disk.records(`${phone.name}/letterbox`, 'rows').length
  const files = phone.disk.files.size
  if (kept.length === 0 && rows === 0 && files === 0) return undefined
  return found(`still has ${[...kept, `${rows} rows`, `${files} files`].join()}`)
}
