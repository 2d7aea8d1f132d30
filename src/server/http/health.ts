import type { Health } from '#protocol/endpoints/health.ts'
import type * as z from 'zod/mini'
import type { AppParts, Handler } from '#server/http/parts.ts'
import { busy } from '#server/http/refusal.ts'
import { faultToFacts } from '#server/log.ts'

/** Reads from the store: a server whose database is away cannot take a parcel. */
export const answerHealth =
  (parts: AppParts): Handler =>
  async (context) => {
    try {
      await parts.store.epoch()
    } catch (fault) {
      parts.log.error(faultToFacts(fault), 'The store does not answer')
      return busy(context, parts)
    }
    return context.json({ status: 'ok', version: parts.version, store: parts.store.kind } satisfies z.infer<
      typeof Health
    >)
  }
