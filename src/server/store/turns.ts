// One at a time, in the order asked.

export type Turns = <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome>

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
