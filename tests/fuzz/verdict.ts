// What of a run is not as it must be; nothing when all is well.
import type { Report } from '#tests/fuzz/fuzz.ts'

/** What is still held when all garbage is collected: a leak shows here however lazy the collector is. */
const EXTRA_HELD_MIB = 32
/** Pages the process has from the system: they come with the first large parcels and must not go on growing with more. */
const EXTRA_RESIDENT_MIB = 32

export const findTrouble = ({ wrong, spoiled, health, memory }: Report): string[] => {
  const { before, halfway, after } = memory
  const held = after.heap + after.buffers - before.heap - before.buffers
  const resident = after.resident - halfway.resident
  // On a busy machine it is still settling; what leaks grows in the second half as in the first.
  const mayStillSettle = Math.max(EXTRA_RESIDENT_MIB, (halfway.resident - before.resident) / 2)
  return [
    ...wrong,
    ...spoiled,
    ...(health.unanswered > 0
      ? [`${health.unanswered} of ${health.asked} questions after its health not answered`]
      : []),
    ...(held > EXTRA_HELD_MIB ? [`${Math.round(held)} MiB more held than before`] : []),
    ...(resident > mayStillSettle ? [`${Math.round(resident)} MiB more resident than halfway`] : [])
  ]
}
