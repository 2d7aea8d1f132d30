// Testimonies that leave this phone: kept as they were sealed, and handed over apart from everything else it hands over.
import { type Credentials, readState } from '#device/letterbox/database.ts'
import { ask, readSaid, type Trouble } from '#device/letterbox/post.ts'
import { writeStrictly } from '#device/letterbox/strict-write.ts'
import type { Platform } from '#device/platform.ts'
import type { LeavingRow, TestimonyCarrier } from '#device/testimonies/database.ts'
import { ensureOpen } from '#device/versioned-database.ts'
import { dayAt, dayPlus } from '#domain/belgrade-time.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import { testimony } from '#protocol/endpoints/testimony.ts'
import { type SealedTestimony, TestimonyReceipt } from '#protocol/testimony.ts'

const HOUR_MS = 3_600_000
/** It does not go in the breath in which the people of that meeting are logged, nor at a moment that tells of it. */
const LEAST_WAIT_MS = HOUR_MS / 2
const CHANCE_MS = 2.5 * HOUR_MS
/** Kept so long after the receipt, as parcels are, should the server have been restored from a backup without it. */
const KEEP_DAYS = 30

/** Durable when it resolves. */
export const keepTestimony = async (
  { testimonies, platform }: TestimonyCarrier,
  sealed: SealedTestimony
): Promise<Result<undefined, 'phone_full'>> => {
  const row: LeavingRow = { id: sealed.id, json: JSON.stringify(sealed), from: hourToLeave(platform) }
  const written = await writeStrictly(testimonies, ['leaving'], ({ leaving }, _callOff, commit) => {
    leaving.put(row)
    commit()
  })
  return written === 'full' ? refuse('phone_full') : accept(undefined)
}

/** A full hour, by chance between half an hour and four hours from now. */
const hourToLeave = ({ now, random }: Pick<Platform, 'now' | 'random'>): number => {
  const [high = 0, low = 0] = random(2)
  const chance = (high * 256 + low) / 65_536
  return Math.ceil((now() + LEAST_WAIT_MS + chance * CHANCE_MS) / HOUR_MS) * HOUR_MS
}

/** One that is refused for itself stays, and holds up none of the others. When nobody answers, all wait for the next time. */
export const handOverTestimonies = ({ letterbox, testimonies, platform }: TestimonyCarrier): Promise<void> =>
  platform.alone('testimonies', async () => {
    await ensureOpen(testimonies)
    const { credentials, revoked, epoch } = await readState(letterbox)
    // What was sealed as the order to forget came, or could not be opened then.
    if (revoked) await Promise.all([testimonies.leaving.clear(), testimonies.come.clear()])
    if (credentials === undefined || revoked) return
    const at = platform.now()
    await testimonies.leaving.filter(({ until }) => until !== undefined && until <= at).delete()
    for (const row of await testimonies.leaving.toArray()) {
      const isWanted = row.epoch === undefined ? row.from <= at : epoch !== undefined && row.epoch !== epoch
      if (!isWanted) continue
      const answer = await handOver(platform, credentials, row)
      if (answer.ok) {
        await testimonies.leaving.update(row.id, { epoch: answer.value.epoch, until: midnightToForget(at) })
        platform.tell('letterbox')
      } else if (!isAgainstIt(answer.refusal)) return
    }
  })

const handOver = async (
  platform: Platform,
  credentials: Credentials,
  { id, json }: LeavingRow
): Promise<Result<TestimonyReceipt, Trouble>> => {
  const { path, method } = testimony
  const body = textToBytes(json)
  const answer = await ask(platform, credentials, { path, method, body, token: credentials.token })
  if (!answer.ok) return answer
  const receipt = await readSaid(answer.value, TestimonyReceipt, credentials)
  const isOurs = receipt?.id === id && receipt.hash === (await fingerprint(body))
  return receipt && isOurs ? accept(receipt) : refuse({ why: 'no_answer' })
}

const isAgainstIt = (trouble: Trouble): boolean =>
  trouble.why === 'refused' && ['bad_request', 'too_large', 'fault'].includes(trouble.problem)

const midnightToForget = (at: number): number => Date.parse(`${dayPlus(dayAt(at), KEEP_DAYS + 1)}T00:00:00Z`)
