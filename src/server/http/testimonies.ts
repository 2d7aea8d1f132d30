// Testimonies in, and out to the organisation they are sealed to. That a phone may hand one over is checked and forgotten:
// neither the store nor the log learns which phone it was, nor when. How many it brought is counted in memory, for a day.
import type * as z from 'zod/mini'
import { testimoniesListed } from '#protocol/endpoints/testimonies-listed.ts'
import { testimonyDeleted } from '#protocol/endpoints/testimony-deleted.ts'
import { testimonyFetched } from '#protocol/endpoints/testimony-fetched.ts'
import { type Bytes, fingerprint } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'
import type { DeviceId } from '#protocol/ids.ts'
import { signStatement } from '#protocol/signed.ts'
import { SealedTestimony, type TestimonyGone, type TestimonyList, type TestimonyReceipt } from '#protocol/testimony.ts'
import { findAsker } from '#server/http/access.ts'
import { type Budget, withBody } from '#server/http/body.ts'
import type { AppParts, Context, Handler } from '#server/http/parts.ts'
import { createDayLimit } from '#server/http/day-limit.ts'
import { busy, refusal } from '#server/http/refusal.ts'
import type { Device } from '#server/store/devices.ts'

/** The sealed bytes, and a box for each of the most phones there can be. */
const BODY_BYTES = 65_536
/** More new ones than anybody takes down in a day; a phone in wrong hands does not fill the store. */
export const TESTIMONIES_A_DAY = 100
/** Ids in one page. */
export const LISTED = 500

export const answerTestimony = (parts: AppParts, budget: Budget): Handler => {
  const limit = createDayLimit(parts.clock.now, TESTIMONIES_A_DAY)
  return answerBody({ route: 'testimony', schema: SealedTestimony, parts, budget }, async (context, heard) => {
    const { said, body, device } = heard
    const place = limit(device)
    if (place === undefined) return busy(context, parts)
    const put = await parts.store.putTestimony(said)
    if (put?.isNew !== true) place.giveBack()
    if (put === undefined) return refusal(context, 'bad_request')
    const { epoch } = put
    const receipt: TestimonyReceipt = { kind: 'testimony', id: said.id, hash: await fingerprint(body), epoch }
    return context.json(await signStatement(receipt, parts.keys.signer))
  })
}

export const answerTestimonyDeleted = (parts: AppParts, budget: Budget): Handler =>
  answerBody(
    { route: 'testimonyDeleted', schema: testimonyDeleted.body, parts, budget },
    async (context, { said: { id }, organisation }) => {
      // The file first: whatever happens between the two, it is deleted with the next start at the latest.
      const isHere = (await parts.store.findTestimony(organisation, id)) !== undefined
      if (isHere) await parts.noteDeletedTestimony?.({ organisation, id })
      await parts.store.deleteTestimony(organisation, id)
      return context.json(
        await signStatement({ kind: 'testimony_gone', id } satisfies TestimonyGone, parts.keys.signer)
      )
    }
  )

export const answerTestimoniesListed =
  (parts: AppParts): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'testimoniesListed', parts)
    if (!asker.ok) return asker.refusal
    const query = testimoniesListed.query.safeParse(context.req.query())
    if (!query.success) return refusal(context, 'bad_request')
    const page = { after: query.data.after, limit: LISTED + 1 }
    const found = await parts.store.listTestimonies(asker.value.organisation, page)
    const rows = found.slice(0, LISTED)
    const list: TestimonyList = {
      kind: 'testimonies',
      ids: rows.filter(({ isGone }) => !isGone).map(({ id }) => id),
      gone: rows.filter(({ isGone }) => isGone).map(({ id }) => id),
      ...(found.length > rows.length && { next: rows.at(-1)?.id })
    }
    return context.json(await signStatement(list, parts.keys.signer))
  }

export const answerTestimonyFetched =
  (parts: AppParts): Handler =>
  async (context) => {
    const asker = await findAsker(context, 'testimonyFetched', parts)
    if (!asker.ok) return asker.refusal
    const query = testimonyFetched.query.safeParse(context.req.query())
    if (!query.success) return refusal(context, 'bad_request')
    const found = await parts.store.findTestimony(asker.value.organisation, query.data.id)
    return found === undefined ? refusal(context, 'not_found') : context.json(found)
  }

type Asked<Said> = {
  readonly route: 'testimony' | 'testimonyDeleted'
  readonly schema: z.ZodMiniType<Said>
  readonly parts: AppParts
  readonly budget: Budget
}

type Heard<Said> = Pick<Device, 'organisation'> & {
  readonly said: Said
  readonly body: Bytes
  readonly device: DeviceId
}

const answerBody =
  <Said>(
    { route, schema, parts, budget }: Asked<Said>,
    work: (context: Context, heard: Heard<Said>) => Promise<Response>
  ): Handler =>
  async (context) => {
    const asker = await findAsker(context, route, parts)
    if (!asker.ok) return asker.refusal
    const { organisation, id: device } = asker.value
    return withBody(context.req.raw, { limit: BODY_BYTES, budget }, async (body) => {
      if (!body.ok && body.refusal === 'busy') return busy(context, parts)
      if (!body.ok) return refusal(context, body.refusal === 'broken_off' ? 'bad_request' : body.refusal)
      const said = schema.safeParse(parseJson(body.value))
      if (!said.success) return refusal(context, 'bad_request')
      return work(context, { said: said.data, body: body.value, organisation, device })
    })
  }
