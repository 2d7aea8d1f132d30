// The short lists of the street: flags, routes, presence, what was given on the spot.

/** What must be noticed at once. */
export const URGENT_FLAGS = ['child_alone', 'sick_or_hurt', 'at_risk'] as const
export type UrgentFlag = (typeof URGENT_FLAGS)[number]

/** The last country before Serbia, or how else they came. `XK` is a route point only (UNSCR 1244). */
export const ENTRY_ROUTES = ['MK', 'BG', 'AL', 'ME', 'BA', 'HU', 'HR', 'RO', 'XK', 'air', 'unsaid'] as const
export type EntryRoute = (typeof ENTRY_ROUTES)[number]

/** People seen again, in the four classes every monthly report prints. */
export const TALLY_CLASSES = ['centre', 'returned', 'rough', 'other'] as const
export type TallyClass = (typeof TALLY_CLASSES)[number]

/** Given or done on the spot, one tap each. */
export const QUICK_SERVICES = [
  'info',
  'interpreted',
  'food_water',
  'clothes',
  'hygiene',
  'presence',
  'police',
  'transport'
] as const
export type QuickService = (typeof QUICK_SERVICES)[number]

export const SLEEPING_PLACES = ['centre', 'rough', 'hostel', 'host', 'unsaid'] as const
export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const
export const ARRIVED_WHEN = ['today', 'yesterday', 'this_week', 'earlier', 'unsaid'] as const
