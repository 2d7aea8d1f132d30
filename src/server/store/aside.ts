// What was set aside: listed for the operator, and tried again after a fix. Rows are never deleted; a replay that finds
// one good notes when.
import type { Bytes } from '#protocol/bytes.ts'
import type { AsideReason } from '#protocol/receipt.ts'
import { type FindOpener, type ParcelRow, readContent, readSigned } from '#server/parcels/read-parcel.ts'
import type { Query } from '#server/store/database.ts'
import { type Device, findDevice } from '#server/store/devices.ts'
import { noteGood } from '#server/store/early-changes.ts'
import { lockOrganisation, lockOrganisations } from '#server/store/organisations.ts'
import { appendRows, type Takers } from '#server/store/parcels.ts'

export type AsideRow = {
  readonly device: string
  readonly phone: number
  readonly parcel: number
  readonly hash: string
  /** 0 is the whole parcel. */
  readonly counter: number
  readonly reason: AsideReason
  readonly heardAt: number
}

export const listAside = async (query: Query, organisation: string): Promise<AsideRow[]> => {
  const rows = await query(
    `select aside.device, device.number, aside.parcel, aside.hash, aside.counter, aside.reason, aside.heard_at
     from aside join device on device.id = aside.device
     where device.organisation = ? and aside.taken_at is null
     order by device.number, aside.parcel, aside.counter`,
    [organisation]
  )
  return rows.map((row) => ({
    device: String(row['device']),
    phone: Number(row['number']),
    parcel: Number(row['parcel']),
    hash: String(row['hash']),
    counter: Number(row['counter']),
    reason: row['reason'] as AsideReason,
    heardAt: Number(row['heard_at'])
  }))
}

export type Replayed = { readonly taken: number; readonly still: number }

/** Reads again every parcel of which something is set aside. A twin stays one: both versions are kept. */
export const replayAside = async (
  query: Query,
  organisation: string,
  again: { now: number; findOpener: FindOpener } & Takers
): Promise<Replayed> => {
  await lockOrganisations(query)
  let [taken, still] = [0, 0]
  for (const rows of byParcel(await listAside(query, organisation))) {
    const good = await replayParcel(query, rows, again)
    taken += good
    still += rows.length - good
  }
  return { taken, still }
}

const replayParcel = async (
  query: Query,
  aside: readonly [AsideRow, ...AsideRow[]],
  again: { now: number; findOpener: FindOpener } & Takers
): Promise<number> => {
  const [{ device: id, parcel, hash }] = aside
  const device = await findDevice(query, id)
  if (device === undefined) return 0
  const rows = await readAgain(query, { device, parcel, hash, findOpener: again.findOpener })
  if (rows === undefined) return 0
  const waiting = new Set(aside.map(({ counter }) => counter))
  const isWhole = waiting.has(0)
  const verdicts = await appendRows(
    query,
    rows.filter(({ counter }) => isWhole || waiting.has(counter)),
    {
      ...again,
      device,
      hash,
      locked: await lockOrganisation(query, device.organisation)
    }
  )
  const good = new Set(verdicts.flatMap((verdict) => ('aside' in verdict ? [] : [verdict.counter])))
  if (isWhole && verdicts.length > 0 && good.size === verdicts.length) good.add(0)
  const done = aside.map(({ counter }) => counter).filter((counter) => good.has(counter))
  await noteGood(query, { device: id, parcel, hash, counters: done, now: again.now })
  return done.length
}

const readAgain = async (
  query: Query,
  { device, parcel, hash, findOpener }: { device: Device; parcel: number; hash: string; findOpener: FindOpener }
): Promise<readonly ParcelRow[] | undefined> => {
  const [row] = await query(`select bytes from parcel where device = ? and number = ? and hash = ?`, [
    device.id,
    parcel,
    hash
  ])
  const bytes: Bytes = new Uint8Array(row?.['bytes'] as Uint8Array)
  const signed = readSigned(bytes)
  const content = signed && readContent(signed.envelope, device, findOpener)
  return content && 'rows' in content ? content.rows : undefined
}

const byParcel = (rows: readonly AsideRow[]): [AsideRow, ...AsideRow[]][] => {
  const parcels = new Map<string, [AsideRow, ...AsideRow[]]>()
  for (const row of rows) {
    const there = parcels.get(`${row.device} ${row.parcel} ${row.hash}`)
    if (there) there.push(row)
    else parcels.set(`${row.device} ${row.parcel} ${row.hash}`, [row])
  }
  return [...parcels.values()]
}
