// A referral begun and not yet sent: what is kept of it, in which order it is asked, and what is still missing.
import * as z from 'zod/mini'
import { isChildAlone } from '#domain/child-alone.ts'
import type { SharedFields } from '#domain/code.ts'
import { DISCLOSED_ONLY, type Need, NEED_CODES } from '#domain/codes/needs.ts'
import type { Again } from '#domain/directory/refer-again.ts'
import { countField, PEOPLE } from '#domain/records/arrival.ts'
import { NAME_LIMIT, NOTE_LIMIT, type PassedOn, WHERE_LIMIT } from '#domain/records/passed-on.ts'
import {
  BEST_INTEREST,
  BEST_INTEREST_REASONS,
  CONSENTS,
  DUES,
  TELLABLE,
  type Tellable
} from '#domain/records/referral.ts'
import { codesIn, findCode } from '#domain/review/dated-record.ts'

/** `ask` comes before anything else: until the person has said yes, nothing is put together and nothing is kept. */
export const STEPS = ['ask', 'needs', 'service', 'due', 'told', 'check'] as const
export type Step = (typeof STEPS)[number]

/** What one referral may name, as in `ReferralFields`. */
export const MOST_NEEDS = 12

export const ReferralDraft = z.object({
  // What was typed to pass on had a step of its own once: a draft that stands there is asked it where it is asked now.
  step: z.union([
    z.enum(STEPS),
    z.pipe(
      z.literal('passOn'),
      z.transform(() => 'told' as const)
    )
  ]),
  /** All that was ticked, whatever service is chosen; what the service is told of it is `needsTold`. */
  needs: z.array(z.enum(NEED_CODES)),
  service: z.optional(z.string()),
  due: z.optional(z.enum(DUES)),
  told: z.array(z.enum(TELLABLE)),
  /** Sealed to an organisation that reads here; asked of nobody else's referral. */
  name: z.optional(z.string().check(z.maxLength(NAME_LIMIT))),
  where: z.optional(z.string().check(z.maxLength(WHERE_LIMIT))),
  note: z.optional(z.string().check(z.maxLength(NOTE_LIMIT))),
  /** How the person said yes to this organisation and to just these words about them. */
  consent: z.optional(z.enum([...CONSENTS, BEST_INTEREST])),
  /** Why it is sent without consent, for a child. */
  bestInterest: z.optional(z.enum(BEST_INTEREST_REASONS))
})
export type ReferralDraft = z.infer<typeof ReferralDraft>

const MISSABLE = ['needs', 'service', 'due', 'consent'] as const
export type Missing = (typeof MISSABLE)[number]

export const freshDraft = (arrival: SharedFields, service: string | undefined): ReferralDraft => ({
  step: 'ask',
  needs: needsSeen(arrival),
  ...(service !== undefined && { service }),
  told: tellableOf(arrival).filter((name) => TOLD_AT_FIRST.includes(name))
})

/** What is told in confidence goes only where it is met. It stays ticked, so that another service can still be found for it. */
export const needsTold = ({ needs }: Pick<ReferralDraft, 'needs'>, service: Chosen | undefined): Need[] =>
  needs.filter((need) => !DISCLOSED_ONLY.includes(need) || service === undefined || service.needs.includes(need))

/** What the directory says the chosen service is for. */
type Chosen = { readonly needs: readonly Need[] }

/** A yes holds for what was said aloud. When another answer changes, the person is asked again. */
export const withAnswer = (
  draft: ReferralDraft,
  change: Partial<Omit<ReferralDraft, 'consent' | 'bestInterest'>>
): ReferralDraft => {
  const next = { ...draft, ...change }
  const isSame = SAID_ALOUD.every((name) => JSON.stringify(draft[name]) === JSON.stringify(next[name]))
  return isSame ? next : withConsent(next, undefined)
}

export const withConsent = (draft: ReferralDraft, consent: (typeof CONSENTS)[number] | undefined): ReferralDraft => {
  const { consent: _before, bestInterest: _why, ...rest } = draft
  return consent === undefined ? rest : { ...rest, consent }
}

/** The reason is the explicit word of whoever decides for the child; without one there is none. */
export const withBestInterest = (draft: ReferralDraft, reason: ReferralDraft['bestInterest']): ReferralDraft => {
  const asked = withConsent(draft, undefined)
  return reason === undefined ? asked : { ...asked, consent: BEST_INTEREST, bestInterest: reason }
}

/** What is sealed: what was typed, and of the arrival what may be told. */
export const passedOnOf = ({ name, where, note, told }: ReferralDraft, arrival: SharedFields): PassedOn => {
  const say = (what: Tellable) => told.includes(what)
  const [language, country] = ['language', 'country'].map((field) => findCode(arrival, field))
  return {
    ...(name?.trim() && { name: name.trim() }),
    ...(where?.trim() && { where: where.trim() }),
    ...(note?.trim() && { note: note.trim() }),
    ...(say('people') && { people: Object.fromEntries(PEOPLE.map((kind) => [kind, countField(arrival, kind)])) }),
    ...(say('language') && language && { language }),
    ...(say('country') && country && { country }),
    ...(say('urgent') && { urgent: codesIn(arrival, 'urgent') })
  }
}

/** A service chosen beforehand is not asked for again; the last step leads back to it. */
export const stepAfter = (draft: ReferralDraft): Step => {
  const next = STEPS[STEPS.indexOf(draft.step) + 1] ?? 'check'
  return next === 'service' && draft.service !== undefined ? 'due' : next
}

/** Answers taken over from a referral to the same service, and where to go on: what does not fit this person is asked. */
export const answersAgain = ({ row, needs, due, told }: Again): Partial<ReferralDraft> => ({
  service: row.service.id,
  needs: [...needs],
  told: [...told],
  ...(due && { due }),
  step: due === undefined ? 'due' : 'check'
})

export const stepBefore = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1]

/** A service that has left the directory since, or that could be told nothing of what is needed, counts as not chosen. */
export const missingIn = (draft: ReferralDraft, findService: (id: string) => Chosen | undefined): Missing[] => {
  const { needs, due, consent } = draft
  const service = draft.service === undefined ? undefined : findService(draft.service)
  const isOpen = {
    needs: needs.length === 0,
    service: service === undefined || (needs.length > 0 && needsTold(draft, service).length === 0),
    due: due === undefined,
    consent: consent === undefined
  } satisfies Record<Missing, boolean>
  return MISSABLE.filter((name) => isOpen[name])
}
/** What is known of the arrival and could be told. */
export const tellableOf = (arrival: SharedFields): Tellable[] =>
  TELLABLE.filter((name) => {
    if (name === 'needs') return true
    if (name === 'people') return PEOPLE.some((counter) => arrival[counter] !== undefined)
    const value = arrival[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  })

/** As little as lets a provider prepare: how many come, in which language, and for what. */
const TOLD_AT_FIRST: readonly Tellable[] = ['people', 'language', 'needs']

const SAID_ALOUD = ['needs', 'service', 'due', 'told', 'name', 'where', 'note'] as const

const needsSeen = (arrival: SharedFields): Need[] => {
  const seen = new Set([
    ...(isChildAlone(arrival) ? ['child_protection'] : []),
    ...(codesIn(arrival, 'urgent').includes('sick_or_hurt') ? ['medical'] : []),
    ...codesIn(arrival, 'needs')
  ])
  return NEED_CODES.filter((need) => seen.has(need)).slice(0, MOST_NEEDS)
}
