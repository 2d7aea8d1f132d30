// A whole month of made-up arrivals whose totals are the published ones. Nobody in it is anybody.
import type { Circumstances } from '#domain/anonymise.ts'
import type { Month } from '#domain/belgrade-time.ts'
import type { Answers } from '#domain/form/answers.ts'
import { type Filled, fillMonth } from '#domain/months/filled-month.ts'
import { answersOf } from '#domain/months/made-up-answers.ts'
import { createMonthOfDays, type MadeUpTally } from '#domain/months/made-up-days.ts'
import { makeUpGroups, sizeOf } from '#domain/months/made-up-groups.ts'
import { giveOrigins } from '#domain/months/made-up-origins.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'
import type { Random } from '#domain/seeded-random.ts'

export type MadeUpArrival = { readonly answers: Answers; readonly circumstances: Circumstances }

export type MadeUpMonth = {
  readonly month: Month
  /** Answers to the New arrival form, oldest first. */
  readonly arrivals: readonly MadeUpArrival[]
  /** People seen again, oldest first. */
  readonly tallies: readonly MadeUpTally[]
  /** Figures the reports do not give, and what was taken in their place. All others are exactly as published. */
  readonly filled: readonly Filled[]
}

/** The same row of random numbers makes the same month. */
export const makeUpMonth = (published: PublishedMonth, random: Random): MadeUpMonth => {
  const month = fillMonth(published)
  const days = createMonthOfDays(published, random)
  const groups = giveOrigins(makeUpGroups(month, random), month, random)
  const arrivals = groups.map((group) => ({
    answers: answersOf(group, random),
    circumstances: days.meet(sizeOf(group))
  }))
  return {
    month: published.month,
    arrivals: arrivals.sort(byTime),
    tallies: days.seeAgain().sort(byTime),
    filled: month.filled
  }
}

type Moment = { readonly circumstances: Circumstances }

const byTime = (a: Moment, b: Moment) => a.circumstances.at - b.circumstances.at
