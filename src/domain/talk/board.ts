// What a person can point at on the needs board, in the order of the street, and which need of the directory it is.
// Never violence or trafficking: that is heard, not asked (IASC: do not go looking for survivors).
import type { Need } from '#domain/codes/needs.ts'

const TILES = {
  doctor: 'medical',
  medicine: 'medical',
  food: 'food_hot',
  water: 'water',
  sleep: 'accommodation',
  warm_clothes: 'clothing',
  shoes: 'shoes',
  shower: 'wash_facility',
  baby: 'mother_baby',
  phone: 'connectivity',
  family_missing: 'family_tracing',
  papers: 'legal_aid',
  someone_to_talk: 'pss',
  /** Stands last, apart, and opens no list of places: a talk in private comes first. */
  not_safe: undefined
} as const satisfies Record<string, Need | undefined>

export type BoardNeed = keyof typeof TILES
export const BOARD_NEEDS = Object.keys(TILES) as BoardNeed[]

export const needOfTile = (tile: BoardNeed): Need | undefined => TILES[tile]
