// A translator's correction or a lead's entry of the directory in, a receipt out. What a phone holds against the English or
// against sense, this holds too: nothing that would lose a value, carry markup or name impossible hours reaches anybody.
import * as z from 'zod/mini'
import { Correction, isFit } from '#domain/corrections.ts'
import { EntryEdit, isFitEntry } from '#domain/directory/entry-edit.ts'
import { SOUND_LETTERS } from '#domain/wording.ts'
import { type Bytes, fingerprint } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'
import { signStatement } from '#protocol/signed.ts'
import type { WordsReceipt } from '#protocol/words.ts'
import { findAsker } from '#server/http/access.ts'
import { type Budget, withBody } from '#server/http/body.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'
import type { Device } from '#server/store/devices.ts'

const WORDS_BYTES = SOUND_LETTERS + 4_096

const FitCorrection = Correction.check(z.refine(isFit))
const FitEntry = EntryEdit.check(z.refine(isFitEntry))

export const answerWords = (parts: AppParts, budget: Budget): Handler =>
  answerEdit('words', FitCorrection, { parts, budget })

export const answerEntries = (parts: AppParts, budget: Budget): Handler =>
  answerEdit('entries', FitEntry, { parts, budget })

type Edit = Correction | EntryEdit

const answerEdit =
  (
    route: 'words' | 'entries',
    schema: z.ZodMiniType<Edit>,
    { parts, budget }: { parts: AppParts; budget: Budget }
  ): Handler =>
  async (context) => {
    const asker = await findAsker(context, route, parts)
    if (!asker.ok) return asker.refusal
    return withBody(context.req.raw, { limit: WORDS_BYTES, budget }, async (body) => {
      if (body.ok) return take(context, parts, { asker: asker.value, body: body.value, schema })
      if (body.refusal === 'busy') return busy(context, parts)
      return refusal(context, body.refusal === 'broken_off' ? 'bad_request' : body.refusal)
    })
  }

const take = async (
  context: Context,
  { store, keys, clock }: AppParts,
  { asker, body, schema }: { asker: Device; body: Bytes; schema: z.ZodMiniType<Edit> }
): Promise<Response> => {
  const edit = schema.safeParse(parseJson(body))
  if (!edit.success) return refusal(context, 'bad_request')
  const isTaken = await store.putCorrection(asker.organisation, edit.data)
  const receipt: WordsReceipt = {
    kind: 'words',
    device: asker.id,
    hash: await fingerprint(body),
    at: clock.now(),
    standing: isTaken ? 'taken' : 'twin'
  }
  return context.json(await signStatement(receipt, keys.signer))
}
