// What a phone asks of the server, and what it believes of the answer. Only signed statements count: a captive portal may
// say 200, 204 or 404 as it likes.
import type * as z from 'zod/mini'
import type { LibraryPage } from '#protocol/library.ts'
import { LibraryPage as LibraryPageSchema } from '#protocol/library.ts'
import type { Credentials } from '#device/letterbox/database.ts'
import type { Platform } from '#device/platform.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, fingerprint } from '#protocol/bytes.ts'
import { DeliveryHeader } from '#protocol/delivery.ts'
import { deliveries } from '#protocol/endpoints/deliveries.ts'
import { BYTES } from '#protocol/endpoints/endpoint.ts'
import { library } from '#protocol/endpoints/library.ts'
import { parcels } from '#protocol/endpoints/parcels.ts'
import { isSignedBy, readEnvelope } from '#protocol/envelope.ts'
import { importVerifier } from '#protocol/keys.ts'
import { Problem, type ProblemCode, WipeOrder } from '#protocol/problem.ts'
import { Receipt } from '#protocol/receipt.ts'
import { readStatement } from '#protocol/signed.ts'

/** `no_answer`: no signal, or something that is not our server spoke. `wiped`: a signed order to destroy the keys. */
export type Trouble =
  { why: 'no_answer' } | { why: 'wiped' } | { why: 'refused'; problem: ProblemCode; retryAfter?: number }

/** A parcel is believed for its signature; only fetching needs the token. */
export type Sender = Pick<Credentials, 'device' | 'serverKey'>

/** With nothing heard for so long, nobody is there. What goes on coming, however slowly, is waited for. */
const SILENCE_MS = 30_000
/** Nobody hears how an upload gets on, so it has the time it takes on the slowest link there is. */
const SLOWEST_BYTES_PER_MS = 0.25

export const handOver = async (
  platform: Platform,
  credentials: Sender,
  parcel: { parcel: number; bytes: Bytes }
): Promise<Result<Receipt, Trouble>> => {
  const answer = await ask(platform, credentials, { path: parcels.path, method: 'POST', body: parcel.bytes })
  if (!answer.ok) return answer
  const receipt = await readStatement(
    await readJson(answer.value),
    Receipt,
    await importVerifier(credentials.serverKey)
  )
  const isOurs =
    receipt?.device === credentials.device &&
    receipt.parcel === parcel.parcel &&
    receipt.hash === (await fingerprint(parcel.bytes))
  return receipt && isOurs ? accept(receipt) : refuse({ why: 'no_answer' })
}

/** How far a phone is, and what it knows that the server must know. */
export type Whereabouts = { readonly cursor: string; readonly received?: string }

export const fetchDelivery = async (
  platform: Platform,
  credentials: Credentials,
  { cursor, ...known }: Whereabouts
): Promise<Result<{ header: DeliveryHeader; bytes: Bytes }, Trouble>> => {
  const path = `${deliveries.path}?${new URLSearchParams({ after: cursor, ...known }).toString()}`
  const answer = await ask(platform, credentials, { path, method: 'GET', token: credentials.token })
  if (!answer.ok) return answer
  const bytes = await readBytes(answer.value)
  const envelope = bytes && readEnvelope(bytes)
  if (!envelope || !(await isSignedBy(envelope, await importVerifier(credentials.serverKey)))) {
    return refuse({ why: 'no_answer' })
  }
  const header = DeliveryHeader.safeParse(envelope.header)
  const isForUs = header.success && header.data.device === credentials.device && header.data.from === cursor
  return isForUs ? accept({ header: header.data, bytes }) : refuse({ why: 'no_answer' })
}

export const fetchLibrary = async (
  platform: Platform,
  credentials: Credentials,
  { cursor, ...known }: Whereabouts
): Promise<Result<LibraryPage, Trouble>> => {
  const path = `${library.path}?${new URLSearchParams({ after: cursor, ...known }).toString()}`
  const answer = await ask(platform, credentials, { path, method: 'GET', token: credentials.token })
  if (!answer.ok) return answer
  const page = await readStatement(
    await readJson(answer.value),
    LibraryPageSchema,
    await importVerifier(credentials.serverKey)
  )
  return page ? accept(page) : refuse({ why: 'no_answer' })
}

type Question = { path: string; method: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: Bytes; token?: string }

export const ask = async (
  platform: Platform,
  credentials: Sender,
  question: Question
): Promise<Result<Response, Trouble>> => {
  const answer = await tryFetch(platform, question)
  if (answer?.status === 200) return accept(answer)
  return refuse(answer ? await troubleIn(answer, credentials) : { why: 'no_answer' })
}

/** A fetch that fails is what no signal looks like. */
const tryFetch = async (platform: Platform, { path, token, ...rest }: Question) => {
  try {
    return await platform.fetch(path, {
      ...rest,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(rest.body && { 'content-type': BYTES })
      },
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      patienceMs: SILENCE_MS + (rest.body?.length ?? 0) / SLOWEST_BYTES_PER_MS
    })
  } catch {
    return undefined
  }
}

const troubleIn = async (answer: Response, credentials: Sender): Promise<Trouble> => {
  const problem = Problem.safeParse(await readJson(answer))
  if (!problem.success) return { why: 'no_answer' }
  if (problem.data.problem === 'revoked') {
    const order = await readStatement(problem.data.order, WipeOrder, await importVerifier(credentials.serverKey))
    if (order?.device === credentials.device) return { why: 'wiped' }
  }
  const retryAfter = Number(answer.headers.get('retry-after'))
  return { why: 'refused', problem: problem.data.problem, ...(retryAfter > 0 && { retryAfter }) }
}

/** Undefined unless the server signed it. */
export const readSaid = async <Schema extends z.core.$ZodType>(
  answer: Response,
  schema: Schema,
  { serverKey }: Pick<Sender, 'serverKey'>
): Promise<z.infer<Schema> | undefined> =>
  readStatement(await readJson(answer), schema, await importVerifier(serverKey))

/** A body that breaks off or is no JSON is no answer. */
export const readJson = (answer: Response): Promise<unknown> => answer.json().catch(() => undefined)

const readBytes = (answer: Response): Promise<Bytes | undefined> =>
  answer.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined
  )
