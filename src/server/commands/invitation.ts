// One-time invites as the operator sees them: a link, a picture of it, and until when it is good.
import { renderUnicodeCompact } from 'uqr'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { writeInviteLink } from '#protocol/endpoints/join.ts'
import type { Role } from '#protocol/ids.ts'
import { toMoment } from '#server/commands/table.ts'
import type { World } from '#server/commands/world.ts'
import { tokenToHash } from '#server/http/access.ts'
import type { ServerKeys } from '#server/keys.ts'
import type { Store } from '#server/store/store.ts'

export type Invitation = {
  readonly organisation: string
  readonly role: Role
  readonly minutes: number
  readonly url: string
}

type Parts = { store: Store; keys: ServerKeys }

/** Makes one and returns the lines to print. */
export const printInvitation = async (world: World, parts: Parts, invitation: Invitation): Promise<string[]> => {
  const { link, expiresAt } = await createInviteLink(world, parts, invitation)
  return [
    `Invite for one ${invitation.role}, good until ${toMoment(expiresAt)}:`,
    `  ${link}`,
    '',
    ...renderUnicodeCompact(link, { ecc: 'L', border: 2 })
      .split('\n')
      .map((line) => `  ${line}`)
  ]
}

export const createInviteLink = async (
  { clock, random }: World,
  { store, keys }: Parts,
  { organisation, role, minutes, url }: Invitation
): Promise<{ link: string; expiresAt: number }> => {
  const code = bytesToBase64Url(random(16))
  const expiresAt = clock.now() + minutes * 60_000
  await store.addInvite({
    organisation,
    role,
    expiresAt,
    codeHash: await tokenToHash(code)
  })
  return { link: writeInviteLink(url, { code, server: keys.fingerprint }), expiresAt }
}

/** Where phones open the app. */
export const publicUrlOf = ({ settings }: World, port = settings.port): string =>
  settings.publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`
