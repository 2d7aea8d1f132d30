// A phone made of the protocol alone: keys, parcels, receipts, deliveries. What it says travels through `ask`.
import { anonymiseArrival } from '#domain/anonymise.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { Correction } from '#domain/corrections.ts'
import type { EntryEdit } from '#domain/directory/entry-edit.ts'
import { type Recording, type Wording, recordingId, wordingId } from '#domain/wording.ts'
import { type Bytes, bytesToBase64Url, fingerprint, textToBytes } from '#protocol/bytes.ts'
import { type Change, createChange } from '#protocol/change.ts'
import { DeliveryHeader, openDelivery } from '#protocol/delivery.ts'
import { JoinAnswer, type JoinRequest } from '#protocol/endpoints/join.ts'
import { isSignedBy, readEnvelope } from '#protocol/envelope.ts'
import { createDeviceId, dotOf } from '#protocol/ids.ts'
import {
  createSealingKeys,
  createSigningKeys,
  importOpener,
  importSealer,
  importSigner,
  importVerifier,
  prepareSeal
} from '#protocol/keys.ts'
import { LibraryPage } from '#protocol/library.ts'
import { PARCEL_INFO, writeParcel } from '#protocol/parcel.ts'
import { Problem } from '#protocol/problem.ts'
import { Receipt } from '#protocol/receipt.ts'
import { readStatement } from '#protocol/signed.ts'
import { type SealedTestimony, TestimonyGone, TestimonyList, TestimonyReceipt } from '#protocol/testimony.ts'
import { WordsReceipt } from '#protocol/words.ts'
import { randomBytes } from './test-server.ts'

export type Ask = (path: string, init?: RequestInit) => Promise<Response> | Response
type Noting = { at?: number; answers?: Answers }

export type TestPhone = Awaited<ReturnType<typeof createTestPhone>>

export const createTestPhone = async (ask: Ask) => {
  const [signing, inbox] = await Promise.all([createSigningKeys(), createSealingKeys()])
  const device = createDeviceId(randomBytes(12))
  const token = bytesToBase64Url(randomBytes(32))
  const signer = await importSigner(signing.privateKey)
  let joined: JoinAnswer | undefined
  let counter = 0
  let parcel = 0

  const membership = (): JoinAnswer => {
    if (joined === undefined) throw new Error('The phone has not joined')
    return joined
  }
  const verifier = () => importVerifier(membership().verifyingKey)

  const joinRequest = (invite: string): JoinRequest => ({
    invite,
    device,
    verifyingKey: signing.publicKey,
    inboxKey: inbox.publicKey,
    token
  })

  const postJoin = async (request: unknown) => ask('/v1/devices', { method: 'POST', body: JSON.stringify(request) })

  /** Changes with the next counters. `at`: what the phone's clock says. */
  const noteArrivals = (count: number, { at = Date.UTC(2018, 6, 3, 17), answers = { men: 1 } }: Noting = {}) =>
    Array.from({ length: count }, () =>
      createChange(
        { type: 'arrival', fields: anonymiseArrival(NEW_ARRIVAL, answers, { at, zone: 'parks' }) },
        { author: device, counter: (counter += 1), clock: { at, tick: 0 } }
      )
    ) as [Change, ...Change[]]

  /** Any change, with the next counter. */
  const say = (draft: Omit<Partial<Change>, 'author' | 'counter'> & Pick<Change, 'type' | 'fields'>): Change => {
    counter += 1
    return {
      author: device,
      counter,
      record: dotOf(device, counter),
      clock: { at: Date.UTC(2018, 6, 3, 17), tick: counter },
      over: [],
      ...draft
    }
  }

  const pack = async (changes: readonly [Change, ...Change[]], number = (parcel += 1)): Promise<Bytes> => {
    const { organisation, sealingKey } = membership()
    const context = await prepareSeal({ sealer: await importSealer(sealingKey.key), info: PARCEL_INFO })
    return writeParcel({ organisation: organisation.id, device, parcel: number, key: sealingKey.id }, changes, {
      context,
      signer
    })
  }

  const post = async (bytes: Bytes) => ask('/v1/parcels', { method: 'POST', body: bytes })

  /** The receipt, verified to be this server's about these bytes; throws on anything else. */
  const send = async (bytes: Bytes): Promise<Receipt> => {
    const answer = await post(bytes)
    const said: unknown = await answer.json()
    const receipt = await readStatement(said, Receipt, await verifier())
    if (receipt?.device !== device || receipt.hash !== (await fingerprint(bytes))) {
      throw new Error(`No receipt but ${answer.status} ${JSON.stringify(said)}`)
    }
    return receipt
  }

  const get = async (path: string, bearer = token) => ask(path, { headers: { authorization: `Bearer ${bearer}` } })

  const put = async (path: string, edit: unknown) =>
    ask(path, {
      method: 'PUT',
      body: JSON.stringify(edit),
      headers: { authorization: `Bearer ${token}` }
    })
  const correct = (correction: unknown) => put('/v1/library/words', correction)
  const write = (entry: unknown) => put('/v1/library/entries', entry)

  const fetchDelivery = async (after = '') => {
    const answer = await get(`/v1/deliveries?after=${after}`)
    const envelope = readEnvelope(new Uint8Array(await answer.arrayBuffer()))
    if (envelope === undefined || !(await isSignedBy(envelope, await verifier()))) {
      throw new Error(`No delivery but ${answer.status}`)
    }
    const content = await openDelivery(envelope, await importOpener(inbox.privateKey))
    if (content === undefined) throw new Error('The delivery does not open')
    return { header: DeliveryHeader.parse(envelope.header), ...content }
  }

  return {
    device,
    token,
    signing,
    signer,
    inbox,
    say,
    membership,
    joinRequest,
    postJoin,
    join: async (invite: string): Promise<JoinAnswer> => {
      const answer = await postJoin(joinRequest(invite))
      joined = JoinAnswer.parse(await answer.json())
      return joined
    },
    noteArrivals,
    pack,
    post,
    send,
    get,
    fetchDelivery,
    /** All changes since a cursor, in as many deliveries as it takes. */
    fetchAll: async (after = '') => {
      const changes: Change[] = []
      let cursor = after
      for (;;) {
        const delivery = await fetchDelivery(cursor)
        changes.push(...delivery.changes.map(({ change }) => change))
        cursor = delivery.header.to
        if (!delivery.header.more) return { changes, cursor }
      }
    },
    correct,
    write,
    /** Where the correction or the entry stands with the team; throws unless its receipt is verified to be this server's about it. */
    handOver: async (correction: Correction | EntryEdit): Promise<WordsReceipt['standing']> => {
      const isEntry = ['provider', 'place', 'service'].includes(correction.kind)
      const answer = await (isEntry ? write(correction) : correct(correction))
      const said: unknown = await answer.json()
      const receipt = await readStatement(said, WordsReceipt, await verifier())
      if (receipt?.device !== device || receipt.hash !== (await fingerprint(textToBytes(JSON.stringify(correction))))) {
        throw new Error(`No receipt but ${answer.status} ${JSON.stringify(said)}`)
      }
      return receipt.standing
    },
    putTestimony: (sealed: unknown) => put('/v1/testimonies', sealed),
    /** Throws unless the receipt is verified to be this server's about it. */
    handOverTestimony: async (sealed: SealedTestimony): Promise<TestimonyReceipt> => {
      const answer = await put('/v1/testimonies', sealed)
      const said: unknown = await answer.json()
      const receipt = await readStatement(said, TestimonyReceipt, await verifier())
      if (receipt?.id !== sealed.id || receipt.hash !== (await fingerprint(textToBytes(JSON.stringify(sealed))))) {
        throw new Error(`No receipt but ${answer.status} ${JSON.stringify(said)}`)
      }
      return receipt
    },
    listTestimonies: async (after = ''): Promise<TestimonyList> => {
      const answer = await get(`/v1/testimonies/listed?after=${after}`)
      const list = await readStatement(await answer.json(), TestimonyList, await verifier())
      if (list === undefined) throw new Error(`No list but ${answer.status}`)
      return list
    },
    fetchTestimony: (id: string) => get(`/v1/testimonies/fetched?id=${id}`),
    deleteTestimony: async (id: string): Promise<string> => {
      const answer = await put('/v1/testimonies/deleted', { id })
      const gone = await readStatement(await answer.json(), TestimonyGone, await verifier())
      if (gone === undefined) throw new Error(`Not deleted but ${answer.status}`)
      return gone.id
    },
    fetchLibrary: async (after = '') => {
      const answer = await get(`/v1/library?after=${after}`)
      const page = await readStatement(await answer.json(), LibraryPage, await verifier())
      if (page === undefined) throw new Error(`No page but ${answer.status}`)
      return page
    }
  }
}

