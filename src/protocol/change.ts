// One immutable fact about one record. An edit is a new change; so is a removal.
import * as z from 'zod/mini'
import type { AnonymousFields } from '#domain/anonymise.ts'
import { Code, SharedFields } from '#domain/code.ts'
import type { RecordType } from '#domain/records/record.ts'
import { clampMoment, type Moment, Moment as MomentSchema } from '#protocol/clock.ts'
import { DeviceId, Dot, dotOf } from '#protocol/ids.ts'
import { Sealed } from '#protocol/sealed.ts'

/** The version of this shape; a phone that writes another one is heard all the same, and set aside. */
export const CHANGE_SCHEMA = 1

/** How many changes one change can name. Who replaces more says so in several changes, saved as one. */
export const OVER_LIMIT = 100

export const Change = z.object({
  author: DeviceId,
  /** Gapless on each phone, from 1. */
  counter: z.int().check(z.gte(1), z.lte(999_999_999)),
  /** A code, so that a kind of record this version does not know can be carried. */
  type: Code,
  record: Dot,
  clock: MomentSchema,
  /** Changes whose answers, for the fields set here, this one replaces: those its author had seen. */
  over: z.array(Dot).check(z.maxLength(OVER_LIMIT)),
  fields: SharedFields,
  /** Of a new referral: what only the organisation it is made to may read. */
  sealed: z.optional(Sealed)
})
export type Change = z.infer<typeof Change>

export type ChangeDraft = {
  readonly type: RecordType
  /** Left out for a new record: it is then named by this change. */
  readonly record?: Dot
  readonly over?: readonly Dot[]
  readonly fields: AnonymousFields
  readonly sealed?: Sealed
}

/** Fields come from `anonymise` and from nowhere else. */
export const createChange = (draft: ChangeDraft, by: { author: DeviceId; counter: number; clock: Moment }): Change => ({
  ...by,
  type: draft.type,
  record: draft.record ?? dotOf(by.author, by.counter),
  over: [...(draft.over ?? [])],
  fields: { ...draft.fields },
  ...(draft.sealed && { sealed: draft.sealed })
})

/** The same draft as often as it takes to name all of `over`: what says the same disputes nothing. */
export const draftsOver = (draft: ChangeDraft, over: readonly Dot[]): ChangeDraft[] =>
  Array.from({ length: Math.max(1, Math.ceil(over.length / OVER_LIMIT)) }, (_, part) => ({
    ...draft,
    over: over.slice(part * OVER_LIMIT, (part + 1) * OVER_LIMIT)
  }))

export const nameOf = (change: Change): Dot => dotOf(change.author, change.counter)

/** As it is merged, by phones and server alike, once the server has said when it heard of it. */
export const asHeard = (change: Change, heardAt: number): Change => ({
  ...change,
  clock: clampMoment(change.clock, heardAt)
})
