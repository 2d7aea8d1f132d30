// Whether the fields of a change make sense for its kind of record. What does not is set aside, never thrown away.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { Form } from '#domain/form/form.ts'
import { AccompanimentFields } from '#domain/records/accompaniment.ts'
import { InterpretationFields } from '#domain/records/interpretation.ts'
import { ArrivalFrame, misfitsInArrival } from '#domain/records/arrival.ts'
import { BondFields } from '#domain/records/bond.ts'
import { CardGivenFields } from '#domain/records/card-given.ts'
import { CaseFields } from '#domain/records/case.ts'
import { ContactFields } from '#domain/records/contact.ts'
import { DawnCountFields } from '#domain/records/dawn-count.ts'
import { FollowUpFields } from '#domain/records/follow-up.ts'
import { OpeningFields } from '#domain/records/opening.ts'
import { QuestionFields } from '#domain/records/question.ts'
import { HandoutFields } from '#domain/records/handout.ts'
import { isRecordType, type RecordType } from '#domain/records/record.ts'
import { ReferralCardFields } from '#domain/records/referral-card.ts'
import { REASONS, ReferralFields } from '#domain/records/referral.ts'
import { SamenessFields } from '#domain/records/sameness.ts'
import { ServiceCheckFields } from '#domain/records/service-check.ts'
import { ShiftFields } from '#domain/records/shift.ts'
import { StockFields } from '#domain/records/stock.ts'
import { TallyFields } from '#domain/records/tally.ts'

export type Misfit = 'unknown_type' | 'unknown_form' | 'unknown_field' | 'bad_value'

/**
 * `forms`: every version the organisation ever had, the newest first. Each field is held to its list for itself, because
 * an edit carries only what it changes. Returns undefined when everything fits.
 */
export const misfitOf = (type: string, fields: SharedFields, forms: readonly Form[]): Misfit | undefined => {
  if (!isRecordType(type)) return 'unknown_type'
  if (!CHANGES[type].safeParse(fields).success) return 'bad_value'
  return type === 'arrival' ? misfitInAnswers(fields, forms) : undefined
}

/** 1 takes a record out, 0 puts it back. */
const removed = z.optional(z.union([z.literal(0), z.literal(1)]))

/** What one change may set. An arrival's answers are its form's to judge, so it may have more fields than these. */
const CHANGES = {
  arrival: z.object({ ...z.partial(ArrivalFrame).shape, removed }),
  tally: z.strictObject({ ...z.partial(TallyFields).shape, removed }),
  interpretation: z.strictObject({ ...z.partial(InterpretationFields).shape, removed }),
  referral: z.strictObject({
    ...z.partial(ReferralFields).shape,
    met: z.optional(ShiftHour),
    zone: z.optional(z.enum(ZONES)),
    reason: z.optional(z.enum(REASONS)),
    stepAt: z.optional(ShiftHour),
    appointment: z.optional(ShiftHour),
    timeTold: z.optional(ShiftHour),
    removed
  }),
  case: z.strictObject({ ...z.partial(CaseFields).shape, removed }),
  contact: z.strictObject({ ...z.partial(ContactFields).shape, removed }),
  bond: z.strictObject({ ...z.partial(BondFields).shape, removed }),
  sameness: z.strictObject({ ...z.partial(SamenessFields).shape, removed }),
  follow_up: z.strictObject({ ...z.partial(FollowUpFields).shape, removed }),
  opening: z.strictObject({ ...z.partial(OpeningFields).shape, removed }),
  question: z.strictObject({ ...z.partial(QuestionFields).shape, removed }),
  handout: z.strictObject({ ...z.partial(HandoutFields).shape, removed }),
  stock: z.strictObject({ ...z.partial(StockFields).shape, removed }),
  card_given: z.strictObject({ ...z.partial(CardGivenFields).shape, removed }),
  accompaniment: z.strictObject({ ...z.partial(AccompanimentFields).shape, removed }),
  shift: z.strictObject({ ...z.partial(ShiftFields).shape, removed }),
  dawn_count: z.strictObject({ ...z.partial(DawnCountFields).shape, removed }),
  service_check: z.strictObject({ ...z.partial(ServiceCheckFields).shape, removed }),
  referral_card: z.strictObject({ ...z.partial(ReferralCardFields).shape, removed })
} satisfies Record<RecordType, z.ZodMiniType>

/** An edit names no form, and may belong to a record of an older one: it fits when any version has its answers. */
const misfitInAnswers = (fields: SharedFields, forms: readonly Form[]): Misfit | undefined => {
  const { form: id, formVersion } = fields
  const named = forms.filter(
    (form) => (id ?? form.id) === form.id && (id === undefined || (formVersion ?? form.version) === form.version)
  )
  if (named.length === 0) return 'unknown_form'
  return named.some((form) => misfitsInArrival(form, fields).length === 0) ? undefined : 'unknown_field'
}
