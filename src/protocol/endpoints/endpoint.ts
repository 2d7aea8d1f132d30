// One endpoint, one file, both sides: where it is, what it takes, what it answers, how it can refuse.
import type * as z from 'zod/mini'
import type { MachineProblemCode } from '#protocol/machine-problem.ts'
import type { ProblemCode } from '#protocol/problem.ts'

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/${string}`
  readonly summary: string
  /** `token`: `Authorization: Bearer <token>`. `parcel`: the signature inside the body speaks for the phone. `machine`: a token of the operator's. */
  readonly access: 'anyone' | 'invite' | 'parcel' | 'token' | 'machine'
  /** Stands in no log and no count, the server's own faults apart: when it was asked would tell of a person. */
  readonly isQuiet?: true
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType | 'bytes'
  readonly answer: z.ZodMiniType | 'bytes'
  /** Whether the same can be had as CSV. */
  readonly isAlsoCsv?: true
  readonly refusals: readonly (ProblemCode | MachineProblemCode)[]
}

export const BYTES = 'application/octet-stream'
export const JSON_TYPE = 'application/json'
