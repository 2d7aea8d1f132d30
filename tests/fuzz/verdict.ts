// What of a run is not as it must be; nothing when all is well.
import type { Report } from '#tests/fuzz/fuzz.ts'

const EXTRA_MEMORY_MIB = 32

export const findTrouble = ({ wrong, spoiled, health, memory }: Report): string[] => [
  ...wrong,
  ...spoiled,
  ...(health.unanswered > 0 ? [`${health.unanswered} of ${health.asked} questions after its health not answered`] : []),
  ...(memory.after - memory.before > EXTRA_MEMORY_MIB
    ? [`${Math.round(memory.after - memory.before)} MiB more memory than before`]
    : [])
]
