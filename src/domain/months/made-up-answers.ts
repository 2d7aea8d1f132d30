// What a worker would have noted of a made-up group. People, country and route come from the month; everything else is
// a judgement of what is usual in the field and is published nowhere.
import type { Answers } from '#domain/form/answers.ts'
import { NOT_KNOWN } from '#domain/form/choices.ts'
import { drawOne, happens } from '#domain/months/draws.ts'
import type { GroupWithOrigin } from '#domain/months/made-up-origins.ts'
import type { Random } from '#domain/seeded-random.ts'

type Weighted = readonly (readonly [string, number])[]

/** Answers to the New arrival form. A group of only children says whether they are alone; a mixed one counts them. */
export const answersOf = (group: GroupWithOrigin, random: Random): Answers => {
  const { men, boys, women, girls, alone, country, route } = group
  const onlyChildren = men + women === 0
  const urgent = [
    ...(alone > 0 ? ['child_alone'] : []),
    ...(happens(random, 0.04) ? ['sick_or_hurt'] : []),
    ...(happens(random, 0.01) ? ['at_risk'] : [])
  ]
  const given = GIVEN.filter(([, chance]) => happens(random, chance)).map(([service]) => service)
  const needs = needsOf(group, { urgent, random })
  return {
    ...counted({ men, boys, women, girls }),
    ...(onlyChildren && { alone: alone > 0 ? 'yes' : 'unsure' }),
    ...(!onlyChildren && counted({ childrenAlone: alone })),
    ...specialOf(group, random),
    language: drawOne(random, LANGUAGES_BY_COUNTRY[country] ?? [[NOT_KNOWN, 1]]),
    ...(!(country === 'XXX' && happens(random, SAID_NOTHING)) && { country }),
    ...(!(route === 'unsaid' && happens(random, SAID_NOTHING)) && { route }),
    ...(urgent.length > 0 && { urgent }),
    ...(given.length > 0 && { given }),
    ...(needs.length > 0 && { needs }),
    arrived: drawOne(random, ARRIVED),
    sleeping: drawOne(random, onlyChildren || women > 0 ? SLEEPING_OF_FAMILIES : SLEEPING_OF_MEN),
    ...(happens(random, 0.4) && { wantsAsylum: drawOne(random, WANTS_ASYLUM) })
  }
}

/** Now and then a worker leaves the question open instead of noting that nobody said. */
const SAID_NOTHING = 0.1

const LANGUAGES_BY_COUNTRY: Readonly<Record<string, Weighted>> = {
  AF: [
    ['fa-AF', 50],
    ['ps', 42],
    ['haz', 8]
  ],
  PK: [
    ['ur', 55],
    ['ps', 25],
    ['pa-Arab-PK', 20]
  ],
  IR: [
    ['fa', 92],
    ['ckb', 8]
  ],
  IQ: [
    ['ar', 60],
    ['ckb', 30],
    ['ku-Arab-IQ', 10]
  ],
  SY: [
    ['ar', 88],
    ['ku-Latn', 12]
  ],
  DZ: [
    ['ar', 85],
    ['fr', 15]
  ],
  MA: [
    ['ary', 85],
    ['fr', 15]
  ],
  BD: [['bn', 1]],
  IN: [
    ['pa-Guru', 60],
    ['hi', 40]
  ],
  SO: [['so', 1]],
  ER: [['ti', 1]],
  LY: [['ar', 1]],
  PS: [['ar', 1]],
  EG: [['ar', 1]],
  TN: [['ar', 1]],
  YE: [['ar', 1]],
  LB: [['ar', 1]],
  NP: [['ne', 1]],
  TR: [
    ['tr', 60],
    ['ku-Latn', 40]
  ],
  RU: [['ru', 1]],
  BI: [['rn', 1]]
}

const GIVEN = [
  ['info', 0.97],
  ['interpreted', 0.65],
  ['food_water', 0.3],
  ['presence', 0.15],
  ['hygiene', 0.12],
  ['transport', 0.1],
  ['clothes', 0.08],
  ['police', 0.03]
] as const

const ARRIVED: Weighted = [
  ['today', 55],
  ['yesterday', 28],
  ['this_week', 14],
  ['unsaid', 3]
]
const SLEEPING_OF_MEN: Weighted = [
  ['rough', 40],
  ['centre', 40],
  ['hostel', 12],
  ['unsaid', 8]
]
const SLEEPING_OF_FAMILIES: Weighted = [
  ['centre', 72],
  ['hostel', 12],
  ['host', 4],
  ['rough', 4],
  ['unsaid', 8]
]
const WANTS_ASYLUM: Weighted = [
  ['yes', 55],
  ['unsure', 30],
  ['no', 15]
]

const needsOf = ({ alone }: GroupWithOrigin, { urgent, random }: { urgent: readonly string[]; random: Random }) => [
  ...(urgent.includes('sick_or_hurt') ? ['medical'] : []),
  ...(happens(random, 0.5) ? ['accommodation'] : []),
  ...(alone > 0 ? ['child_protection'] : []),
  ...(happens(random, 0.15) ? ['reg_accompany'] : []),
  ...(happens(random, 0.2) ? ['food_hot'] : []),
  ...(happens(random, 0.1) ? ['clothing'] : []),
  ...(happens(random, 0.06) ? ['shoes'] : [])
]

const specialOf = ({ men, boys, women, girls, alone }: GroupWithOrigin, random: Random) => {
  const withTheirAdults = boys + girls - alone > 0
  return counted({
    babies: withTheirAdults && happens(random, 0.2) ? 1 : 0,
    pregnant: women > 0 && happens(random, 0.06) ? 1 : 0,
    older: men + women > 0 && happens(random, 0.01) ? 1 : 0,
    disabled: happens(random, 0.01) ? 1 : 0
  })
}

/** A counter nobody touched has no answer. */
const counted = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
