// Reading a body: counted as it streams and cut at the limit, whatever its Content-Length says, and all bodies together
// held to a budget, so that neither one long body nor many slow ones fill the memory or keep the small ones out.
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, concat } from '#protocol/bytes.ts'

export type Budget = {
  /** False when there is no room for more of a body of which `before` bytes are held. Given back with `release`. */
  readonly hold: (bytes: number, before: number) => boolean
  readonly release: (bytes: number) => void
}

/** Most parcels are far smaller. */
const SMALL_BYTES = 65_536

/** The last quarter is for small bodies, so that a hundred slow long ones do not stop a phone with a day's work. */
export const createBudget = (limit: number): Budget => {
  let held = 0
  return {
    hold: (bytes, before) => {
      if (held + bytes > (before + bytes > SMALL_BYTES ? limit * 0.75 : limit)) return false
      held += bytes
      return true
    },
    release: (bytes) => {
      held -= bytes
    }
  }
}

/** `broken_off`: the sender went away in the middle. `unsupported`: packed by HTTP; nothing here unpacks that. */
export type BodyRefusal = 'too_large' | 'busy' | 'broken_off' | 'unsupported'

/** The body is in memory while `work` runs and no longer. */
export const withBody = async <Outcome>(
  request: Request,
  { limit, budget }: { limit: number; budget: Budget },
  work: (body: Result<Bytes, BodyRefusal>) => Promise<Outcome>
): Promise<Outcome> => {
  let held = 0
  const hold = (bytes: number) => {
    const granted = budget.hold(bytes, held)
    if (granted) held += bytes
    return granted
  }
  try {
    return await work(await readBody(request, limit, hold))
  } finally {
    budget.release(held)
  }
}

const readBody = async (
  request: Request,
  limit: number,
  hold: (bytes: number) => boolean
): Promise<Result<Bytes, BodyRefusal>> => {
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') return refuse('unsupported')
  if (Number(request.headers.get('content-length') ?? 0) > limit) return refuse('too_large')
  const reader = request.body?.getReader()
  if (reader === undefined) return accept(new Uint8Array())
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const read = await reader.read().catch(() => undefined)
    if (read === undefined) return refuse('broken_off')
    if (read.done) return accept(concat(...parts))
    const part = read.value as Uint8Array
    length += part.length
    const trouble = length > limit ? 'too_large' : hold(part.length) ? undefined : 'busy'
    if (trouble !== undefined) {
      await reader.cancel().catch(() => undefined)
      return refuse(trouble)
    }
    parts.push(part)
  }
}
