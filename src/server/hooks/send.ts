// One call of a webhook: that something new was referred, how many, and nothing of whom. The receiver checks the signature over the
// time and the body, and knows a delivery that comes twice by its id.
import { createHmac } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { hostOf, isPublic, NotPublic, publicLookup } from '#server/hooks/address.ts'
import type { Hook, HookDelivery } from '#server/store/hooks.ts'

/** From the first byte to the status of the answer. */
export const ANSWER_WITHIN_MS = 10_000

/** `said`: what came of it, for the operator: a status or a word, never what the other side wrote. */
export type Sent = { readonly hasArrived: boolean; readonly said: string }

export const hookBody = ({ id, organisation, referrals, madeAt }: HookDelivery): string =>
  JSON.stringify({ kind: 'new_referrals', delivery: id, organisation, count: referrals, at: madeAt })

/** Hexadecimal HMAC-SHA256 over the seconds since 1970, a full stop and the body. */
export const signHook = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')

/** Redirects are not followed: they would lead where nobody has looked. */
export const sendHook = (hook: Hook, delivery: HookDelivery, now: number): Promise<Sent> =>
  new Promise((resolve) => {
    const url = new URL(hook.url)
    const host = hostOf(url)
    const fail = (error: unknown) => resolve({ hasArrived: false, said: wordFor(error) })
    if (!hook.isInside && isIP(host) !== 0 && !isPublic(host)) return fail(new NotPublic())
    const body = hookBody(delivery)
    const seconds = Math.floor(now / 1_000)
    const request = url.protocol === 'http:' ? httpRequest : httpsRequest
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(!hook.isInside && { lookup: publicLookup }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Susret',
          'susret-timestamp': String(seconds),
          'susret-signature': `v1=${signHook(hook.secret, seconds, body)}`
        }
      },
      (answer) => {
        const { statusCode = 0 } = answer
        answer.destroy()
        resolve({ hasArrived: statusCode >= 200 && statusCode < 300, said: `status ${statusCode}` })
      }
    )
    outgoing.on('error', fail)
    outgoing.end(body)
  })

const wordFor = (error: unknown): string => {
  if (error instanceof NotPublic) return 'leads into the private network'
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (name === 'TimeoutError' || code === 'ABORT_ERR') return 'no answer in time'
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? code : 'broke off'
}
