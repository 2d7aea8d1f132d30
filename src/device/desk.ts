// The unlocked phone at work: every record in memory, merged, and what a worker can do with them. Memory changes only
// after the save has; lists, search and reviews are answered from here and never from the database.
import type { Entry, SaveRefusal } from '#device/letterbox/outbox.ts'
import type { Standing } from '#device/letterbox/letterbox-view.ts'
import { EMPTY_VIEW, type LetterboxView } from '#device/letterbox/letterbox-view.ts'
import { createMergedRecords } from '#device/merged-records.ts'
import type { Aside, StoredChange } from '#device/stored-change.ts'
import type { Identity, Keeper } from '#device/vault/keeper.ts'
import type { KnownCards, Unpacked } from '#device/vault/shelf.ts'
import {
  anonymiseArrival,
  anonymiseCorrection,
  anonymiseInterpretation,
  anonymiseReferral,
  anonymiseStep,
  anonymiseRemoval,
  anonymiseSettlement,
  anonymiseTally,
  type Circumstances
} from '#domain/anonymise.ts'
import type { Card } from '#domain/card.ts'
import type { SharedFields, SharedValue } from '#domain/code.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'
import { type Answers, relevantAnswers } from '#domain/form/answers.ts'
import { type Form, isShared } from '#domain/form/form.ts'
import type { LedgerEntry } from '#domain/ledger.ts'
import type { CardHashes } from '#domain/person-card.ts'
import type { WhyChanged } from '#domain/records/arrival.ts'
import type { Interpreting, SpokenLanguage } from '#domain/records/interpretation.ts'
import type { PassedOn } from '#domain/records/passed-on.ts'
import type { RecordType } from '#domain/records/record.ts'
import {
  isStepDisputed,
  type ReferralFields,
  type ReferralRefusal,
  type ReferralStep,
  stateOfReferral,
  takeStep
} from '#domain/records/referral.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { hashesOfCode } from '#protocol/card-hash.ts'
import { draftsOver } from '#protocol/change.ts'
import type { TeamPhone } from '#protocol/delivery.ts'
import { type Dot, dotToParts } from '#protocol/ids.ts'
import { answersSeen, type MergedRecord } from '#protocol/merge.ts'
import type { SealedFor } from '#protocol/sealed.ts'

/** `draft`: what it was typed in. It stays on this phone, which so knows a draft that it did not come to forget. */
export type Saving = Circumstances & { readonly draft?: string }

export type Edit = { readonly seen: MergedRecord; readonly fields: Entry['fields']; readonly aside?: Aside }

