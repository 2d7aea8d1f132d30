// One transaction whose refusal leaves the database as it was.
import { refuse, type Result } from '#domain/result.ts'
import type { Database, Query } from '#server/store/database.ts'

class Undone<Refusal> extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('Refused, so undone')
    this.refusal = refusal
  }
}

export const undoOnRefusal = async <Value, Refusal>(
  transaction: Database['transaction'],
  work: (query: Query) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal>> => {
  try {
    return await transaction(async (query) => {
      const result = await work(query)
      if (!result.ok) throw new Undone(result.refusal)
      return result
    })
  } catch (error) {
    if (error instanceof Undone) return refuse(error.refusal as Refusal)
    throw error
  }
}
