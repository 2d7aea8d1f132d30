// Where the card for a referral is made: for its service, and the first of its needs.
import type { SharedFields } from '#domain/code.ts'

export const cardHref = ({ service, needs }: SharedFields): string => {
  const need = Array.isArray(needs) ? needs[0] : undefined
  return `/card/${String(service)}${need === undefined ? '' : `?need=${need}`}`
}
