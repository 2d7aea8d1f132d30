// What is handed out, in which unit, and after how many days it is usual to give it again. The days make a hint and refuse nobody.
// Sectors follow the inter-agency response plan for Serbia.
import type { Sector } from '#domain/codes/needs.ts'
import { ADULT_SHOES, CHILD_SHOES, CLOTHES_SIZES } from '#domain/talk/answers.ts'

export const UNITS = [
  'bottle',
  'pack',
  'portion',
  'jar',
  'kit',
  'piece',
  'pair',
  'set',
  'tube',
  'ticket',
  'use'
] as const
export type Unit = (typeof UNITS)[number]

/** `again`: days until it is usual to give it again; 0 where nobody asks, such as meals. `once`: for one journey. */
type Item = {
  readonly unit: Unit
  readonly sector: Sector
  readonly again: number | 'once'
  readonly sizes?: 'clothes' | 'shoes'
}

/** What is asked for most at a distribution point stands first. */
export const ITEMS = {
  meal_hot: { unit: 'portion', sector: 'food', again: 0 },
  water_05: { unit: 'bottle', sector: 'food', again: 1 },
  food_pack: { unit: 'pack', sector: 'food', again: 1 },
  soup: { unit: 'portion', sector: 'food', again: 0 },
  water_15: { unit: 'bottle', sector: 'food', again: 1 },
  biscuits: { unit: 'pack', sector: 'food', again: 1 },
  blanket: { unit: 'piece', sector: 'items', again: 90 },
  socks: { unit: 'pair', sector: 'items', again: 7, sizes: 'clothes' },
  shoes: { unit: 'pair', sector: 'items', again: 90, sizes: 'shoes' },
  boots: { unit: 'pair', sector: 'items', again: 90, sizes: 'shoes' },
  jacket: { unit: 'piece', sector: 'items', again: 30, sizes: 'clothes' },
  jumper: { unit: 'piece', sector: 'items', again: 30, sizes: 'clothes' },
  trousers: { unit: 'piece', sector: 'items', again: 30, sizes: 'clothes' },
  underwear: { unit: 'piece', sector: 'items', again: 7, sizes: 'clothes' },
  raincoat: { unit: 'piece', sector: 'items', again: 30, sizes: 'clothes' },
  hat_gloves: { unit: 'set', sector: 'items', again: 30 },
  hygiene_man: { unit: 'kit', sector: 'wash', again: 30 },
  hygiene_woman: { unit: 'kit', sector: 'wash', again: 30 },
  hygiene_baby: { unit: 'kit', sector: 'wash', again: 30 },
  pads: { unit: 'pack', sector: 'wash', again: 30 },
  soap: { unit: 'piece', sector: 'wash', again: 30 },
  tooth: { unit: 'set', sector: 'wash', again: 30 },
  baby_food: { unit: 'jar', sector: 'food', again: 3 },
  diapers: { unit: 'pack', sector: 'wash', again: 3 },
  sleeping_bag: { unit: 'piece', sector: 'items', again: 90 },
  tent: { unit: 'piece', sector: 'items', again: 90 },
  mat: { unit: 'piece', sector: 'items', again: 90 },
  scabies_cream: { unit: 'tube', sector: 'health', again: 0 },
  bus_ticket: { unit: 'ticket', sector: 'protection', again: 'once' },
  bag: { unit: 'piece', sector: 'items', again: 90 },
  torch: { unit: 'piece', sector: 'items', again: 90 },
  power_bank: { unit: 'use', sector: 'items', again: 0 }
} as const satisfies Record<string, Item>

export type ItemCode = keyof typeof ITEMS
export const ITEM_CODES = Object.keys(ITEMS) as ItemCode[]

export const SIZES_OF = {
  clothes: CLOTHES_SIZES as readonly string[],
  shoes: [...CHILD_SHOES, ...ADULT_SHOES].map(String)
} as const

/** None where an item has no size. */
export const sizesOf = (item: ItemCode): readonly string[] => {
  const { sizes }: Item = ITEMS[item]
  return sizes === undefined ? [] : SIZES_OF[sizes]
}

export const SIZES: readonly string[] = [...SIZES_OF.clothes, ...SIZES_OF.shoes]

/** Days in which giving it again is worth a look. */
export const daysUntilAgain = (item: ItemCode): number => {
  const { again }: Item = ITEMS[item]
  return again === 'once' ? Infinity : again
}

export const findItem = (code: unknown): ItemCode | undefined => ITEM_CODES.find((item) => item === code)
