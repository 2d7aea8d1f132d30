// What the server hands to one phone: changes since a cursor, sealed to the phone's inbox key and signed by the server.
// The phone may be locked: it stores a delivery as it came and opens it at the next unlock.
import * as z from 'zod/mini'
import { type LedgerLine, LedgerEntry } from '#domain/ledger.ts'
import { type Bytes, textToBytes } from '#protocol/bytes.ts'
import { CardKey } from '#protocol/card-hash.ts'
import type { Change } from '#protocol/change.ts'
import { changesToColumns, Columns, columnsToChanges } from '#protocol/columns.ts'
import { type Envelope, headerToBytes, parseJson, writeEnvelope } from '#protocol/envelope.ts'
import { Cursor, DeviceId, Epoch, OrganisationId, Role } from '#protocol/ids.ts'
import { open, prepareSeal, sealWith } from '#protocol/keys.ts'
import { squeeze, unsqueeze } from '#protocol/squeeze.ts'

/** At most this many changes in one delivery; `more` says that another one waits. */
export const DELIVERY_CHANGES = 2_000
export const DELIVERY_INFO = textToBytes('susret delivery 1')

export const DeliveryHeader = z.object({
  kind: z.literal('delivery'),
  organisation: OrganisationId,
  device: DeviceId,
  epoch: Epoch,
  /** The cursor this delivery goes on from, and the one to ask with next. */
  from: Cursor,
  to: Cursor,
  count: z.int().check(z.gte(0)),
  more: z.boolean(),
  /** Server time, milliseconds since 1970 UTC. */
  at: z.int(),
  /** How far the library goes: whoever has it to here need not ask. Servers of the first days did not say. */
  library: z.optional(Cursor)
})
export type DeliveryHeader = z.infer<typeof DeliveryHeader>

/** One phone of the team, as a lead sees it. No name: a number, given when it joined. */
export const TeamPhone = z.object({
  device: DeviceId,
  number: z.int(),
  role: Role,
  /** When the server last heard from it, milliseconds since 1970 UTC. */
  heardAt: z.nullable(z.int()),
  /** Highest counter the server holds of it, and counters below that never arrived. */
  upTo: z.int(),
  missing: z.array(z.tuple([z.int(), z.int()])),
  revoked: z.boolean()
})
export type TeamPhone = z.infer<typeof TeamPhone>

/** Looked at together: there is one for each change. */
const Moments = z.custom<number[]>((value) => Array.isArray(value) && value.every(Number.isSafeInteger))

const DeliveryBody = z.object({
  changes: Columns,
  /** When the server heard of each change; same order. */
  heard: Moments,
  team: z.array(TeamPhone),
  /** Servers of the first days had no key. */
  cards: z.optional(
    z.object({
      key: CardKey,
      /** Only for a team that takes part; each line is read for itself. `gone`: 1 when it was taken back. */
      ledger: z.optional(z.array(z.unknown()))
    })
  )
})

const Line = z.extend(LedgerEntry, { gone: z.optional(z.literal(1)) })

/** `ledger`: what has come of what other teams gave; undefined for whoever does not take part. */
export type CardNews = { readonly key: CardKey; readonly ledger?: readonly LedgerLine[] }

export type DeliveredChange = { readonly change: Change; readonly heardAt: number }
export type DeliveryContent = {
  readonly changes: readonly DeliveredChange[]
  readonly team: readonly TeamPhone[]
  readonly cards?: CardNews
}

export const writeDelivery = async (
  header: DeliveryHeader,
  content: DeliveryContent,
  with_: { sealer: CryptoKey; signer: CryptoKey }
): Promise<Bytes> => {
  const headerBytes = headerToBytes(header)
  const body = {
    changes: changesToColumns(content.changes.map(({ change }) => change)),
    heard: content.changes.map(({ heardAt }) => heardAt),
    team: [...content.team],
    ...(content.cards && { cards: cardsToBody(content.cards) })
  } satisfies z.infer<typeof DeliveryBody>
  const squeezed = squeeze(textToBytes(JSON.stringify(body)))
  const context = await prepareSeal({ sealer: with_.sealer, info: DELIVERY_INFO })
  return writeEnvelope(headerBytes, await sealWith(context, squeezed, headerBytes), with_.signer)
}

/** Undefined when it cannot be opened with this inbox key. Rows this version cannot read are left out. */
export const openDelivery = async (envelope: Envelope, opener: CryptoKey): Promise<DeliveryContent | undefined> => {
  const squeezed = await open({ opener, info: DELIVERY_INFO }, envelope.body, envelope.headerBytes).catch(
    () => undefined
  )
  const bytes = squeezed && unsqueeze(squeezed)
  const body = bytes && DeliveryBody.safeParse(parseJson(bytes))
  if (!body?.success) return undefined
  const { changes, heard, team, cards } = body.data
  return {
    changes: columnsToChanges(changes).flatMap((row, at) =>
      'change' in row ? [{ change: row.change, heardAt: heard[at] ?? row.change.clock.at }] : []
    ),
    team,
    ...(cards && { cards: bodyToCards(cards) })
  }
}

const cardsToBody = ({ key, ledger }: CardNews) => ({
  key,
  ...(ledger && { ledger: ledger.map(({ gone, ...entry }) => ({ ...entry, ...(gone && { gone: 1 }) })) })
})

const bodyToCards = ({ key, ledger }: { key: CardKey; ledger?: unknown[] | undefined }): CardNews => ({
  key,
  ...(ledger && {
    ledger: ledger.flatMap((said) => {
      const line = Line.safeParse(said)
      return line.success ? [{ ...line.data, gone: line.data.gone === 1 }] : []
    })
  })
})
