// A lead's phone asks how it stands with nudges, asks to be nudged, or no longer. Each is answered with how it stands then.
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import { nudgesOn } from '#protocol/endpoints/nudges-on.ts'
import { parseJson } from '#protocol/envelope.ts'
import { createSigningKeys } from '#protocol/keys.ts'
import type { NudgeStanding } from '#protocol/nudge.ts'
import { signStatement } from '#protocol/signed.ts'
import { findAsker } from '#server/http/access.ts'
import { type Budget, withBody } from '#server/http/body.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'
import { findPushAddress } from '#server/nudges/push-service.ts'

const BODY_BYTES = 4_096

export const answerNudges =
  (parts: AppParts): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'nudges', parts)
    return asker.ok ? standing(context, parts, asker.value.id) : asker.refusal
  }

export const answerNudgesOn =
  (parts: AppParts, budget: Budget): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'nudgesOn', parts)
    if (!asker.ok) return asker.refusal
    const { id } = asker.value
    return withBody(context.req.raw, { limit: BODY_BYTES, budget }, async (body) => {
      if (!body.ok && body.refusal === 'busy') return busy(context, parts)
      if (!body.ok) return refusal(context, body.refusal === 'broken_off' ? 'bad_request' : body.refusal)
      const said = nudgesOn.body.safeParse(parseJson(body.value))
      const isFit = said.success && findPushAddress(said.data.address, parts.pushServices ?? []) !== undefined
      if (!isFit) return refusal(context, 'bad_request')
      await parts.store.setNudge(id, said.data.address)
      return standing(context, parts, id)
    })
  }

export const answerNudgesOff =
  (parts: AppParts): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'nudgesOff', parts)
    if (!asker.ok) return asker.refusal
    await parts.store.removeNudge(asker.value.id)
    return standing(context, parts, asker.value.id)
  }

const standing = async (context: Context, { store, keys }: AppParts, device: string): Promise<Response> => {
  const [{ publicKey }, address] = await Promise.all([store.nudgeKeys(createSigningKeys), store.findNudge(device)])
  const said: NudgeStanding = {
    kind: 'nudges',
    device,
    key: publicKey,
    address: address === undefined ? null : await fingerprint(textToBytes(address))
  }
  return context.json(await signStatement(said, keys.signer))
}
