// What a person may need and a provider may give: one list for both, so that a need finds its service.

export const SECTORS = ['protection', 'health', 'shelter', 'food', 'wash', 'items', 'education'] as const
export type Sector = (typeof SECTORS)[number]

/** Sectors follow the inter-agency response plan for Serbia. */
export const NEEDS = {
  medical: 'health',
  accommodation: 'shelter',
  child_protection: 'protection',
  legal_aid: 'protection',
  reg_accompany: 'protection',
  info_legal: 'protection',
  info_services: 'protection',
  info_risks: 'protection',
  interpretation: 'protection',
  food_hot: 'food',
  food_pack: 'food',
  water: 'food',
  clothing: 'items',
  shoes: 'items',
  bedding: 'items',
  hygiene: 'wash',
  wash_facility: 'wash',
  mother_baby: 'health',
  mental_health: 'health',
  pss: 'protection',
  tip_support: 'protection',
  gbv_support: 'protection',
  safe_shelter: 'protection',
  family_tracing: 'protection',
  transport: 'protection',
  connectivity: 'protection',
  avrr: 'protection',
  education: 'education',
  other: 'protection'
} as const satisfies Record<string, Sector>

export type Need = keyof typeof NEEDS
export const NEED_CODES = Object.keys(NEEDS) as Need[]

/** Never ticked by looking and never shown where others may see: opened only after the person has said so. */
export const DISCLOSED_ONLY: readonly Need[] = ['gbv_support', 'tip_support', 'safe_shelter']

/** Of what leaves the team: what people say of violence or trafficking only once they trust somebody is in no table, however many said it. */
export const TOLD_NEEDS: readonly Need[] = NEED_CODES.filter((need) => !DISCLOSED_ONLY.includes(need))

/** Undefined for a code that is not told, or that nobody knows. */
export const toldNeedOf = (code: string): Need | undefined => TOLD_NEEDS.find((known) => known === code)
