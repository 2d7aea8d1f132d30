// What two organisations say to each other about a referral, over the desk: who has read it, what is asked and answered, and
// what was sealed for one of them. Loaded with the screens that show a referral.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { anonymiseOpening, anonymiseQuestion, anonymiseReply, anonymiseTimeTold } from '#domain/anonymise.ts'
import { type ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { PassedOn } from '#domain/records/passed-on.ts'
import type { QuestionCode, QuestionFields } from '#domain/records/question.ts'
import { type ReferralState, type Side, stateOfReferral } from '#domain/records/referral.ts'
import { accept, type Result } from '#domain/result.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type Saved = Promise<Result<Dot, SaveRefusal>>
export type Reply = NonNullable<QuestionFields['reply']>

export type Referrals = {
  readonly side: Side
  /** With what the other organisation has read of it. */
  readonly stateOf: (referral: MergedRecord) => ReferralState
  /** Newest first, as are the questions. */
  readonly openingsOf: (referral: MergedRecord) => readonly MergedRecord[]
  readonly questionsOf: (referral: MergedRecord) => readonly MergedRecord[]
  /** Notes that it was read here. Once an hour for each phone: an hour is the finest time that is told. */
  readonly open: (referral: MergedRecord, at: number) => Promise<Result<Dot | undefined, SaveRefusal>>
  readonly ask: (referral: MergedRecord, ask: QuestionCode, at: number) => Saved
  readonly reply: (question: MergedRecord, reply: Reply) => Saved
  /** The person knows of the time. */
  readonly noteTimeTold: (referral: MergedRecord, appointment: ShiftHour) => Saved
  /** Undefined where this phone cannot read it. */
  readonly passedOn: (referral: MergedRecord) => Promise<PassedOn | undefined>
}

export const createReferrals = (desk: Desk): Referrals => {
  const hanging = (type: MergedRecord['type'], { id }: MergedRecord) =>
    desk.records().filter((record) => record.type === type && record.fields['referral'] === id)
  const openingsOf = (referral: MergedRecord) => hanging('opening', referral)

  return {
    side: desk.identity.role === 'partner' ? 'partner' : 'team',
    openingsOf,
    questionsOf: (referral) => hanging('question', referral),
    stateOf: (referral) => stateOfReferral(referral.fields, openingsOf(referral).length > 0),
    open: async (referral, at) => {
      const isNoted = openingsOf(referral).some(
        ({ author, fields }) => author === desk.identity.device && fields['met'] === shiftHourAt(at)
      )
      if (isNoted) return accept(undefined)
      return desk.add({ type: 'opening', fields: anonymiseOpening({ referral: referral.id }, { at }) })
    },
    ask: (referral, ask, at) =>
      desk.add({ type: 'question', fields: anonymiseQuestion({ referral: referral.id, ask }, { at }) }),
    reply: (question, reply) => desk.edit(question, anonymiseReply({ reply })),
    noteTimeTold: (referral, appointment) => desk.edit(referral, anonymiseTimeTold(appointment)),
    passedOn: async ({ id }) => {
      const read = PassedOn.safeParse(await desk.readSealed(id))
      return read.success ? read.data : undefined
    }
  }
}
