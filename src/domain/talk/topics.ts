// What a person can know about their options: each topic a few short facts, with where they come from and when that was
// last looked at. Information, never legal advice. What sources contradict or nobody has verified is left out: the age from
// which fingerprints are taken, what follows when the 72 hours are missed, the days for an ordinary appeal.

export const TOPIC_GROUPS = ['asylum', 'safety', 'other_ways', 'with_us', 'history'] as const
export type TopicGroup = (typeof TOPIC_GROUPS)[number]

export type Topic = {
  readonly group: TopicGroup
  /** How many points it makes: `points.1` to this number in `options.json`. */
  readonly points: number
  /** Numbered because one step follows the other. */
  readonly isInSteps?: true
  /** Public sources, as they are called. */
  readonly source: string
  /** Year and month the source speaks of or was last read. */
  readonly lastChecked: string
}

const AIDA = 'AIDA Country Report Serbia (ECRE)'

export const TOPICS = {
  register: {
    group: 'asylum',
    points: 7,
    isInSteps: true,
    source: `${AIDA}, registration; statt.rs, asylum procedure`,
    lastChecked: '2024-08'
  },
  hours_72: {
    group: 'asylum',
    points: 4,
    source: 'statt.rs, asylum procedure; w2eu.info, July 2023',
    lastChecked: '2023-07'
  },
  apply: { group: 'asylum', points: 5, isInSteps: true, source: `${AIDA}; azil.rs`, lastChecked: '2024-08' },
  decision: {
    group: 'asylum',
    points: 4,
    source: `${AIDA}, regular procedure and statistics 2024`,
    lastChecked: '2025-07'
  },
  rights: {
    group: 'asylum',
    points: 5,
    source: `${AIDA}, reception and access to the labour market`,
    lastChecked: '2024-08'
  },
  child: {
    group: 'asylum',
    points: 6,
    source: 'Instruction of 12 April 2018 on unaccompanied children (azil.rs); AIDA',
    lastChecked: '2024-08'
  },
  ukraine: {
    group: 'asylum',
    points: 2,
    source: 'Government decision of 17 March 2022; naslovi.net',
    lastChecked: '2024-03'
  },
  police: { group: 'safety', points: 4, source: `${AIDA}, judicial review of detention`, lastChecked: '2024-07' },
  risks: { group: 'safety', points: 6, source: 'UNHCR and partners, updates on Serbia', lastChecked: '2019-12' },
  sent_back: {
    group: 'safety',
    points: 3,
    source: 'Border Violence Monitoring Network, methodology',
    lastChecked: '2024-01'
  },
  return_home: { group: 'other_ways', points: 4, source: 'serbia.iom.int, voluntary return', lastChecked: '2025-12' },
  family: {
    group: 'other_ways',
    points: 4,
    source: 'help.unhcr.org, Serbia; Praxis, August 2019',
    lastChecked: '2023-01'
  },
  resettlement: { group: 'other_ways', points: 3, source: 'help.unhcr.org, Serbia', lastChecked: '2023-01' },
  written: { group: 'with_us', points: 4, source: 'Susret', lastChecked: '2026-11' },
  complain: {
    group: 'with_us',
    points: 5,
    source: 'IASC, protection from sexual exploitation and abuse; ombudsman.org.rs, questions (undated)',
    lastChecked: '2024-01'
  },
  year_2016: {
    group: 'history',
    points: 4,
    source: 'asylumineurope.org, old law; Praxis, October 2016',
    lastChecked: '2018-06'
  }
} as const satisfies Record<string, Topic>

export type TopicId = keyof typeof TOPICS
export const TOPIC_IDS = Object.keys(TOPICS) as TopicId[]

export const isTopic = (id: string): id is TopicId => Object.hasOwn(TOPICS, id)

export const topicOf = (id: TopicId): Topic => TOPICS[id]

export const topicsIn = (group: TopicGroup): readonly TopicId[] => TOPIC_IDS.filter((id) => TOPICS[id].group === group)
