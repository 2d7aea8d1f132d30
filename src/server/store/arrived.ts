// Which of a phone's counters have come: the highest one, and the ranges below it that have not. So the server can name
// what never arrived ("phone 3: 41–57").

export type Arrived = { readonly upTo: number; readonly missing: readonly (readonly [number, number])[] }

export const NOTHING_ARRIVED: Arrived = { upTo: 0, missing: [] }

/** `from` and `to` inclusive. The same range again changes nothing. */
export const noteArrived = ({ upTo, missing }: Arrived, from: number, to: number): Arrived => {
  const before = missing.flatMap(([first, last]): [number, number][] => {
    if (last < from || first > to) return [[first, last]]
    const left: [number, number][] = first < from ? [[first, from - 1]] : []
    return last > to ? [...left, [to + 1, last]] : left
  })
  const gap: [number, number][] = from > upTo + 1 ? [[upTo + 1, from - 1]] : []
  return { upTo: Math.max(upTo, to), missing: [...before, ...gap] }
}
