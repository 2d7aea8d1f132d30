// What a worker does with a case, over the desk. Loaded with the screens that show one.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import {
  anonymiseBond,
  anonymiseBondNow,
  anonymiseCase,
  anonymiseCaseNote,
  anonymiseContact,
  anonymiseFollowUp,
  anonymiseLegalEvent,
  anonymiseLegalEventBack,
  anonymiseStep,
  type AnonymousFields,
  type Circumstances
} from '#domain/anonymise.ts'
import type { SharedFields } from '#domain/code.ts'
import { type Bond, CASE_OUTCOMES, type CaseOutcome, type FollowUp, type LegalEvent } from '#domain/codes/case-codes.ts'
import type { QuickService } from '#domain/codes/field-codes.ts'
import { startsClock } from '#domain/deadlines.ts'
import {
  type AlertClosing,
  type AlertCode,
  alertFor,
  type AlertRow,
  alertsOfPeople,
  NOT_SO
} from '#domain/immediate-actions.ts'
import { otherEndOf } from '#domain/records/bond.ts'
import { begunBy, type CaseNote, type CaseState, type CaseStepRefusal, takeCaseStep } from '#domain/records/case.ts'
import { FOLLOW_UP_STATES, type FollowUpState, takeFollowUpStep } from '#domain/records/follow-up.ts'
import type { RecordType } from '#domain/records/record.ts'
import { refuse, type Result } from '#domain/result.ts'
import { compare, findCode } from '#domain/review/dated-record.ts'
import { raisedAt } from '#domain/review/raised-at.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { compareMoments } from '#protocol/clock.ts'
import type { Dot } from '#protocol/ids.ts'
import { type MergedRecord, saidAt } from '#protocol/merge.ts'

type Saved = Promise<Result<Dot, SaveRefusal>>

export type StepRefusal = SaveRefusal | 'two_answers' | CaseStepRefusal

export type Changed = { readonly record: MergedRecord; readonly change: Change }

/** What a case is made of beside itself, and what is known of its people: each is changed by itself. */
const PARTS = ['follow_up', 'contact', 'accompaniment', 'bond', 'card_given'] as const satisfies readonly RecordType[]

export type Cases = {
  /** The case of these people, from whichever of their arrivals it was begun. */
  readonly caseOf: (arrival: Dot) => MergedRecord | undefined
  /** All arrivals of the same people, itself too. */
  readonly sameAs: (arrival: Dot) => ReadonlySet<Dot>
  /** What any of them asks for at once, while there is no case. */
  readonly alertsOf: (arrival: MergedRecord) => readonly AlertCode[]
  /** Since when it is to be done, for an arrival or in a case. */
  readonly raisedAt: (alert: AlertCode, record: MergedRecord) => number
  /** What to do for these people, by whoever holds this phone. */
  readonly rowOf: (alert: AlertCode, record: MergedRecord) => AlertRow
  /** Of the case and of what hangs on it, removed or not: each change with the record it is of, the newest first. */
  readonly historyOf: (kase: MergedRecord) => readonly Changed[]
  /** Newest first. */
  readonly contactsOf: (kase: MergedRecord) => readonly MergedRecord[]
  readonly followUpsOf: (kase: MergedRecord) => readonly MergedRecord[]
  /** Of the same people, from whichever of their arrivals they were made; newest first. */
  readonly referralsOf: (arrival: Dot) => readonly MergedRecord[]
  /** With the arrival's needs and alerts, and taken by this phone. */
  readonly grow: (arrival: MergedRecord, circumstances: Circumstances) => Saved
  readonly note: (seen: MergedRecord, note: CaseNote) => Saved
  /** To be done at once from now on. A case that was closed is open again, until somebody closes it with an outcome. */
  readonly raise: (seen: MergedRecord, alert: AlertCode, circumstances: Circumstances) => Saved
  /** The minute of an event stays here; its hour leaves. One that starts a clock opens a case that was closed. */
  readonly noteEvent: (
    seen: MergedRecord,
    noted: { event: LegalEvent; happenedAt: number },
    circumstances: Circumstances
  ) => Saved
  /** It was noted in the wrong case, or by a slip: nothing counts from it any more. */
  readonly takeEventBack: (seen: MergedRecord, event: LegalEvent) => Saved
  readonly endAlert: (
    seen: MergedRecord,
    end: { alert: AlertCode; closing: AlertClosing },
    circumstances: Circumstances
  ) => Saved
  /** An alert was raised or ended by a slip: the case says of it what it said in `before`, and is closed again if it was. */
  readonly takeAlertBack: (
    seen: MergedRecord,
    slip: { alert: AlertCode; before: SharedFields },
    circumstances: Circumstances
  ) => Saved
  readonly step: (
    seen: MergedRecord,
    step: { to: CaseState; outcome?: CaseOutcome },
    circumstances: Circumstances
  ) => Promise<Result<Dot, StepRefusal>>
  readonly meetAgain: (kase: MergedRecord, given: readonly QuickService[], circumstances: Circumstances) => Saved
  /** What is known to belong to an arrival: the other arrival, with the record that says so. */
  readonly bondsOf: (arrival: Dot) => readonly { readonly other: Dot; readonly record: MergedRecord }[]
  readonly bind: (bond: { one: Dot; other: Dot; bond: Bond }, circumstances: Circumstances) => Saved
  /** What it is between them now. */
  readonly rebind: (seen: MergedRecord, bond: Bond) => Saved
  readonly followUp: (
    kase: MergedRecord,
    plan: { what: FollowUp; dueAt: number },
    circumstances: Circumstances
  ) => Saved
  readonly stepFollowUp: (
    seen: MergedRecord,
    to: FollowUpState,
    circumstances: Circumstances
  ) => Promise<Result<Dot, SaveRefusal | 'two_answers' | { why: 'not_a_step'; legal: readonly FollowUpState[] }>>
  /** Events this phone knows to the minute, in milliseconds since 1970 UTC. */
  readonly exactEventsOf: (kase: MergedRecord) => Partial<Record<LegalEvent, number>>
}