export type Desk = {
  readonly identity: Identity
  /** Newest first, removed ones left out, and cases of the same people as one. The same array until something changes. */
  readonly records: () => readonly MergedRecord[]
  /** Of one kind those that were removed, newest first. */
  readonly removedRecords: (type: RecordType) => readonly MergedRecord[]
  /** By the id of any of several cases: the one they are. */
  readonly findRecord: (id: Dot) => MergedRecord | undefined
  /** All that was ever said of a record, the oldest first. */
  readonly historyOf: (id: Dot) => readonly StoredChange[]
  /** What only this phone knows of a record it made. */
  readonly asideOf: (id: Dot) => Aside | undefined
  /** Whether something this phone saved was made of that draft. */
  readonly isSaved: (draft: string) => boolean
  /** The worst standing among a record's changes made here; others' records are the team's already. */
  readonly standingOf: (record: MergedRecord) => Standing
  readonly letterbox: () => LetterboxView
  readonly showLetterbox: (view: LetterboxView) => void
  readonly team: () => readonly TeamPhone[]
  /** What other teams gave, where this one takes part. */
  readonly ledger: () => readonly LedgerEntry[]
  /** What stands for a card in records. */
  readonly hashesOf: (code: string) => Promise<CardHashes>
  /** Sealed things that could not be opened, left where they are, and changes of this phone that are not here. */
  readonly damaged: () => number
  /** A second tap before the first was answered is the same arrival. */
  readonly logArrival: (form: Form, answers: Answers, saving: Saving) => Promise<Result<Dot, SaveRefusal>>
  readonly tally: (tallyClass: TallyClass, circumstances: Circumstances) => Promise<Result<Dot, SaveRefusal>>
  readonly noteInterpretation: (
    language: SpokenLanguage,
    outcome: Interpreting,
    circumstances: Circumstances
  ) => Promise<Result<Dot, SaveRefusal>>
  /** `passOn`: what the person agreed to tell that organisation, sealed to it before it is saved; here it stays to be read. */
  readonly refer: (
    referral: ReferralFields,
    saving: Saving,
    passOn?: { readonly to: SealedFor; readonly content: PassedOn }
  ) => Promise<Result<Dot, SaveRefusal>>
  /** What is sealed in a record to this phone's organisation; undefined where there is nothing for this phone. */
  readonly readSealed: (id: Dot) => Promise<unknown>
  /** A record of another kind: its fields made by `anonymise`, and what stays on this phone beside them. */
  readonly add: (entry: Entry) => Promise<Result<Dot, SaveRefusal>>
  /** The same for an edit. What was not `seen` stands beside it. */
  readonly edit: (seen: MergedRecord, fields: Entry['fields'], aside?: Aside) => Promise<Result<Dot, SaveRefusal>>
  /** Edits of several records that hold together or not at all: one save. */
  readonly editTogether: (edits: readonly Edit[]) => Promise<Result<Dot, SaveRefusal>>
  /** Words that stay on this phone, by a name of one's own. */
  readonly notes: Pick<Keeper, 'keepNote' | 'readNote' | 'readNotes'>
  /** Sealing and opening what is in no record; see `testimonies/`. */
  readonly testimony: Pick<Keeper, 'sealTestimony' | 'openTestimony'>
  /** Removes what this phone has just made. */
  readonly takeBack: (id: Dot) => Promise<Result<Dot, SaveRefusal>>
  /**
   * `seen`: the record as its author has it on screen, here and in the next three. Only what was seen is replaced; what has come
   * since stands beside it. While two answers stand about where the referral is, no step is taken.
   */
  readonly stepReferral: (
    seen: MergedRecord,
    step: Omit<ReferralStep, 'by'>,
    circumstances: Circumstances
  ) => Promise<Result<Dot, SaveRefusal | 'two_answers' | ReferralRefusal>>
  /** One answer of an arrival, given anew; `why` where there was one before. */
  readonly correct: (
    seen: MergedRecord,
    answer: { form: Form; name: string; value: SharedValue; why?: WhyChanged }
  ) => Promise<Result<Dot, SaveRefusal | 'not_shared'>>
  readonly remove: (seen: MergedRecord) => Promise<Result<Dot, SaveRefusal>>
  /** Says which answers hold, all of them in one change. */
  readonly settle: (seen: MergedRecord, fields: SharedFields) => Promise<Result<Dot, SaveRefusal>>
  /** The text of a card's QR code; undefined where this phone cannot sign one. */
  readonly signCard: (card: Card) => Promise<string | undefined>
  /** Takes in what has come since, from the team or another tab. */
  readonly refresh: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
  /** Grows by one with every change of what the desk shows. */
  readonly version: () => number
}

