// What a worker does who goes along with people, over the desk. Loaded with the screens that show it.
import { type Cases, fieldsOfEvent } from '#device/cases.ts'
import type { Desk, Edit } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import {
  anonymiseAccompaniment,
  anonymiseLegalEventBack,
  anonymiseStep,
  anonymiseStepBack,
  anonymiseTaking,
  type Circumstances
} from '#domain/anonymise.ts'
import type { LegalEvent } from '#domain/codes/case-codes.ts'
import {
  type AccompanimentRefusal,
  type AccompanimentStep,
  type Destination,
  eventOfStep,
  type Goer,
  neededFor,
  stateOfAccompaniment,
  takeAccompanimentStep
} from '#domain/records/accompaniment.ts'
import { isStepDisputed } from '#domain/records/referral.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { type Noted, whatHappened } from '#domain/review/what-happened.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type Saved = Promise<Result<Dot, SaveRefusal>>

/** `issuedAt`: the time on the certificate, in milliseconds since 1970 UTC. From it the 72 hours run. */
export type StepWithPaper = AccompanimentStep & { readonly issuedAt?: number }
export type AlongRefusal = SaveRefusal | 'two_answers' | 'case_missing' | AccompanimentRefusal

/** How it stood before a step, with the case as it was and what was noted there: enough to take the step back. */
export type Before = {
  readonly record: MergedRecord
  readonly noted?: { readonly kase: MergedRecord; readonly event: LegalEvent }
}

export type Accompaniments = {
  /** Newest first. */
  readonly ofCase: (kase: MergedRecord) => readonly MergedRecord[]
  readonly caseOf: (record: MergedRecord) => MergedRecord | undefined
  /** Who begins it goes along. */
  readonly begin: (kase: MergedRecord, to: Destination, circumstances: Circumstances) => Saved
  /** Whoever holds this phone goes along from now on. */
  readonly take: (seen: MergedRecord) => Saved
  readonly goerOf: (record: MergedRecord) => Goer
  /** A certificate starts the case's clock in the same save, and the centre on it ends it; their minutes stay here. */
  readonly step: (
    seen: MergedRecord,
    step: StepWithPaper,
    circumstances: Circumstances
  ) => Promise<Result<Before, AlongRefusal>>
  readonly takeBack: (before: Before) => Saved
  /** The oldest first. */
  readonly happenedIn: (record: MergedRecord) => readonly Noted[]
}

export const createAccompaniments = (desk: Desk, cases: Pick<Cases, 'exactEventsOf'>): Accompaniments => {
  const caseOf = ({ fields }: MergedRecord) => desk.findRecord(findCode(fields, 'case') ?? '')
  const goerOf = ({ fields }: MergedRecord): Goer => (fields['owner'] === desk.identity.device ? 'witness' : 'team')

  return {
    ofCase: ({ id }) => desk.records().filter(({ type, fields }) => type === 'accompaniment' && fields['case'] === id),
    caseOf,
    begin: (kase, to, circumstances) =>
      desk.add({
        type: 'accompaniment',
        fields: anonymiseAccompaniment({ case: kase.id, to, owner: desk.identity.device }, circumstances)
      }),
    take: (seen) => desk.edit(seen, anonymiseTaking(desk.identity.device)),
    goerOf,
    step: async (seen, { issuedAt, ...step }, circumstances) => {
      const known = desk.findRecord(seen.id) ?? seen
      if ([seen, known].some(isStepDisputed)) return refuse('two_answers')
      const taken = takeAccompanimentStep(seen.fields, step, goerOf(known))
      if (!taken.ok) return taken
      const edits: Edit[] = [{ seen, fields: anonymiseStep(taken.value, circumstances) }]
      const event = eventOfStep(seen.fields, step.to)
      const kase = caseOf(seen)
      if (event === 'certificate' && kase === undefined) return refuse('case_missing')
      const noted = event && kase && { kase, event }
      if (noted) {
        const at = issuedAt ?? circumstances.at
        const aside = { savedAt: circumstances.at, answers: { [noted.event]: at } }
        const fields = fieldsOfEvent(noted.kase, { event: noted.event, happenedAt: at }, circumstances)
        edits.push({ seen: noted.kase, fields, aside })
      }
      const saved = await desk.editTogether(edits)
      return saved.ok ? accept({ record: seen, ...(noted && { noted }) }) : saved
    },
    takeBack: ({ record, noted }) => {
      const state = stateOfAccompaniment(record.fields)
      const needed = neededFor(state)
      const value = needed && findCode(record.fields, needed)
      const seen = desk.findRecord(record.id) ?? record
      const edits: Edit[] = [
        { seen, fields: anonymiseStepBack({ state, ...(needed && value && { [needed]: value }) }) }
      ]
      if (noted !== undefined) {
        const { kase, event } = noted
        const at = cases.exactEventsOf(kase)[event]
        edits.push({
          seen: desk.findRecord(kase.id) ?? kase,
          fields: anonymiseLegalEventBack(event, kase.fields[`since_${event}`]),
          ...(at !== undefined && { aside: { savedAt: at, answers: { [event]: at } } })
        })
      }
      return desk.editTogether(edits)
    },
    happenedIn: ({ id }) =>
      whatHappened(
        desk.historyOf(id).map(({ change: { fields, clock, author } }) => ({ fields, at: clock.at, author }))
      )
  }
}
