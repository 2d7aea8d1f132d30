// What is new, sealed to the phone that asks: of the organisation's changes in append order what this phone may read, its
// own among them, so that one which joins again has everything; and what other teams gave, where its team takes part.
import type * as z from 'zod/mini'
import { BYTES } from '#protocol/endpoints/endpoint.ts'
import { deliveries } from '#protocol/endpoints/deliveries.ts'
import { DELIVERY_CHANGES, writeDelivery } from '#protocol/delivery.ts'
import { mayReadLedger, readable } from '#protocol/access.ts'
import { findAsker, maySeeTeam } from '#server/http/access.ts'
import { beginEpochAnew, confirmedTo } from '#server/http/begin-epoch.ts'
import type { AppParts, Handler } from '#server/http/parts.ts'
import { refusal } from '#server/http/refusal.ts'
import { readCursor, writeCursor } from '#server/store/cursor.ts'
import { type Device, deviceToTeamPhone } from '#server/store/devices.ts'
import type { AppendedPage } from '#server/store/store.ts'

export const answerDeliveries =
  (parts: AppParts): Handler =>
  async (context) => {
    const { store, keys, clock } = parts
    const asker = await findAsker(context, 'deliveries', parts)
    if (!asker.ok) return asker.refusal
    const device = asker.value
    const query = deliveries.query.safeParse(context.req.query())
    if (!query.success) return refusal(context, 'bad_request')
    const { after: from } = query.data

    await store.noteHeard(device)
    const page = await readPage(store, device, query.data)
    if (page === undefined) return refusal(context, 'bad_request')
    // Where the store lacks what this phone was given, all phones are to offer again what it may have lost.
    if (page.isBehind) {
      await beginEpochAnew(parts, page.epoch)
      return answerDeliveries(parts)(context)
    }
    const ledger = mayReadLedger(device) ? page.ledger : undefined
    const appended = [...page.changes, ...(ledger ?? [])].toSorted((a, b) => a.seq - b.seq)
    const passed = appended.slice(0, DELIVERY_CHANGES)
    const changes = passed.flatMap((one) => {
      const read = 'change' in one ? readable(one.change, device) : undefined
      return 'change' in one && read !== undefined ? [{ ...one, change: read }] : []
    })
    const lines = passed.flatMap((one) => ('line' in one ? [one.line] : []))
    const last = changes.at(-1)
    const mark = last ? { seq: last.seq, heardAt: last.heardAt } : page.mark
    // It stays the same and squeezes badly: it comes first, with every line of the ledger, and when there is nothing to carry.
    const areCardsDue = from === '' || lines.length > 0 || changes.length === 0
    const team = maySeeTeam(device.role) ? await store.listDevices(device.organisation) : []

    const delivery = await writeDelivery(
      {
        kind: 'delivery',
        organisation: device.organisation,
        device: device.id,
        epoch: page.epoch,
        from,
        to: writeCursor(page.epoch, { after: passed.at(-1)?.seq ?? page.after, ...(mark && { mark }) }),
        count: changes.length + lines.length,
        more: appended.length > passed.length,
        at: clock.now(),
        library: writeCursor(page.epoch, { after: page.librarySeq })
      },
      {
        changes,
        team: team.map(deviceToTeamPhone),
        ...(areCardsDue && { cards: { key: keys.cardKey, ...(ledger && { ledger: lines }) } })
      },
      { sealer: await keys.sealerOf(device.inboxKey), signer: keys.signer }
    )
    return context.body(delivery, 200, { 'content-type': BYTES })
  }

const readPage = (
  store: AppParts['store'],
  device: Device,
  asked: z.infer<typeof deliveries.query>
): Promise<AppendedPage | undefined> =>
  store.changesAfter(device.organisation, (epoch) => {
    const place = readCursor(asked.after, epoch)
    return place && { ...place, limit: DELIVERY_CHANGES + 1, confirmed: confirmedTo(device, asked, epoch) }
  })
