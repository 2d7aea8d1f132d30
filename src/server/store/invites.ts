// One-time invites. The code itself is never stored, only its hash.
import type { Role } from '#protocol/ids.ts'
import type { Query } from '#server/store/database.ts'

export type Invite = {
  readonly organisation: string
  readonly role: Role
  readonly expiresAt: number
  readonly usedBy: string | null
}

export const findInvite = async (query: Query, codeHash: string): Promise<Invite | undefined> => {
  const [row] = await query(`select organisation, role, expires_at, used_by from invite where code_hash = ?`, [
    codeHash
  ])
  return (
    row && {
      organisation: String(row['organisation']),
      role: row['role'] as Role,
      expiresAt: Number(row['expires_at']),
      usedBy: row['used_by'] as string | null
    }
  )
}

export const insertInvite = (
  query: Query,
  invite: Omit<Invite, 'usedBy'> & { codeHash: string; madeAt: number }
): Promise<unknown> =>
  query(`insert into invite (code_hash, organisation, role, made_at, expires_at) values (?, ?, ?, ?, ?)`, [
    invite.codeHash,
    invite.organisation,
    invite.role,
    invite.madeAt,
    invite.expiresAt
  ])

export const spendInvite = (query: Query, codeHash: string, device: string): Promise<unknown> =>
  query(`update invite set used_by = ? where code_hash = ?`, [device, codeHash])
