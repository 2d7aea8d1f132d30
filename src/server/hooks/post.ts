// One POST to an address that somebody else named: never into the private network unless that is meant, no redirect followed, an end
// after some seconds, and of the answer nothing but its status.
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { hostOf, isPublic, NotPublic, publicLookup } from '#server/hooks/address.ts'

/** From the first byte to the status of the answer. */
export const ANSWER_WITHIN_MS = 10_000

export type Posting = {
  readonly url: URL
  /** Whether it may lead into the private network. */
  readonly isInside: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * `said`: what came of it, for the operator: a status or a word, never what the other side wrote. `status`: 0 where none came.
 * `retryAfter`: seconds, where the other side asks for them.
 */
export type Posted = { readonly status: number; readonly said: string; readonly retryAfter?: number }

export const isTaken = ({ status }: Posted): boolean => status >= 200 && status < 300

/** Redirects are not followed: they would lead where nobody has looked. */
export const post = ({ url, isInside, headers, body }: Posting): Promise<Posted> =>
  new Promise((resolve) => {
    const host = hostOf(url)
    const fail = (error: unknown) => resolve({ status: 0, said: wordFor(error) })
    if (!isInside && isIP(host) !== 0 && !isPublic(host)) return fail(new NotPublic())
    const request = url.protocol === 'http:' ? httpRequest : httpsRequest
    const outgoing = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(!isInside && { lookup: publicLookup }),
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Susret' }
      },
      (answer) => {
        const { statusCode: status = 0, headers: said } = answer
        const retryAfter = Number(said['retry-after'])
        answer.destroy()
        resolve({ status, said: `status ${status}`, ...(retryAfter > 0 && { retryAfter }) })
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
