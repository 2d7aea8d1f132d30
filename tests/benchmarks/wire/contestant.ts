// What every page of the wire bench can do, whoever wrote it, so that all are measured alike.

export type Contestant = {
  /** Gets ready to work: joins, opens databases, fetches what it always has. Not measured. */
  readonly prepare: (setting: string) => Promise<void>
  /** Keeps so many records on this phone, none of them sent. Not measured. */
  readonly keep: (count: number, seed: number) => Promise<void>
  /** Until the other side has confirmed everything. */
  readonly push: () => Promise<Timing>
  /** Until so many records can be asked for here. */
  readonly pull: (count: number) => Promise<Timing & { readonly content: string[] }>
}

/** Milliseconds; `whole` also counts what the contestant does after the measured work. */
export type Timing = { readonly ms: number; readonly whole: number }

export const offer = (contestant: Contestant): void => void Object.assign(globalThis, { contestant })

export const time = async <Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> => {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}
