// Who asks, and whether they may: by the table of `#protocol/access.ts`.
import { accept, refuse, type Result } from '#domain/result.ts'
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import type { ENDPOINTS } from '#protocol/endpoints/index.ts'
import { mayAsk } from '#protocol/access.ts'
import type { Role } from '#protocol/ids.ts'
import type { WipeOrder } from '#protocol/problem.ts'
import { type Signed, signStatement } from '#protocol/signed.ts'
import type { AppParts, Context } from '#server/http/parts.ts'
import { refusal } from '#server/http/refusal.ts'
import type { Device } from '#server/store/devices.ts'

type TokenRoute = {
  [Name in keyof typeof ENDPOINTS]: (typeof ENDPOINTS)[Name]['access'] extends 'token' ? Name : never
}[keyof typeof ENDPOINTS]

/** These see which phones there are and what is missing of each. */
const SEES_TEAM: readonly Role[] = ['lead', 'admin']

export const maySeeTeam = (role: Role): boolean => SEES_TEAM.includes(role)

/** The phone that asks, or the response that refuses it. */
export const findAsker = async (
  context: Context,
  route: TokenRoute,
  parts: Pick<AppParts, 'store' | 'keys' | 'clock'>
): Promise<Result<Device, Response>> => {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(context.req.header('authorization') ?? '')?.[1]
  const tokenHash = token && (await tokenToHash(token))
  if (!tokenHash) return refuse(refusal(context, 'unknown_device'))
  const device = await parts.store.findDeviceByToken(tokenHash)
  if (device === undefined) return refuse(await refuseStranger(context, tokenHash, parts))
  context.set('phone', device.number)
  if (device.revokedAt !== null) return refuse(await revoked(context, device.id, parts))
  if (!mayAsk(route, device)) return refuse(refusal(context, 'not_allowed'))
  return accept(device)
}

/** A restore may have lost a phone and not that it was revoked. */
const refuseStranger = async (
  context: Context,
  tokenHash: string,
  parts: Pick<AppParts, 'store' | 'keys' | 'clock'>
): Promise<Response> => {
  const lost = await parts.store.findRevokedByToken(tokenHash)
  return lost === undefined ? refusal(context, 'unknown_device') : revoked(context, lost, parts)
}

/** Told with every refusal to a revoked phone: it is to destroy its keys. */
export const revoked = async (
  context: Context,
  device: string,
  { keys, clock }: Pick<AppParts, 'keys' | 'clock'>
): Promise<Response> => {
  const order: Signed = await signStatement({ kind: 'wipe', device, at: clock.now() } satisfies WipeOrder, keys.signer)
  return refusal(context, 'revoked', { order })
}

/** Only this is stored of a token or an invite code. */
export const tokenToHash = (token: string): Promise<string> => fingerprint(textToBytes(token))
