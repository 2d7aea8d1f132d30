// Who walks together: families, children alone, couples, women, and mostly men by themselves or in small groups. The
// sizes are a judgement; the sums are exact, since everybody is taken from the month's own people.
import { drawOne, happens, wholeBetween } from '#domain/months/draws.ts'
import type { FilledMonth } from '#domain/months/filled-month.ts'
import type { Random } from '#domain/seeded-random.ts'

/** `alone`: how many of the children have no adult of their own with them. */
export type MadeUpGroup = {
  readonly men: number
  readonly boys: number
  readonly women: number
  readonly girls: number
  readonly alone: number
}

type Left = { men: number; women: number; boys: number; girls: number; boysAlone: number; girlsAlone: number }

export const makeUpGroups = ({ people, alone }: FilledMonth, random: Random): MadeUpGroup[] => {
  const left: Left = {
    men: people.men,
    women: people.women,
    boys: people.boys - alone.boys,
    girls: people.girls - alone.girls,
    boysAlone: alone.boys,
    girlsAlone: alone.girls
  }
  const groups: MadeUpGroup[] = []
  while (left.boys + left.girls > 0) groups.push(family(left, random))
  while (left.boysAlone + left.girlsAlone > 0) groups.push(childrenAlone(left, random))
  while (left.women > 0) groups.push(women(left, random))
  while (left.men > 0) groups.push(men(left, random))
  return groups
}

export const sizeOf = ({ men, boys, women, girls }: MadeUpGroup): number => men + boys + women + girls

/** True for a group that cannot be told apart without leaving a child of a family without its adult. */
export const staysTogether = ({ boys, girls, alone }: MadeUpGroup): boolean => boys + girls > alone

/** Everybody of a group that need not stay together, one by one. */
export const apart = ({ men, boys, women, girls }: MadeUpGroup): MadeUpGroup[] => [
  ...times(men, { ...NOBODY, men: 1 }),
  ...times(women, { ...NOBODY, women: 1 }),
  ...times(boys, { ...NOBODY, boys: 1, alone: 1 }),
  ...times(girls, { ...NOBODY, girls: 1, alone: 1 })
]

const NOBODY: MadeUpGroup = { men: 0, boys: 0, women: 0, girls: 0, alone: 0 }

const CHILDREN_OF_A_FAMILY = [
  [1, 30],
  [2, 35],
  [3, 22],
  [4, 13]
] as const
const CHILDREN_TOGETHER = [
  [1, 50],
  [2, 27],
  [3, 15],
  [4, 8]
] as const
const MEN_TOGETHER = [
  [1, 55],
  [2, 20],
  [3, 11],
  [4, 7],
  [5, 3],
  [6, 2],
  [8, 1],
  [11, 1]
] as const

/** Mostly with a mother, two times of three with a father, never without both while there is an adult left. */
const family = (left: Left, random: Random): MadeUpGroup => {
  const children = Math.min(drawOne(random, CHILDREN_OF_A_FAMILY), left.boys + left.girls)
  const women = left.women > 0 && happens(random, 0.92) ? 1 : 0
  const men = left.men > 0 && (women === 0 || happens(random, 0.66)) ? 1 : 0
  const boys = boysAmong(children, { boys: left.boys, girls: left.girls, random })
  const girls = children - boys
  left.women -= women
  left.men -= men
  left.boys -= boys
  left.girls -= girls
  return { men, boys, women, girls, alone: 0 }
}

/** By themselves, or now and then with men who are not theirs. */
const childrenAlone = (left: Left, random: Random): MadeUpGroup => {
  const children = Math.min(drawOne(random, CHILDREN_TOGETHER), left.boysAlone + left.girlsAlone)
  const boys = boysAmong(children, { boys: left.boysAlone, girls: left.girlsAlone, random })
  const girls = children - boys
  const men = girls === 0 && left.men > 0 && happens(random, 0.12) ? wholeBetween(random, 1, Math.min(4, left.men)) : 0
  left.boysAlone -= boys
  left.girlsAlone -= girls
  left.men -= men
  return { men, boys, women: 0, girls, alone: children }
}

const women = (left: Left, random: Random): MadeUpGroup => {
  const men = left.men > 0 && happens(random, 0.5) ? 1 : 0
  const together = men === 0 && left.women > 1 && happens(random, 0.3) ? 2 : 1
  left.women -= together
  left.men -= men
  return { ...NOBODY, men, women: together }
}

const men = (left: Left, random: Random): MadeUpGroup => {
  const together = Math.min(drawOne(random, MEN_TOGETHER), left.men)
  left.men -= together
  return { ...NOBODY, men: together }
}

const boysAmong = (children: number, { boys, girls, random }: { boys: number; girls: number; random: Random }) => {
  let taken = 0
  for (let child = 0; child < children; child += 1) {
    const boysLeft = boys - taken
    const girlsLeft = girls - (child - taken)
    if (random() * (boysLeft + girlsLeft) < boysLeft) taken += 1
  }
  return taken
}

const times = (count: number, group: MadeUpGroup) => Array.from({ length: count }, () => group)
