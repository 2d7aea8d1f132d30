// Where the card for a referral is made: for its service, and the first of its needs. By it the organisation finds the referral.
import type { FieldRecord } from '#domain/records/record.ts'

export const cardHref = ({ id, fields }: Pick<FieldRecord, 'id' | 'fields'>): string => {
  const { service, needs } = fields
  const need = Array.isArray(needs) ? needs[0] : undefined
  const asked = new URLSearchParams({ ...(need !== undefined && { need }), referral: id })
  return `/card/${String(service)}?${String(asked)}`
}
