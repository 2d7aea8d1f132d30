// What is handed out, in which unit, and after how many days it is usual to give it again. The days make a hint and refuse nobody.
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
type Item = { readonly unit: Unit; readonly again: number | 'once'; readonly sizes?: 'clothes' | 'shoes' }

/** What is asked for most at a distribution point stands first. */
export const ITEMS = {
  meal_hot: { unit: 'portion', again: 0 },
  water_05: { unit: 'bottle', again: 1 },
  food_pack: { unit: 'pack', again: 1 },
  soup: { unit: 'portion', again: 0 },
  water_15: { unit: 'bottle', again: 1 },
  biscuits: { unit: 'pack', again: 1 },
  blanket: { unit: 'piece', again: 90 },
  socks: { unit: 'pair', again: 7, sizes: 'clothes' },
  shoes: { unit: 'pair', again: 90, sizes: 'shoes' },
  boots: { unit: 'pair', again: 90, sizes: 'shoes' },
  jacket: { unit: 'piece', again: 30, sizes: 'clothes' },
  jumper: { unit: 'piece', again: 30, sizes: 'clothes' },
  trousers: { unit: 'piece', again: 30, sizes: 'clothes' },
  underwear: { unit: 'piece', again: 7, sizes: 'clothes' },
  raincoat: { unit: 'piece', again: 30, sizes: 'clothes' },
  hat_gloves: { unit: 'set', again: 30 },
  hygiene_man: { unit: 'kit', again: 30 },
  hygiene_woman: { unit: 'kit', again: 30 },
  hygiene_baby: { unit: 'kit', again: 30 },
  pads: { unit: 'pack', again: 30 },
  soap: { unit: 'piece', again: 30 },
  tooth: { unit: 'set', again: 30 },
  baby_food: { unit: 'jar', again: 3 },
  diapers: { unit: 'pack', again: 3 },
  sleeping_bag: { unit: 'piece', again: 90 },
  tent: { unit: 'piece', again: 90 },
  mat: { unit: 'piece', again: 90 },
  scabies_cream: { unit: 'tube', again: 0 },
  bus_ticket: { unit: 'ticket', again: 'once' },
  bag: { unit: 'piece', again: 90 },
  torch: { unit: 'piece', again: 90 },
  power_bank: { unit: 'use', again: 0 }
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
