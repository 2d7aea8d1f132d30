// A phone comes in with a one-time invite. Asking again with the same keys is answered the same, however often.
import { accept, refuse, type Result } from '#domain/result.ts'
import type { JoinRequest } from '#protocol/endpoints/join.ts'
import type { Role } from '#protocol/ids.ts'
import type { Query } from '#server/store/database.ts'
import { type Device, findDevice, insertDevice, setRole } from '#server/store/devices.ts'
import { findInvite, spendInvite } from '#server/store/invites.ts'
import { getEpoch } from '#server/store/meta.ts'
import {
  findOrganisation,
  lockOrganisation,
  lockOrganisations,
  type Organisation
} from '#server/store/organisations.ts'
import { publishPartners } from '#server/store/partners.ts'

export type Joining = Omit<JoinRequest, 'invite' | 'token'> & { readonly codeHash: string; readonly tokenHash: string }

export type Joined = {
  readonly number: number
  readonly role: Role
  readonly organisation: Organisation
  readonly epoch: string
}

/** `bad_request`: the id belongs to a phone with other keys, or to one that was revoked. */
export type JoinRefusal = 'bad_request' | 'invite_unknown' | 'invite_expired' | 'invite_used'

export const joinPhone = async (query: Query, joining: Joining, now: number): Promise<Result<Joined, JoinRefusal>> => {
  const named = await findInvite(query, joining.codeHash)
  if (named === undefined) return refuse('invite_unknown')
  // A phone of a partner is told to every team, whose library is another row to lock.
  if (named.role === 'partner') await lockOrganisations(query)
  else await lockOrganisation(query, named.organisation)
  // Read again under the lock: of two phones with one invite, the second must see the first.
  const invite = (await findInvite(query, joining.codeHash)) ?? named
  const there = await findDevice(query, joining.device)

  if (invite.usedBy !== null && invite.usedBy !== joining.device) return refuse('invite_used')
  if (invite.usedBy === null && invite.expiresAt <= now) return refuse('invite_expired')
  if (there !== undefined && !isSamePhone(there, joining)) {
    return refuse(invite.usedBy === null ? 'bad_request' : 'invite_used')
  }
  if (there?.organisation !== undefined && there.organisation !== invite.organisation) return refuse('bad_request')

  const { number, revokedAt } = there ?? (await admit(query, joining, { ...invite, now }))
  if (there !== undefined && there.role !== invite.role) await setRole(query, there.id, invite.role)
  if (invite.usedBy === null) await spendInvite(query, joining.codeHash, joining.device)
  if (invite.role === 'partner') await publishPartners(query)
  // It has its row now, so that its next question is answered with the order to destroy its keys.
  if (revokedAt !== null) return refuse('bad_request')
  const organisation = await findOrganisation(query, invite.organisation)
  if (organisation === undefined) throw new Error('The invite names an organisation that is not there')
  return accept({ number, role: invite.role, organisation, epoch: await getEpoch(query) })
}

const isSamePhone = (there: Device, joining: Joining) =>
  there.revokedAt === null &&
  there.verifyingKey === joining.verifyingKey &&
  there.inboxKey === joining.inboxKey &&
  there.tokenHash === joining.tokenHash

const admit = (
  query: Query,
  { device, verifyingKey, inboxKey, tokenHash }: Joining,
  { organisation, role, now }: { organisation: string; role: Role; now: number }
) => insertDevice(query, { id: device, organisation, role, verifyingKey, inboxKey, tokenHash, joinedAt: now })
