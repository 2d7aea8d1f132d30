// A translator's correction in, a receipt out. What a phone holds against the English, this holds too: nothing that would
// lose a value, carry markup or turn the text around it reaches anybody.
import { Correction, isFit } from '#domain/corrections.ts'
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

export const answerWords =
  (parts: AppParts, budget: Budget): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'words', parts)
    if (!asker.ok) return asker.refusal
    return withBody(context.req.raw, { limit: WORDS_BYTES, budget }, async (body) => {
      if (body.ok) return take(context, parts, { asker: asker.value, body: body.value })
      if (body.refusal === 'busy') return busy(context, parts)
      return refusal(context, body.refusal === 'broken_off' ? 'bad_request' : body.refusal)
    })
  }

const take = async (
  context: Context,
  { store, keys, clock }: AppParts,
  { asker, body }: { asker: Device; body: Bytes }
): Promise<Response> => {
  const correction = Correction.safeParse(parseJson(body))
  if (!correction.success || !isFit(correction.data)) return refusal(context, 'bad_request')
  const isTaken = await store.putCorrection(asker.organisation, correction.data)
  const receipt: WordsReceipt = {
    kind: 'words',
    device: asker.id,
    hash: await fingerprint(body),
    at: clock.now(),
    standing: isTaken ? 'taken' : 'twin'
  }
  return context.json(await signStatement(receipt, keys.signer))
}
