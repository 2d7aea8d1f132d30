// One call of a webhook: that something new was referred, how many, and nothing of whom. The receiver checks the signature over the
// time and the body, and knows a delivery that comes twice by its id.
import { createHmac } from 'node:crypto'
import { post, type Posted } from '#server/hooks/post.ts'
import type { Hook, HookDelivery } from '#server/store/hooks.ts'

export const hookBody = ({ id, organisation, referrals, madeAt }: HookDelivery): string =>
  JSON.stringify({ kind: 'new_referrals', delivery: id, organisation, count: referrals, at: madeAt })

/** Hexadecimal HMAC-SHA256 over the seconds since 1970, a full stop and the body. */
export const signHook = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')

export const sendHook = ({ url, isInside, secret }: Hook, delivery: HookDelivery, now: number): Promise<Posted> => {
  const body = hookBody(delivery)
  const seconds = Math.floor(now / 1_000)
  const headers = {
    'content-type': 'application/json',
    'susret-timestamp': String(seconds),
    'susret-signature': `v1=${signHook(secret, seconds, body)}`
  }
  return post({ url: new URL(url), isInside, headers, body })
}
