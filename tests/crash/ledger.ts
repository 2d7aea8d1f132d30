// What a worker was shown as saved, held against what is on the phone after it was killed.
import { TALLY_CLASSES, type TallyClass } from '#domain/codes/field-codes.ts'
import type { Group } from '#tests/e2e/world/acts.ts'

export type Tallies = Record<TallyClass, number>

/** What Today says of this phone's records. */
export type Seen = { readonly groups: number; readonly people: number; readonly tallies: Tallies }

/** One life of the browser, from its start to its kill. */
export type Stint = {
  /** Arrivals that were said to be saved. */
  readonly saved: Group[]
  /** Save was tapped and no answer was seen. */
  pending?: Group
  /** The highest numbers the tiles have shown, and the taps on them. */
  readonly shown: Tallies
  readonly taps: Tallies
  /** A form begun before may be found as it was: what it says was not saved. */
  readonly isFormBegun: boolean
}

/** `saved`: shown as saved. `kept`: not yet shown as saved at the kill, and there all the same. */
export type Verdict = { saved: number; kept: number; lost: number; doubled: number }

export type Ledger = {
  /** In the order they were saved. */
  readonly arrivals: () => readonly Group[]
  readonly tallies: () => Tallies
  readonly beginStint: () => Stint
  /** From here on the ledger says what is there. */
  readonly judge: (stint: Stint, seen: Seen) => Verdict
}

export const NO_VERDICT: Verdict = { saved: 0, kept: 0, lost: 0, doubled: 0 }

export const createLedger = (): Ledger => {
  let arrivals: Group[] = []
  let tallies = talliesOf(() => 0)
  let isFormBegun = false

  return {
    arrivals: () => arrivals,
    tallies: () => tallies,
    beginStint: () => ({ saved: [], shown: { ...tallies }, taps: talliesOf(() => 0), isFormBegun }),
    judge: (stint, seen) => {
      const certain = [...arrivals, ...stint.saved]
      const withPending = stint.pending === undefined ? certain : [...certain, stint.pending]
      const isPendingThere = seen.groups === withPending.length && seen.people === peopleIn(withPending)
      const expected = isPendingThere ? withPending : certain
      const verdicts = [
        verdictOf(certain.length, withPending.length, seen.groups),
        // As many groups, and other people in them: one is lost and another is there twice.
        verdictOf(peopleIn(expected), peopleIn(expected), seen.people),
        ...TALLY_CLASSES.map((one) => verdictOf(stint.shown[one], tallies[one] + stint.taps[one], seen.tallies[one]))
      ]
      const shownNow = TALLY_CLASSES.reduce((sum, one) => sum + stint.shown[one] - tallies[one], 0)
      const saved = stint.saved.length + shownNow
      // Each wrong is counted once.
      arrivals = expected
      isFormBegun = stint.pending === undefined ? isFormBegun && stint.saved.length === 0 : !isPendingThere
      tallies = { ...seen.tallies }
      return verdicts.reduce(addVerdicts, { ...NO_VERDICT, saved })
    }
  }
}

export const addVerdicts = (a: Verdict, b: Verdict): Verdict => ({
  saved: a.saved + b.saved,
  kept: a.kept + b.kept,
  lost: a.lost + b.lost,
  doubled: a.doubled + b.doubled
})

export const talliesOf = (countOf: (tallyClass: TallyClass) => number): Tallies =>
  Object.fromEntries(TALLY_CLASSES.map((one) => [one, countOf(one)])) as Tallies

/** At least what was shown, at most what was asked for. */
const verdictOf = (atLeast: number, atMost: number, found: number): Verdict => ({
  saved: 0,
  kept: Math.max(0, Math.min(found, atMost) - atLeast),
  lost: Math.max(0, atLeast - found),
  doubled: Math.max(0, found - atMost)
})

const peopleIn = (groups: readonly Group[]): number =>
  groups.reduce((sum, { men = 0, women = 0, girls = 0, boys = 0 }) => sum + men + women + girls + boys, 0)
