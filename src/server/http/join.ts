// A phone joins: the keys it made are noted, and it learns the server's.
import type { Bytes } from '#protocol/bytes.ts'
import { type JoinAnswer, JoinRequest } from '#protocol/endpoints/join.ts'
import { certifyPhone } from '#protocol/card.ts'
import { parseJson } from '#protocol/envelope.ts'
import { importSealer, importVerifier } from '#protocol/keys.ts'
import type * as z from 'zod/mini'
import { tokenToHash } from '#server/http/access.ts'
import { type Budget, withBody } from '#server/http/body.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'

/** A few keys: nobody who has not joined makes the server read more. */
const JOIN_BYTES = 16_384

export const answerJoin =
  (parts: AppParts, budget: Budget): Handler =>
  (context) =>
    withBody(context.req.raw, { limit: JOIN_BYTES, budget }, async (body) => {
      if (body.ok) return join(context, parts, body.value)
      if (body.refusal === 'busy') return busy(context, parts)
      return refusal(context, body.refusal === 'broken_off' ? 'bad_request' : body.refusal)
    })

const join = async (context: Context, { store, keys }: AppParts, body: Bytes): Promise<Response> => {
  const request = JoinRequest.safeParse(parseJson(body))
  if (!request.success || !(await areKeys(request.data))) return refusal(context, 'bad_request')
  const { invite, token, ...phone } = request.data
  const joined = await store.join({
    ...phone,
    codeHash: await tokenToHash(invite),
    tokenHash: await tokenToHash(token)
  })
  if (!joined.ok) return refusal(context, joined.refusal)
  const { number, role, organisation, epoch } = joined.value
  context.set('phone', number)
  return context.json({
    device: phone.device,
    number,
    role,
    organisation: { id: organisation.id, name: organisation.name },
    epoch,
    verifyingKey: keys.verifyingKey,
    sealingKey: keys.sealingKey,
    recoveryKey: organisation.recoveryKey,
    certificate: await certifyPhone(keys.signer, phone.device, phone.verifyingKey)
  } satisfies z.infer<typeof JoinAnswer>)
}

/** Both must be points of the curve, or nothing could ever be verified from, or sealed to, this phone. */
const areKeys = ({ verifyingKey, inboxKey }: JoinRequest): Promise<boolean> =>
  Promise.all([importVerifier(verifyingKey), importSealer(inboxKey)]).then(
    () => true,
    () => false
  )
