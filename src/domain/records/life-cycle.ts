// A life cycle is a table: which steps are legal from where, and who may take each. Here is what every such table is asked.
import { accept, refuse, type Result } from '#domain/result.ts'

/** The steps of one row of a table: where each leads, and who may take it. */
export type Steps<State extends string, Side extends string> = Readonly<Partial<Record<State, readonly Side[]>>>

/** `by` left out: everybody's. */
export const stepsFor = <State extends string, Side extends string>(
  steps: Steps<State, Side>,
  by?: Side
): readonly State[] =>
  (Object.keys(steps) as State[]).filter((to) => by === undefined || steps[to]?.includes(by) === true)

/** Not in the table from here, or not for this one to take. The legal steps are named, so that they can be said. */
export type NotAStep<State extends string> = { readonly why: 'not_a_step'; readonly legal: readonly State[] }

export const takeLegal = <State extends string>(to: State, legal: readonly State[]): Result<State, NotAStep<State>> =>
  legal.includes(to) ? accept(to) : refuse({ why: 'not_a_step', legal })
