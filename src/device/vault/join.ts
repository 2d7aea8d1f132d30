// Asking the team's server to let this phone in, and believing only the server the invite names.
import type { Credentials } from '#device/letterbox/database.ts'
import type { Platform } from '#device/platform.ts'
import type { Keyring, Membership } from '#device/vault/keyring.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { base64UrlToBytes, fingerprint, textToBytes } from '#protocol/bytes.ts'
import { JSON_TYPE } from '#protocol/endpoints/endpoint.ts'
import { type InviteLink, join, JoinAnswer, type JoinRequest } from '#protocol/endpoints/join.ts'
import type { PublicKey } from '#protocol/keys.ts'
import { Problem, type ProblemCode } from '#protocol/problem.ts'

/**
 * `no_answer`: no signal. `other_server`: somebody else answered than the one who invited. `still_waiting`: records of this
 * phone's former vault are still on their way to the team, and nowhere else. `other_words`: joining was begun with another
 * passphrase.
 */
export type JoinRefusal =
  | ProblemCode
  | 'no_answer'
  | 'other_server'
  | 'already_joined'
  | 'still_waiting'
  | 'other_words'
  | 'too_little_memory'
  | 'damaged'

export type Joined = { membership: Membership; recoveryKey: PublicKey; credentials: Credentials; epoch: string }

export const askToJoin = async (
  platform: Platform,
  invite: InviteLink,
  keyring: Keyring
): Promise<Result<Joined, JoinRefusal>> => {
  const answer = await post(platform, {
    invite: invite.code,
    device: keyring.device,
    verifyingKey: keyring.signing.publicKey,
    inboxKey: keyring.inbox.publicKey,
    token: keyring.token
  })
  if (answer === undefined) return refuse('no_answer')
  const joined = JoinAnswer.safeParse(answer)
  if (!joined.success) {
    const problem = Problem.safeParse(answer)
    return refuse(problem.success ? problem.data.problem : 'no_answer')
  }
  const { number, role, organisation, sealingKey, verifyingKey, recoveryKey, epoch, device, certificate } = joined.data
  if ((await fingerprint(base64UrlToBytes(verifyingKey))) !== invite.server || device !== keyring.device) {
    return refuse('other_server')
  }
  const team = await fingerprint(textToBytes(`${verifyingKey} ${organisation.id}`))
  return accept({
    membership: { number, role, organisation, sealingKey, ...(certificate !== undefined && { certificate }) },
    recoveryKey,
    credentials: { device, token: keyring.token, serverKey: verifyingKey, team },
    epoch
  })
}

/** The answer's JSON whatever its status; undefined when nobody, or no JSON, answered. */
const post = async (platform: Platform, request: JoinRequest): Promise<unknown> => {
  try {
    const answer = await platform.fetch(join.path, {
      method: join.method,
      body: JSON.stringify(request),
      headers: { 'content-type': JSON_TYPE },
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(30_000)
    })
    return await answer.json()
  } catch {
    return undefined
  }
}
