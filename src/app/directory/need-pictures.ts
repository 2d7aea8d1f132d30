// The needs that stand first, with their pictures, and the rest in the order of the code list.
import type { IconName } from '#app/ui/icon.tsx'
import { DISCLOSED_ONLY, type Need, NEED_CODES } from '#domain/codes/needs.ts'

const PICTURES = {
  medical: 'medical',
  accommodation: 'bed',
  food_hot: 'food',
  clothing: 'clothes',
  wash_facility: 'wash',
  mother_baby: 'baby',
  connectivity: 'charge',
  child_protection: 'boy',
  reg_accompany: 'papers',
  legal_aid: 'law',
  interpretation: 'speech',
  pss: 'hands'
} as const satisfies Partial<Record<Need, IconName>>

export type PicturedNeed = keyof typeof PICTURES

export const PICTURED_NEEDS = Object.keys(PICTURES) as PicturedNeed[]

export const pictureOf = (need: PicturedNeed): IconName => PICTURES[need]

/** Neither pictured nor kept for what the person has said of their own accord. */
export const OTHER_NEEDS: readonly Need[] = NEED_CODES.filter(
  (need) => !(need in PICTURES) && !DISCLOSED_ONLY.includes(need)
)
