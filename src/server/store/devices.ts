// Phones: who they are, what was heard of them, and what is known to be missing.
import type { TeamPhone } from '#protocol/delivery.ts'
import type { DeviceId, Role } from '#protocol/ids.ts'
import type { OrganisationKind } from '#protocol/access.ts'
import type { PublicKey } from '#protocol/keys.ts'
import { mayBeNudged } from '#protocol/nudge.ts'
import { type Arrived, NOTHING_ARRIVED } from '#server/store/arrived.ts'
import type { Query, Row } from '#server/store/database.ts'
import { removeNudge } from '#server/store/nudges.ts'

export type Device = {
  readonly id: DeviceId
  readonly organisation: string
  /** Of its organisation. */
  readonly kind: OrganisationKind
  readonly number: number
  readonly role: Role
  readonly verifyingKey: PublicKey
  readonly inboxKey: PublicKey
  readonly tokenHash: string
  readonly joinedAt: number
  readonly heardAt: number | null
  readonly revokedAt: number | null
  readonly arrived: Arrived
}

const COLUMNS = `id, organisation, number, role, verifying_key, inbox_key, token_hash, joined_at, heard_at, revoked_at,
  up_to, missing, (select provider from organisation where organisation.id = device.organisation) as provider`

/** When a phone was heard from is kept to five minutes: finer would tell of a person, and cost a write each time. */
const HEARD_STEP_MS = 5 * 60_000
/** A lead needs to know that something is missing, and roughly what. */
const SHOWN_GAPS = 50

export const findDevice = async (query: Query, id: DeviceId): Promise<Device | undefined> => {
  const [row] = await query(`select ${COLUMNS} from device where id = ?`, [id])
  return row && toDevice(row)
}

export const findDeviceByToken = async (query: Query, tokenHash: string): Promise<Device | undefined> => {
  const [row] = await query(`select ${COLUMNS} from device where token_hash = ?`, [tokenHash])
  return row && toDevice(row)
}

export const listDevices = async (query: Query, organisation: string): Promise<Device[]> =>
  (await query(`select ${COLUMNS} from device where organisation = ? order by number`, [organisation])).map(toDevice)

/** One that was revoked before a restore comes in revoked. The caller locks the organisation: no two phones get one number. */
export const insertDevice = async (
  query: Query,
  device: Omit<Device, 'kind' | 'number' | 'heardAt' | 'revokedAt' | 'arrived'>
): Promise<Pick<Device, 'number' | 'revokedAt'>> => {
  const { id, organisation, role, verifyingKey, inboxKey, tokenHash, joinedAt } = device
  const [row] = await query(
    `insert into device (id, organisation, number, role, verifying_key, inbox_key, token_hash, joined_at, revoked_at,
       up_to, missing)
     values (?, ?, (select coalesce(max(number), 0) + 1 from device where organisation = ?), ?, ?, ?, ?, ?,
       (select at from revocation where device = ?), 0, '[]')
     returning number, revoked_at`,
    [id, organisation, organisation, role, verifyingKey, inboxKey, tokenHash, joinedAt, id]
  )
  return { number: Number(row?.['number']), revokedAt: (row?.['revoked_at'] ?? null) as number | null }
}

/** Who is a lead no longer is nudged no longer. */
export const setRole = async (query: Query, id: DeviceId, role: Role): Promise<void> => {
  await query(`update device set role = ? where id = ?`, [role, id])
  if (!mayBeNudged(role)) await removeNudge(query, id)
}

/** `tokenHash` is told of a phone that is not there: a restore has lost it, and it is known by its token alone. */
export type Revoked = { readonly id: DeviceId; readonly tokenHash?: string | undefined }

/** Also one that is not there: it may still ask for deliveries, and its request to join may come again. */
export const revokeDevice = async (query: Query, { id, tokenHash }: Revoked, at: number): Promise<void> => {
  await query(
    `insert into revocation (device, at, token_hash)
     values (?, ?, coalesce(?, (select token_hash from device where id = ?)))
     on conflict (device) do update set token_hash = coalesce(revocation.token_hash, excluded.token_hash)`,
    [id, at, tokenHash ?? null, id]
  )
  await query(`update device set revoked_at = ? where id = ? and revoked_at is null`, [at, id])
  await removeNudge(query, id)
}

/** Whether all that is told of it stands among the revoked already. */
export const isNotedRevoked = async (query: Query, { id, tokenHash }: Revoked): Promise<boolean> => {
  const [row] = await query(`select token_hash from revocation where device = ?`, [id])
  return row !== undefined && (tokenHash === undefined || row['token_hash'] !== null)
}

/** Whoever asks with a token that no phone here has. */
export const findRevokedByToken = async (query: Query, tokenHash: string): Promise<DeviceId | undefined> => {
  const [row] = await query(`select device from revocation where token_hash = ?`, [tokenHash])
  return row && String(row['device'])
}

export const isHeardAnew = ({ heardAt }: Device, now: number): boolean => heardAt !== roundDown(now)

export const setHeard = (query: Query, id: DeviceId, now: number): Promise<unknown> =>
  query(`update device set heard_at = ? where id = ?`, [roundDown(now), id])

export const setArrived = (query: Query, id: DeviceId, { upTo, missing }: Arrived): Promise<unknown> =>
  query(`update device set up_to = ?, missing = ? where id = ?`, [upTo, JSON.stringify(missing), id])

export const deviceToTeamPhone = ({ id, number, role, heardAt, revokedAt, arrived }: Device): TeamPhone => ({
  device: id,
  number,
  role,
  heardAt,
  upTo: arrived.upTo,
  missing: arrived.missing.slice(0, SHOWN_GAPS).map(([from, to]) => [from, to]),
  revoked: revokedAt !== null
})

const roundDown = (at: number) => at - (at % HEARD_STEP_MS)

const toDevice = (row: Row): Device => ({
  id: String(row['id']),
  organisation: String(row['organisation']),
  kind: row['provider'] === null ? 'team' : 'partner',
  number: Number(row['number']),
  role: row['role'] as Role,
  verifyingKey: String(row['verifying_key']),
  inboxKey: String(row['inbox_key']),
  tokenHash: String(row['token_hash']),
  joinedAt: Number(row['joined_at']),
  heardAt: row['heard_at'] as number | null,
  revokedAt: row['revoked_at'] as number | null,
  arrived: { ...NOTHING_ARRIVED, upTo: Number(row['up_to']), missing: JSON.parse(String(row['missing'])) }
})
