// One JSON line per event. Never an address, a body, a token, a device id or the text of an error, which may quote a row;
// a phone is the number its team knows it by.
import { pino } from 'pino'

export type Log = {
  readonly debug: (facts: object, message: string) => void
  readonly info: (facts: object, message: string) => void
  readonly warn: (facts: object, message: string) => void
  readonly error: (facts: object, message: string) => void
}

type Lines = { readonly write: (line: string) => void }

export const createLog = (level: string, lines?: Lines): Log =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    lines ?? pino.destination({ fd: 2, sync: true })
  )

/** Where a fault happened and of what kind, without its message. */
export const faultToFacts = (fault: unknown): object => {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const { code, errcode } = fault as { code?: unknown; errcode?: unknown }
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    fault: fault.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof errcode === 'number' && { errcode }),
    at: places.slice(0, 8).map((line) => line.trim())
  }
}
