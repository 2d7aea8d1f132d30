// A made-up month, handed over by a made-up phone of the same name each time, in parcels like anybody's. So a month that
// is there already is known again, and one that broke off is completed.
import { anonymiseArrival, anonymiseTally, type AnonymousFields } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth, type MadeUpMonth } from '#domain/months/make-up-month.ts'
import { findPublishedMonth, PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { RecordType } from '#domain/records/record.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { type Bytes, bytesToBase64Url, sha256, textToBytes } from '#protocol/bytes.ts'
import { type Change, createChange } from '#protocol/change.ts'
import type { Moment } from '#protocol/clock.ts'
import { nextMoment } from '#protocol/clock.ts'
import { createDeviceId } from '#protocol/ids.ts'
import { createSealingKeys, createSigningKeys, importSealer, importSigner, prepareSeal } from '#protocol/keys.ts'
import { PARCEL_CHANGES, PARCEL_INFO, writeParcel } from '#protocol/parcel.ts'
import { Trouble, type World } from '#server/commands/world.ts'
import { tokenToHash } from '#server/http/access.ts'
import type { ServerKeys } from '#server/keys.ts'
import { changeToContent } from '#server/parcels/judgement.ts'
import { readParcel, readSigned } from '#server/parcels/read-parcel.ts'
import type { Store } from '#server/store/store.ts'

type Parts = { readonly store: Store; readonly keys: ServerKeys }

/** Returns the lines to print. Throws `Trouble` when no figures are published for the month. */
export const addMonth = async (
  world: World,
  parts: Parts,
  { month, randomSeed }: { month: string; randomSeed: number }
): Promise<string[]> => {
  const published = findPublishedMonth(month)
  if (published === undefined) {
    throw new Trouble(`No figures for "${month}". There are: ${PUBLISHED_MONTHS.map((one) => one.month).join(', ')}`)
  }
  if (!Number.isInteger(randomSeed)) throw new Trouble('--random-seed is a whole number')
  const made = makeUpMonth(published, createSeededRandom(randomSeed))
  const { organisation } = world.settings
  const author = createDeviceId(await sha256(textToBytes(`made-up month ${organisation} ${month}`)))
  const changes = changesOf(made, author)
  const there = await parts.store.findDevice(author)
  if (there !== undefined && (await isDifferent(parts.store, organisation, changes))) {
    return [
      `${month} is there already, made with another --random-seed, from phone ${there.number}. Nothing was added.`
    ]
  }
  if (there !== undefined && there.arrived.upTo === changes.length) {
    return [`${month} is there already, from phone ${there.number}. Nothing was added.`]
  }
  const number = there?.number ?? (await joinInProcess(world, parts, author))
  await handOver(parts, { organisation, author, changes })
  return [
    `Phone ${number} has handed over ${month}: ${made.arrivals.length} arrivals, ${made.tallies.length} tallies, all made up.`,
    ...made.filled.map((filled) => `  not published, so assumed: ${JSON.stringify(filled)}`)
  ]
}

type Draft = { readonly type: RecordType; readonly fields: AnonymousFields; readonly at: number }

const changesOf = ({ arrivals, tallies }: MadeUpMonth, author: string): Change[] => {
  const drafts: Draft[] = [
    ...arrivals.map(({ answers, circumstances }) => ({
      type: 'arrival' as const,
      fields: anonymiseArrival(NEW_ARRIVAL, answers, circumstances),
      at: circumstances.at
    })),
    ...tallies.map((tally) => ({
      type: 'tally' as const,
      fields: anonymiseTally(tally.class, tally.count, tally.circumstances),
      at: tally.circumstances.at
    }))
  ]
  let clock: Moment = { at: 0, tick: 0 }
  return drafts
    .sort((a, b) => a.at - b.at)
    .map(({ type, fields, at }, index) => {
      clock = nextMoment(clock, at)
      return createChange({ type, fields }, { author, counter: index + 1, clock })
    })
}

/** Whether what the store holds of this phone was made with another row of random numbers. */
const isDifferent = async (store: Store, organisation: string, changes: readonly Change[]): Promise<boolean> => {
  const ours = new Map(changes.map((change) => [change.counter, changeToContent(change)]))
  const author = changes[0]?.author
  for (let after = 0; ;) {
    const page = await store.changesAfter(organisation, () => ({ after, limit: 1_000 }))
    const theirs = page?.changes.filter(({ change }) => change.author === author) ?? []
    if (theirs.some(({ change }) => ours.get(change.counter) !== changeToContent(change))) return true
    const last = page?.changes.at(-1)
    if (last === undefined) return false
    after = last.seq
  }
}

const joinInProcess = async ({ clock, random, settings }: World, { store }: Parts, device: string) => {
  const [signing, inbox] = await Promise.all([createSigningKeys(), createSealingKeys()])
  const [code, token] = [bytesToBase64Url(random(16)), bytesToBase64Url(random(32))]
  const codeHash = await tokenToHash(code)
  const { organisation } = settings
  await store.addInvite({ organisation, role: 'worker', expiresAt: clock.now() + 60_000, codeHash })
  const joined = await store.join({
    device,
    verifyingKey: signing.publicKey,
    inboxKey: inbox.publicKey,
    codeHash,
    tokenHash: await tokenToHash(token)
  })
  if (!joined.ok) throw new Error(`The made-up phone was refused: ${joined.refusal}`)
  return joined.value.number
}

/** The phone's keys are made for this run and forgotten: it never speaks over the network. */
const handOver = async (
  { store, keys }: Parts,
  { organisation, author, changes }: { organisation: string; author: string; changes: readonly Change[] }
) => {
  const signing = await createSigningKeys()
  const signer = await importSigner(signing.privateKey)
  const sealer = await importSealer(keys.sealingKey.key)
  const sender = { id: author, organisation, verifyingKey: signing.publicKey }
  for (let at = 0, parcel = 1; at < changes.length; at += PARCEL_CHANGES, parcel += 1) {
    const some = changes.slice(at, at + PARCEL_CHANGES) as [Change, ...Change[]]
    const context = await prepareSeal({ sealer, info: PARCEL_INFO })
    const address = { organisation, device: author, parcel, key: keys.sealingKey.id }
    const bytes: Bytes = await writeParcel(address, some, { context, signer })
    const signed = readSigned(bytes)
    const read = signed && (await readParcel(bytes, signed, { sender, keys }))
    const taken = read?.ok ? await store.takeParcel(read.value) : 'unreadable'
    if (typeof taken === 'string') throw new Error(`A made-up parcel was refused: ${taken}`)
    if (taken.aside.length > 0) throw new Error(`A made-up parcel was set aside: ${JSON.stringify(taken.aside[0])}`)
  }
}