/**
 * A case that was closed and has something to be done again: said with the change that brings it, so that the outcome of before
 * never stands for what came after.
 */
const openedAgain = (kase: MergedRecord, circumstances: Circumstances) =>
  kase.fields['state'] === 'closed' ? anonymiseStep({ state: 'open' }, circumstances) : undefined

const closedAsBefore = (before: SharedFields, circumstances: Circumstances) => {
  const outcome = CASE_OUTCOMES.find((known) => known === before['outcome'])
  return before['state'] === 'closed'
    ? anonymiseStep({ state: 'closed', ...(outcome && { outcome }) }, circumstances)
    : undefined
}

/** The hour of an event leaves. One that starts a clock opens a case that was closed. */
export const fieldsOfEvent = (
  kase: MergedRecord,
  { event, happenedAt }: { event: LegalEvent; happenedAt: number },
  circumstances: Circumstances
): AnonymousFields => ({
  ...anonymiseLegalEvent(event, happenedAt),
  ...(startsClock(event) && openedAgain(kase, circumstances))
})

export const createCases = (desk: Desk): Cases => {
  const mine = desk.identity.device
  const ofCase = (type: MergedRecord['type'], { id }: MergedRecord) =>
    desk.records().filter((record) => record.type === type && record.fields['case'] === id)
  const sameAs = (arrival: Dot) => samePeopleIn(desk.records())(arrival)

  const isCase = ({ type }: MergedRecord) => type === 'case'
  /** Of an arrival or a case: all arrivals of these people. */
  const arrivalsOf = (record: MergedRecord) => {
    const same = sameAs(isCase(record) ? (findCode(record.fields, 'arrival') ?? '') : record.id)
    return desk.records().filter(({ id }) => same.has(id))
  }

  const isStateDisputed = (seen: MergedRecord) =>
    [seen, desk.findRecord(seen.id) ?? seen].some(({ disputed }) => disputed.includes('state'))

  return {
    caseOf: (arrival) => {
      const same = sameAs(arrival)
      return desk.records().find(({ type, fields }) => type === 'case' && same.has(findCode(fields, 'arrival') ?? ''))
    },
    sameAs,
    alertsOf: (arrival) => alertsOfPeople(arrivalsOf(arrival).map(({ fields }) => fields)),
    raisedAt: (alert, record) =>
      raisedAt(alert, { kase: isCase(record) ? record : undefined, arrivals: arrivalsOf(record), saidAt }),
    rowOf: (alert, record) =>
      alertFor(alert, {
        arrivals: arrivalsOf(record).map(({ fields }) => fields),
        isLead: desk.identity.role === 'lead' || desk.identity.role === 'admin'
      }),
    historyOf: (kase) => {
      const ids = new Set([kase, ...(kase.joined ?? [])].map(({ id }) => id))
      const people = sameAs(findCode(kase.fields, 'arrival') ?? '')
      const isTheirs = ({ fields }: MergedRecord) =>
        ids.has(findCode(fields, 'case') ?? '') ||
        ['arrival', 'one', 'other'].some((name) => people.has(findCode(fields, name) ?? ''))
      const here = desk.records().filter(({ type }) => PARTS.some((part) => part === type))
      const parts = [...here, ...PARTS.flatMap(desk.removedRecords)].filter(isTheirs)
      return [kase, ...parts]
        .flatMap((record) => desk.historyOf(record.id).map(({ change }) => ({ record, change })))
        .sort((a, b) => compareMoments(b.change.clock, a.change.clock))
    },
    contactsOf: (kase) => ofCase('contact', kase),
    followUpsOf: (kase) => ofCase('follow_up', kase),
    referralsOf: (arrival) => {
      const same = sameAs(arrival)
      return desk
        .records()
        .filter(({ type, fields }) => type === 'referral' && same.has(findCode(fields, 'arrival') ?? ''))
    },
    grow: (arrival, circumstances) =>
      desk.add({
        type: 'case',
        fields: anonymiseCase(
          { arrival: arrival.id, state: 'open', owner: mine, ...begunBy(arrival.fields) },
          circumstances
        ),
        aside: { savedAt: circumstances.at, answers: {} }
      }),
    note: (seen, note) => desk.edit(seen, anonymiseCaseNote(note)),
    raise: (seen, alert, circumstances) =>
      desk.edit(seen, { ...anonymiseCaseNote({ [`alert_${alert}`]: 'open' }), ...openedAgain(seen, circumstances) }),
    noteEvent: (seen, noted, circumstances) => {
      const { event, happenedAt } = noted
      const aside = { savedAt: happenedAt, answers: { [event]: happenedAt } }
      return desk.edit(seen, fieldsOfEvent(seen, noted, circumstances), aside)
    },
    takeEventBack: (seen, event) => desk.edit(seen, anonymiseLegalEventBack(event, undefined)),
    endAlert: (seen, { alert, closing }, circumstances) => {
      const { at } = circumstances
      const ended = {
        ...anonymiseCaseNote({ [`alert_${alert}`]: closing }),
        ...openedAgain(seen, circumstances)
      }
      // From then on the guardianship authority's own time runs: of a child alone it has to find a place and a guardian.
      if (alert !== 'child_alone' || closing !== 'csw_informed') return desk.edit(seen, ended)
      const fields = { ...ended, ...anonymiseLegalEvent('csw_informed', at) }
      return desk.edit(seen, fields, { savedAt: at, answers: { csw_informed: at } })
    },
    takeAlertBack: (seen, { alert, before }, circumstances) =>
      desk.edit(seen, {
        ...anonymiseCaseNote({ [`alert_${alert}`]: findCode(before, `alert_${alert}`) ?? NOT_SO }),
        ...closedAsBefore(before, circumstances)
      }),
    step: async (seen, { to, outcome }, circumstances) => {
      if (isStateDisputed(seen)) return refuse('two_answers')
      const step = takeCaseStep(seen.fields, to, outcome)
      return step.ok ? desk.edit(seen, anonymiseStep(step.value, circumstances)) : refuse(step.refusal)
    },
    meetAgain: (kase, given, circumstances) =>
      desk.add({ type: 'contact', fields: anonymiseContact({ case: kase.id, given: [...given] }, circumstances) }),
    bondsOf: (arrival) => {
      const same = samePeopleIn(desk.records())
      const own = same(arrival)
      const bonds = desk.records().flatMap((record) => {
        const ends = record.type === 'bond' ? [...own].map((end) => otherEndOf(record.fields, end)) : []
        const other = ends.find((end) => end !== undefined && !own.has(end))
        return other === undefined ? [] : [{ other, record }]
      })
      // Said of two records of the same people, it is one bond.
      const name = ({ other, record }: (typeof bonds)[number]) =>
        [findCode(record.fields, 'bond'), ...[...same(other)].sort(compare)].join(' ')
      return bonds.filter((bond, at) => bonds.findIndex((one) => name(one) === name(bond)) === at)
    },
    bind: (bond, circumstances) => desk.add({ type: 'bond', fields: anonymiseBond(bond, circumstances) }),
    rebind: (seen, bond) => desk.edit(seen, anonymiseBondNow(bond)),
    followUp: (kase, { what, dueAt }, circumstances) =>
      desk.add({ type: 'follow_up', fields: anonymiseFollowUp({ case: kase.id, what, dueAt }, circumstances) }),
    stepFollowUp: async (seen, to, circumstances) => {
      if (isStateDisputed(seen)) return refuse('two_answers')
      const from = FOLLOW_UP_STATES.find((state) => state === seen.fields['state']) ?? 'open'
      const step = takeFollowUpStep(from, to)
      return step.ok ? desk.edit(seen, anonymiseStep({ state: step.value }, circumstances)) : refuse(step.refusal)
    },
    exactEventsOf: ({ id, standing }) =>
      Object.fromEntries(
        desk
          .historyOf(id)
          .flatMap(({ change, aside }) =>
            Object.entries(aside?.answers ?? {}).filter(
              ([event, at]) => typeof at === 'number' && standing[`since_${event}`]?.[0]?.change === nameOf(change)
            )
          )
      )
  }
}
