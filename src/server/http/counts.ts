// What the server did, as counts in Prometheus's text: by route and status, never by phone, person or address.

/** Upper bounds in seconds. */
const BOUNDS = [0.025, 0.05, 0.1, 0.2, 0.4, 1, 2.5, 10] as const

type Took = { readonly perBound: number[]; count: number; seconds: number }

export type Counts = {
  readonly note: (answered: { route: string; status: number; ms: number }) => void
  /** Parcels under way: being checked, or waiting for the disk. */
  parcelsUnderWay: number
  readonly toText: (usage: Usage) => string
}

/** Of the process; `cpuSeconds` since its start. */
export type Usage = { readonly cpuSeconds: number; readonly residentBytes: number }

export const createCounts = (): Counts => {
  const answers = new Map<string, number>()
  const tookByRoute = new Map<string, Took>()
  const counts: Counts = {
    parcelsUnderWay: 0,
    note: ({ route, status, ms }) => {
      const labels = `route="${route}",status="${status}"`
      answers.set(labels, (answers.get(labels) ?? 0) + 1)
      const took = tookByRoute.get(route) ?? { perBound: BOUNDS.map(() => 0), count: 0, seconds: 0 }
      tookByRoute.set(route, took)
      const at = BOUNDS.findIndex((bound) => ms / 1_000 <= bound)
      if (at >= 0) took.perBound[at] = (took.perBound[at] ?? 0) + 1
      took.count += 1
      took.seconds += ms / 1_000
    },
    toText: ({ cpuSeconds, residentBytes }) =>
      [
        ...family('susret_answers_total', 'counter', 'Answers by route and status'),
        ...[...answers].map(([labels, count]) => `susret_answers_total{${labels}} ${count}`),
        ...family('susret_answer_seconds', 'histogram', 'From the request to its answer, by route'),
        ...[...tookByRoute].flatMap(([route, took]) => toBuckets(route, took)),
        ...family('susret_parcels_under_way', 'gauge', 'Parcels being checked or waiting for the disk'),
        `susret_parcels_under_way ${counts.parcelsUnderWay}`,
        ...family('process_cpu_seconds_total', 'counter', 'CPU time of the server process'),
        `process_cpu_seconds_total ${cpuSeconds}`,
        ...family('process_resident_memory_bytes', 'gauge', 'Memory of the server process'),
        `process_resident_memory_bytes ${residentBytes}`,
        ''
      ].join('\n')
  }
  return counts
}

const family = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`
]

const toBuckets = (route: string, { perBound, count, seconds }: Took): string[] => {
  let upTo = 0
  const labels = `route="${route}"`
  return [
    ...BOUNDS.map((bound, at) => {
      upTo += perBound[at] ?? 0
      return `susret_answer_seconds_bucket{${labels},le="${bound}"} ${upTo}`
    }),
    `susret_answer_seconds_bucket{${labels},le="+Inf"} ${count}`,
    `susret_answer_seconds_sum{${labels}} ${seconds}`,
    `susret_answer_seconds_count{${labels}} ${count}`
  ]
}
