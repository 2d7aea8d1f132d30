// One endpoint, one file, both sides: where it is, what it takes, what it answers, how it can refuse.
import type * as z from 'zod/mini'
import type { ProblemCode } from '#protocol/problem.ts'

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: `/${string}`
  readonly summary: string
  /** `token`: `Authorization: Bearer <token>`. `parcel`: the signature inside the body speaks for the phone. */
  readonly access: 'anyone' | 'invite' | 'parcel' | 'token'
  /** Stands in no log and no count, the server's own faults apart: when it was asked would tell of a person. */
  readonly isQuiet?: true
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType | 'bytes'
  readonly answer: z.ZodMiniType | 'bytes'
  readonly refusals: readonly ProblemCode[]
}

export const BYTES = 'application/octet-stream'
export const JSON_TYPE = 'application/json'
