// The tables, as numbered steps. A step that has been released is never changed; it only ever adds, so that the server
// before it can still run on what it leaves behind.
import type { Database, Query } from '#server/store/database.ts'

/** In SQL that both databases speak, or in that of each. */
type Step = string | Readonly<Record<Database['kind'], string>>

const TESTIMONY = `create table testimony (
  id text primary key,
  organisation text not null references organisation (id),
  sealed text
)`

const MIGRATIONS: readonly (readonly Step[])[] = [
  [
    `create table meta (name text primary key, value text not null)`,

    // last_seq: the newest change; library_seq: the newest version of anything in the library.
    `create table organisation (
      id text primary key,
      name text not null,
      recovery_key text not null,
      last_seq bigint not null,
      library_seq bigint not null
    )`,

    `create table invite (
      code_hash text primary key,
      organisation text not null references organisation (id),
      role text not null,
      made_at bigint not null,
      expires_at bigint not null,
      used_by text
    )`,

    // up_to and missing: the highest counter heard of, and ranges below it that never came, as JSON.
    `create table device (
      id text primary key,
      organisation text not null references organisation (id),
      number bigint not null,
      role text not null,
      verifying_key text not null,
      inbox_key text not null,
      token_hash text not null unique,
      joined_at bigint not null,
      heard_at bigint,
      revoked_at bigint,
      up_to bigint not null,
      missing text not null,
      unique (organisation, number)
    )`,

    `create table change (
      organisation text not null references organisation (id),
      seq bigint not null,
      device text not null references device (id),
      counter bigint not null,
      content text not null,
      heard_at bigint not null,
      primary key (organisation, seq),
      unique (device, counter)
    )`,

    // The bytes stay while something of the parcel is set aside; they are sealed, also here.
    `create table parcel (
      device text not null references device (id),
      number bigint not null,
      hash text not null,
      heard_at bigint not null,
      bytes bytea,
      primary key (device, number, hash)
    )`,

    // counter 0 is the whole parcel. taken_at: when a replay found it good.
    `create table aside (
      device text not null references device (id),
      parcel bigint not null,
      hash text not null,
      counter bigint not null,
      reason text not null,
      heard_at bigint not null,
      taken_at bigint,
      primary key (device, parcel, hash, counter)
    )`,

    `create table library (
      organisation text not null references organisation (id),
      id text not null,
      kind text not null,
      seq bigint not null,
      content text not null,
      gone bigint not null,
      primary key (organisation, id)
    )`,
    `create index library_by_seq on library (organisation, seq)`
  ],
  [
    // Also of phones that are in no row of `device`: a restore has lost them, and they may ask to join again.
    `create table revocation (device text primary key, at bigint not null)`
  ],
  // By it a phone that is in no row of `device` is told to forget. Null where an earlier server noted the revocation.
  [`alter table revocation add column token_hash text`],
  [
    // A provider of the directory that reads its referrals here; none for a team that meets people.
    `alter table organisation add column provider text`,

    // Who reads a record beside, and with, the organisation it was made in. Only of records that more than one reads.
    `create table reader (
      record text not null,
      organisation text not null references organisation (id),
      primary key (record, organisation)
    )`,

    // A change of another organisation, at its place in this one's order.
    `create table shared (
      organisation text not null references organisation (id),
      seq bigint not null,
      device text not null references device (id),
      counter bigint not null,
      primary key (organisation, seq)
    )`
  ],
  [
    // 1: testimonies are sealed to it.
    `alter table organisation add column collects_testimony bigint`,

    // No phone, no time. SQLite would number rows as they come, and so tell their order, unless told not to. PostgreSQL keeps
    // of each row which transaction wrote it.
    { sqlite: `${TESTIMONY} without rowid`, postgres: TESTIMONY }
  ],
  [
    // 1: tells the other teams what it gave, and is told. Set by the operator, one by one.
    `alter table organisation add column takes_part bigint not null default 0`,

    // What other teams gave, at its place in the order of the team that is told. Who gave it stands nowhere. gone: taken back.
    `create table ledger (
      organisation text not null references organisation (id),
      seq bigint not null,
      card text not null,
      item_group text not null,
      day text not null,
      gone bigint not null,
      primary key (organisation, seq),
      unique (organisation, card, item_group, day)
    )`,
    `create index ledger_by_day on ledger (day)`
  ],
  [
    // sets: names of data sets with a space between. detail: how finely they may be told, as JSON.
    `create table machine_token (
      organisation text not null references organisation (id),
      number bigint not null,
      name text not null,
      sets text not null,
      detail text not null,
      made_at bigint not null,
      expires_at bigint not null,
      revoked_at bigint,
      token_hash text not null unique,
      primary key (organisation, number)
    )`,

    `create table edition (
      organisation text not null references organisation (id),
      subject text not null,
      month text not null,
      made_at bigint not null,
      content text not null,
      primary key (organisation, subject, month)
    )`,

    // hash: over the hash of the entry before and all that stands in this one.
    `create table audit (
      organisation text not null references organisation (id),
      number bigint not null,
      at bigint not null,
      content text not null,
      hash text not null,
      primary key (organisation, number)
    )`,

    // Whom to tell that something new was referred. told_seq: how far in the organisation's order that was looked for.
    `create table hook (
      organisation text primary key references organisation (id),
      url text not null,
      secret text not null,
      is_inside bigint not null,
      made_at bigint not null,
      told_seq bigint not null
    )`,

    // state: waiting, arrived or given_up. said: what the last try came to.
    `create table hook_delivery (
      id text primary key,
      organisation text not null references organisation (id),
      referrals bigint not null,
      made_at bigint not null,
      tries bigint not null,
      next_at bigint not null,
      state text not null,
      said text not null
    )`,
    `create index hook_delivery_waiting on hook_delivery (state, next_at)`
  ],
  [
    // A lead's phone that asked to be nudged: where, and nothing else of it. wanted_at: since when it is to be; null when it is
    // not. not_before: no nudge is sent sooner.
    `create table nudge (
      device text primary key references device (id),
      endpoint text not null,
      wanted_at bigint,
      not_before bigint not null,
      tries bigint not null
    )`
  ],
  [
    // When the token may ask as often as at the beginning again. For the minute only: no backup holds it.
    `alter table machine_token add column rested_at bigint not null default 0`
  ],
  [
    // Since where in the organisation's order somebody may be in danger of whom leads are told again, when that was last looked
    // at and when it is next. dangers: how many were heard of. For the hour only: no backup holds it.
    `create table danger_watch (
      organisation text primary key references organisation (id),
      from_seq bigint not null,
      looked_at bigint not null,
      next_at bigint not null,
      dangers bigint not null
    )`
  ],
  [
    // A change that came before the one called name, on which it hangs. hash: of the parcel in which it was set aside; empty where it
    // was taken and is still to be passed on.
    `create table early (
      name text not null,
      device text not null references device (id),
      counter bigint not null,
      hash text not null,
      content text not null,
      primary key (name, device, counter, hash)
    )`,
    `create index early_by_change on early (device, counter)`
  ]
]

/** What this program's tables are called in `migration` and in backups. */
export const SCHEMA_VERSION = MIGRATIONS.length

export class NewerData extends Error {}

/** Brings the tables up to date. Throws `NewerData` when a newer server has been here. */
export const migrate = (database: Database, now: number): Promise<void> =>
  database.alone(async (query) => {
    await query(`create table if not exists migration (number bigint primary key, at bigint not null)`)
    const done = await readVersion(query)
    if (done > SCHEMA_VERSION) throw new NewerData('The data was written by a newer version of Susret. Update first.')
    for (const [at, steps] of MIGRATIONS.entries()) {
      if (at < done) continue
      for (const step of steps) await query(typeof step === 'string' ? step : step[database.kind])
      await query(`insert into migration (number, at) values (?, ?)`, [at + 1, now])
    }
  })

const readVersion = async (query: Query): Promise<number> =>
  Number((await query(`select coalesce(max(number), 0) as version from migration`))[0]?.['version'])
