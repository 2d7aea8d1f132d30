// A picture for each item that is handed out.
import type { IconName } from '#app/ui/icon.tsx'
import type { ItemCode } from '#domain/codes/items.ts'

export const ITEM_ICONS: Record<ItemCode, IconName> = {
  meal_hot: 'food',
  water_05: 'water',
  food_pack: 'food',
  soup: 'food',
  water_15: 'water',
  biscuits: 'food',
  blanket: 'bed',
  socks: 'clothes',
  shoes: 'shoes',
  boots: 'shoes',
  jacket: 'clothes',
  jumper: 'clothes',
  trousers: 'clothes',
  underwear: 'clothes',
  raincoat: 'clothes',
  hat_gloves: 'clothes',
  hygiene_man: 'wash',
  hygiene_woman: 'wash',
  hygiene_baby: 'baby',
  pads: 'wash',
  soap: 'wash',
  tooth: 'wash',
  baby_food: 'baby',
  diapers: 'baby',
  sleeping_bag: 'bed',
  tent: 'bed',
  mat: 'bed',
  scabies_cream: 'medicine',
  bus_ticket: 'bus',
  bag: 'hands',
  torch: 'hands',
  power_bank: 'charge'
}