export const openDesk = async (keeper: Keeper, identity: Identity): Promise<Desk> => {
  const merged = createMergedRecords(identity.device)
  const listeners = new Set<() => void>()
  /** What is being saved, by the draft it is made of. */
  const underWay = new Map<string, Promise<Result<Dot, SaveRefusal>>>()
  let team: readonly TeamPhone[] = []
  let cards: KnownCards = { ledger: [] }
  let view = EMPTY_VIEW
  let damaged = 0
  let everSaved = 0
  let version = 0

  const takeUnpacked = (unpacked: Unpacked) => {
    merged.take(unpacked.changes)
    team = unpacked.team
    cards = unpacked.cards
    damaged = Math.max(damaged, unpacked.damaged)
    everSaved = unpacked.saved
  }

  const notify = () => {
    version += 1
    listeners.forEach((listener) => listener())
  }

  const save = async (...entries: readonly Entry[]): Promise<Result<Dot, SaveRefusal>> => {
    const saved = await keeper.save(entries)
    if (!saved.ok) return saved
    merged.take(saved.value)
    notify()
    return accept(saved.value[0]?.change.record ?? '')
  }

  const onceFor = (draft: string | undefined, begin: () => Promise<Result<Dot, SaveRefusal>>) => {
    if (draft === undefined) return begin()
    const saving = underWay.get(draft) ?? begin().finally(() => underWay.delete(draft))
    underWay.set(draft, saving)
    return saving
  }

  /** An edit replaces the answers its author has on screen. However many they are, it is one save. */
  const editTogether: Desk['editTogether'] = (edits) =>
    save(
      ...edits.flatMap(({ seen, fields, aside }) =>
        draftsOver({ type: seen.type, record: seen.id, fields }, answersSeen(seen, fields)).map((draft) => ({
          ...draft,
          ...(aside && { aside })
        }))
      )
    )

  const edit: Desk['edit'] = (seen, fields, aside) => editTogether([{ seen, fields, ...(aside && { aside }) }])

  /** Whether a record is there at all is said of each of several cases. */
  const editEach = (seen: MergedRecord, fields: Entry['fields']) =>
    editTogether((seen.joined ?? [seen]).map((one) => ({ seen: one, fields })))

  const remove = (seen: MergedRecord) => editEach(seen, anonymiseRemoval())

  const getRecord = (id: Dot): MergedRecord => {
    const record = merged.findAsItLies(id)
    if (record === undefined) throw new Error('No such record on this phone')
    return record
  }

  takeUnpacked(await keeper.unpack())

  return {
    identity,
    records: merged.list,
    removedRecords: merged.listRemoved,
    findRecord: merged.find,
    historyOf: merged.historyOf,
    asideOf: merged.asideOf,
    isSaved: merged.isSaved,
    standingOf: (record) =>
      worst(record.changes.filter(isOf(identity)).map((dot) => view.standingOf(dotToParts(dot).counter))),
    letterbox: () => view,
    showLetterbox: (next) => {
      view = next
      notify()
    },
    team: () => team,
    ledger: () => cards.ledger,
    hashesOf: (code) => hashesOfCode(code, cards.key),
    damaged: () => Math.max(damaged, everSaved - merged.countOwn()),
    logArrival: (form, answers, { draft, ...circumstances }) =>
      onceFor(draft, () =>
        save({
          type: 'arrival',
          fields: anonymiseArrival(form, answers, circumstances),
          aside: { savedAt: circumstances.at, answers: unsharedAnswers(form, answers), ...(draft && { draft }) }
        })
      ),
    tally: (tallyClass, circumstances) => save({ type: 'tally', fields: anonymiseTally(tallyClass, 1, circumstances) }),
    noteInterpretation: (language, outcome, circumstances) =>
      save({ type: 'interpretation', fields: anonymiseInterpretation(language, outcome, circumstances) }),
    refer: async (referral, { draft, ...circumstances }, passOn) => {
      const { name, where, note } = passOn?.content ?? {}
      const sealed = passOn && (await keeper.sealTo(passOn.to, passOn.content))
      return save({
        type: 'referral',
        fields: anonymiseReferral(referral, circumstances),
        aside: {
          savedAt: circumstances.at,
          answers: { ...(name && { name }), ...(where && { where }), ...(note && { note }) },
          ...(draft && { draft })
        },
        ...(sealed && { sealed })
      })
    },
    readSealed: async (id) => {
      const change = merged.findSealed(id)
      return change?.sealed && keeper.openSealed(change.sealed, change.author)
    },
    add: (entry) => save(entry),
    edit,
    editTogether,
    notes: keeper,
    testimony: keeper,
    takeBack: (id) => remove(getRecord(id)),
    stepReferral: async (seen, taken, circumstances) => {
      if ([seen, merged.findAsItLies(seen.id) ?? seen].some(isStepDisputed)) return refuse('two_answers')
      const by = identity.role === 'partner' ? 'partner' : 'team'
      const step = takeStep(stateOfReferral(seen.fields), { ...taken, by })
      return step.ok ? edit(seen, anonymiseStep(step.value, circumstances)) : refuse(step.refusal)
    },
    correct: async (seen, { form, ...answer }) => {
      const fields = anonymiseCorrection(form, answer)
      return Object.keys(fields).length === 0 ? refuse('not_shared') : edit(seen, fields)
    },
    remove,
    settle: (seen, fields) => (fields['removed'] === undefined ? edit : editEach)(seen, anonymiseSettlement(fields)),
    signCard: (card) => keeper.signCard(card),
    refresh: async () => {
      takeUnpacked(await keeper.unpackNew())
      notify()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version
  }
}

const isOf = (identity: Identity) => (dot: Dot) => dotToParts(dot).author === identity.device

const WORST_FIRST = ['needs_you', 'here', 'sending', 'team'] as const

const worst = (standings: readonly Standing[]): Standing =>
  WORST_FIRST.map((state) => standings.find((standing) => standing.state === state)).find(
    (found) => found !== undefined
  ) ?? {
    state: 'team'
  }

const unsharedAnswers = (form: Form, answers: Answers): Answers => {
  const relevant = relevantAnswers(form, answers)
  const kept = form.questions.filter((question) => !isShared(question)).map(({ name }) => name)
  return Object.fromEntries(Object.entries(relevant).filter(([name]) => kept.includes(name)))
}
