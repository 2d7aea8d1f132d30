// A store with as many arrivals as are wanted, written past the wire because a hundred thousand parcels would take all day. What it
// holds is what phones would have said: the same changes, in the same order of the server.
import { join } from 'node:path'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { createSealingKeys } from '#protocol/keys.ts'
import type { Change } from '#protocol/change.ts'
import { dotOf } from '#protocol/ids.ts'
import { changeToContent } from '#server/parcels/judgement.ts'
import type { Database, Query } from '#server/store/database.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { createStore } from '#server/store/create-store.ts'

const ORGANISATION = 'demo'
const ROWS_AT_ONCE = 500
const MADE_AT = Date.UTC(2018, 6, 1)
/** One in so many was corrected later. */
const CORRECTED = 5

/** Into `susret.sqlite` of the folder. Returns how many people they are, as corrected. */
export const seedRecords = async (folder: string, count: number): Promise<number> => {
  const database = await openSqlite(join(folder, 'susret.sqlite'))
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const store = await createStore({ database, now: () => MADE_AT, random, waitingLimit: 9 })
  await store.addOrganisation({
    id: ORGANISATION,
    name: 'Demo team',
    recoveryKey: (await createSealingKeys()).publicKey
  })
  let people = 0
  // A correction says one man more.
  const counted = (change: Change) =>
    change.over.length > 0 ? 1 : Number(change.fields['men']) + Number(change.fields['girls'])
  await insertAsPhones(database, madeUp(count), (change) => (people += counted(change)))
  await store.close()
  return people
}

/** Into a store whose organisation has no changes yet. Their authors are `SEEDED_PHONES`. */
export const insertAsPhones = (
  database: Database,
  changes: Iterable<Change>,
  onChange: (change: Change) => void = () => undefined
): Promise<void> =>
  database.transaction(async (query) => {
    for (const [at, phone] of SEEDED_PHONES.entries()) await insertPhone(query, phone, at + 1)
    await insertChanges(query, changes, onChange)
  })

export const SEEDED_PHONES = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd'] as const
const [PHONE] = SEEDED_PHONES

const insertPhone = (query: Query, phone: string, number: number) =>
  query(
    `insert into device (id, organisation, number, role, verifying_key, inbox_key, token_hash, joined_at, up_to, missing)
     values (?, ?, ?, 'worker', '', '', ?, ?, 0, '[]')`,
    [phone, ORGANISATION, number, `nobody ${number}`, MADE_AT]
  )

const insertChanges = async (query: Query, changes: Iterable<Change>, onChange: (change: Change) => void) => {
  const counters = new Map<string, number>()
  let seq = 0
  let rows: (string | number)[][] = []
  const flush = async () => {
    const places = rows.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')
    await query(
      `insert into change (organisation, seq, device, counter, content, heard_at) values ${places}`,
      rows.flat()
    )
    rows = []
  }
  for (const change of changes) {
    seq += 1
    rows.push([ORGANISATION, seq, change.author, change.counter, changeToContent(change), MADE_AT])
    counters.set(change.author, change.counter)
    onChange(change)
    if (rows.length === ROWS_AT_ONCE) await flush()
  }
  if (rows.length > 0) await flush()
  await query(`update organisation set last_seq = ? where id = ?`, [seq, ORGANISATION])
  for (const [phone, upTo] of counters) await query(`update device set up_to = ? where id = ?`, [upTo, phone])
}

function* madeUp(count: number): Generator<Change> {
  const chance = createSeededRandom(count)
  const whole = (most: number) => Math.floor(chance() * most)
  let counter = 0
  const say = (fields: Change['fields'], more: Partial<Change> = {}): Change => {
    counter += 1
    const clock = { at: MADE_AT + counter * 1_000, tick: 0 }
    return { author: PHONE, counter, type: 'arrival', record: dotOf(PHONE, counter), clock, over: [], fields, ...more }
  }
  for (let made = 0; made < count; made += 1) {
    const men = 1 + whole(2)
    const day = String(1 + whole(31)).padStart(2, '0')
    const arrival = say({
      form: 'new_arrival',
      formVersion: 1,
      met: `2018-07-${day}T${10 + whole(10)}`,
      zone: 'parks',
      men,
      girls: whole(2),
      language: 'ps',
      country: ['AF', 'SY', 'PK'][whole(3)] ?? 'AF',
      needs: ['medical', 'food_hot'],
      given: ['food_water', 'info']
    })
    yield arrival
    if (whole(CORRECTED) === 0) yield say({ men: men + 1 }, { record: arrival.record, over: [arrival.record] })
  }
}
