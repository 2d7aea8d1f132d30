// Holds what the server hands out against what it gave receipts for. Read the way a phone reads: by cursor, delivery by
// delivery, each verified and opened.
import { fetchDelivery } from '#device/letterbox/post.ts'
import type { AnonymousFields } from '#domain/anonymise.ts'
import { openDelivery } from '#protocol/delivery.ts'
import { readEnvelope } from '#protocol/envelope.ts'
import { importOpener } from '#protocol/keys.ts'
import { fieldsAt, type LoadPhone } from '#tests/load/phone.ts'

export type Audit = {
  /** Changes with a verified receipt. */
  readonly acknowledged: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There more than once, or never written by the phone it names. */
  readonly duplicated: number
  /** There with other fields than were written. */
  readonly altered: number
}

export const auditServer = async (
  reader: LoadPhone,
  { phones, fields }: { phones: readonly LoadPhone[]; fields: readonly AnonymousFields[] }
): Promise<Audit> => {
  const timesByDevice = new Map(phones.map((phone) => [phone.device, new Uint8Array(phone.written() + 1)]))
  let [duplicated, altered, lost, acknowledged] = [0, 0, 0, 0]
  for await (const change of readAll(reader)) {
    const times = timesByDevice.get(change.author)
    if (times === undefined) continue
    const seen = times[change.counter]
    if (seen === undefined || seen > 0) duplicated += 1
    else times[change.counter] = 1
    if (!isSame(change.fields, fieldsAt(fields, change.counter))) altered += 1
  }
  for (const phone of phones) {
    const times = timesByDevice.get(phone.device)
    for (const { from, count } of phone.acknowledged) {
      acknowledged += count
      for (let counter = from; counter < from + count; counter += 1) if (times?.[counter] !== 1) lost += 1
    }
  }
  return { acknowledged, lost, duplicated, altered }
}

/** Every change the reader's organisation has, in append order. */
async function* readAll({ joined, inboxKey, platform }: LoadPhone) {
  const opener = await importOpener(inboxKey)
  for (let cursor = ''; ;) {
    const answer = await fetchDelivery(platform, joined.credentials, { cursor })
    if (!answer.ok) throw new Error(`No delivery: ${JSON.stringify(answer.refusal)}`)
    const { header, bytes } = answer.value
    const envelope = readEnvelope(bytes)
    const content = envelope && (await openDelivery(envelope, opener))
    if (content?.changes.length !== header.count) throw new Error('A delivery does not open')
    for (const { change } of content.changes) yield change
    cursor = header.to
    if (!header.more) return
  }
}

const isSame = (one: object, other: object): boolean => {
  const [a, b] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))]
  return a.length === b.size && a.every(([name, value]) => JSON.stringify(value) === JSON.stringify(b.get(name)))
}