export const problemIn = async (answer: Response): Promise<Problem & { status: number }> => ({
  ...Problem.parse(await answer.json()),
  status: answer.status
})

/** "Doctor" of the needs board, in Pashto. */
export const aWording = (differently: Partial<Wording> = {}): Wording => {
  const { language = 'ps', key = 'talk:board.tiles.doctor' } = differently
  return {
    kind: 'wording',
    id: wordingId(language, key),
    language,
    key,
    text: 'ډاکټر',
    english: 'Doctor',
    isChecked: true,
    at: 1_530_637_500_000,
    ...differently
  }
}

/** A few bytes in place of "Hello" in Pashto. */
export const aRecording = (differently: Partial<Recording> = {}): Recording => ({
  kind: 'recording',
  id: recordingId('ps', 'hello'),
  language: 'ps',
  card: 'hello',
  mime: 'audio/webm;codecs=opus',
  sound: 'AAAA',
  at: 1_530_637_500_000,
  ...differently
})

/** Of the right size, and nothing in it that opens. */
export const aSealedTestimony = (differently: Partial<SealedTestimony> = {}): SealedTestimony => ({
  id: bytesToBase64Url(new Uint8Array(randomBytes(16))),
  organisation: 'desk',
  boxes: [{ to: 'AAAAAAAA', key: 'AAAA' }],
  body: 'A'.repeat(43_728),
  ...differently
})

export const anEntry = (differently: Partial<Extract<EntryEdit, { kind: 'service' }>> = {}): EntryEdit => ({
  kind: 'service',
  id: '00000000-0000-4000-8000-0000000000e1',
  providerId: '00000000-0000-4000-8000-0000000000e2',
  placeIds: [],
  name: { en: 'Night shelter' },
  status: 'active',
  needs: ['accommodation'],
  languages: ['ar'],
  hours: [{ byday: ['MO', 'TU'], opensAt: '18:00', closesAt: '24:00' }],
  phones: [{ number: '+381 11 123 456' }],
  source: 'asked there',
  lastChecked: '2018-07-03',
  toVerify: false,
  at: 1_530_637_500_000,
  ...differently
})
