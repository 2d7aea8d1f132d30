// How often one token may ask: a bucket of requests that fills again by the minute. Kept by each server process for itself.

export const REQUESTS_A_MINUTE = 60

/** Seconds until the next request may come; 0 when this one may. */
export type AskLimit = (token: string) => number

export const createAskLimit = (now: () => number, aMinute = REQUESTS_A_MINUTE): AskLimit => {
  const buckets = new Map<string, { left: number; at: number }>()
  return (token) => {
    const at = now()
    const { left: before, at: since } = buckets.get(token) ?? { left: aMinute, at }
    const left = Math.min(aMinute, before + (Math.max(0, at - since) / 60_000) * aMinute)
    buckets.set(token, { left: left >= 1 ? left - 1 : left, at })
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * 60) / aMinute))
  }
}
