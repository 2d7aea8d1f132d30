// The counts, for Prometheus. Only there when the operator has set a token, because even counts tell when a team is at work.
import { tokenToHash } from '#server/http/access.ts'
import type { Counts } from '#server/http/counts.ts'
import type { AppParts, Handler } from '#server/http/parts.ts'
import { refusal } from '#server/http/refusal.ts'

const TEXT_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export const answerMetrics =
  ({ token, usage }: NonNullable<AppParts['metrics']>, counts: Counts): Handler =>
  async (context) => {
    const given = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
    // Hashes are compared, so that how long it takes tells nothing of the token.
    if ((await tokenToHash(given)) !== (await tokenToHash(token))) return refusal(context, 'not_found')
    return context.body(counts.toText(usage()), 200, { 'content-type': TEXT_TYPE, 'cache-control': 'no-store' })
  }
