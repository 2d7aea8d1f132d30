// Whether the fields of a change make sense for its kind of record. What does not is set aside, never thrown away.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { Form } from '#domain/form/form.ts'
import { misfitsInArrival } from '#domain/records/arrival.ts'
import type { RecordType } from '#domain/records/record.ts'
import { REASONS, ReferralFields } from '#domain/records/referral.ts'
import { TallyFields } from '#domain/records/tally.ts'

export type Misfit = 'unknown_form' | 'unknown_field' | 'bad_value'

/** 1 takes a record out, 0 puts it back. */
const removed = z.optional(z.union([z.literal(0), z.literal(1)]))
const EditOfTally = z.strictObject({ ...z.partial(TallyFields).shape, removed })
const EditOfReferral = z.strictObject({
  ...z.partial(ReferralFields).shape,
  met: z.optional(ShiftHour),
  zone: z.optional(z.enum(ZONES)),
  reason: z.optional(z.enum(REASONS)),
  stepAt: z.optional(ShiftHour),
  removed
})

/**
 * `findForm` gives the form an arrival names; an edit that names none is held against the newest form.
 * Returns undefined when everything fits.
 */
export const misfitOf = (
  type: RecordType,
  fields: SharedFields,
  findForm: (id: string | undefined, version: number | undefined) => Form | undefined
): Misfit | undefined => {
  if (type === 'tally') return EditOfTally.safeParse(fields).success ? undefined : 'bad_value'
  if (type === 'referral') return EditOfReferral.safeParse(fields).success ? undefined : 'bad_value'
  const { form: id, formVersion } = fields
  const form = findForm(
    typeof id === 'string' ? id : undefined,
    typeof formVersion === 'number' ? formVersion : undefined
  )
  if (form === undefined) return 'unknown_form'
  return misfitsInArrival(form, fields).length === 0 ? undefined : 'unknown_field'
}
