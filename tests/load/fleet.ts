// Many phones of one team, and one more that reads what all of them handed over.
import { webcrypto } from 'node:crypto'
import type { AnonymousFields } from '#domain/anonymise.ts'
import { type InviteLink, readInviteLink } from '#protocol/endpoints/join.ts'
import { createLeanFetch } from '#tests/load/lean-fetch.ts'
import { joinLoadPhone, type LoadPhone } from '#tests/load/phone.ts'

/** So many join, or seal, at the same time. */
const TOGETHER = 32

export type Fleet = {
  readonly phones: readonly LoadPhone[]
  readonly reader: LoadPhone
  readonly fields: readonly AnonymousFields[]
  readonly close: () => void
}

/** `invites`: links; the first is the reader's, each other one brings a phone. `where`: asked before each request. */
export const createFleet = async (parts: {
  where: () => string
  invites: readonly string[]
  fields: readonly AnonymousFields[]
}): Promise<Fleet> => {
  const { fetch, close } = createLeanFetch(parts.where)
  const joined = await eachOf(parts.invites, (link) =>
    joinLoadPhone(inviteOf(link), {
      fetch,
      fields: parts.fields,
      now: Date.now,
      random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes))
    })
  )
  const [reader, ...phones] = joined
  if (reader === undefined) throw new Error('At least one invite')
  return { phones, reader, fields: parts.fields, close }
}

/** Seals and signs everything ahead, so that what is measured afterwards is the server. */
export const prepareAll = async (
  phones: readonly LoadPhone[],
  { records, perParcel }: { records: number; perParcel: number }
): Promise<void> => {
  await eachOf(phones, (phone) => phone.prepare(records, perParcel))
}

const inviteOf = (link: string): InviteLink => {
  const invite = readInviteLink(link.split('#/join/')[1] ?? '')
  if (invite === undefined) throw new Error(`Not an invite link: ${link}`)
  return invite
}

const eachOf = async <Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Promise<Outcome>
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  let next = 0
  const take = async () => {
    for (let at = next++; at < items.length; at = next++) outcomes[at] = await work(items[at] as Item)
  }
  await Promise.all(Array.from({ length: TOGETHER }, take))
  return outcomes
}
