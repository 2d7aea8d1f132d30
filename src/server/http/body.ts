// Reading a body: counted as it streams and cut at the limit, whatever its Content-Length says, and all bodies together
// held to a budget, so that neither one long body nor many slow ones fill the memory.
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, concat } from '#protocol/bytes.ts'

export type Budget = {
  /** False when there is no room. What was granted is given back with `release`. */
  readonly hold: (bytes: number) => boolean
  readonly release: (bytes: number) => void
}

export const createBudget = (limit: number): Budget => {
  let held = 0
  return {
    hold: (bytes) => {
      if (held + bytes > limit) return false
      held += bytes
      return true
    },
    release: (bytes) => {
      held -= bytes
    }
  }
}

/** `broken_off`: the sender went away in the middle. */
export type BodyRefusal = 'too_large' | 'busy' | 'broken_off'

/** The body is in memory while `work` runs and no longer. */
export const withBody = async <Outcome>(
  request: Request,
  { limit, budget }: { limit: number; budget: Budget },
  work: (body: Result<Bytes, BodyRefusal>) => Promise<Outcome>
): Promise<Outcome> => {
  let held = 0
  const hold = (bytes: number) => {
    const granted = budget.hold(bytes)
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
