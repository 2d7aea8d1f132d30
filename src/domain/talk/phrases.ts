// Phrase cards: what a worker may say through the phone, and what each card asks for. The words stand in
// `locales/<language>/phrases.json` under the same ids. Short, one idea a card, none that promises what nobody can keep;
// "nobody may send you back" is left out until a lawyer agrees with its words.

export const PHRASE_GROUPS = [
  'first_words',
  'language',
  'before_asking',
  'health',
  'alone',
  'safety',
  'needs',
  'asylum',
  'way_on',
  'parting'
] as const
export type PhraseGroup = (typeof PHRASE_GROUPS)[number]

/** How the person can answer without a word. */
export const ANSWER_WAYS = ['yes_no', 'number', 'body', 'size', 'languages', 'woman_or_man'] as const
export type AnswerWay = (typeof ANSWER_WAYS)[number]

/** A wrong word here can harm: unchecked words are shown only when an interpreter stands beside them. */
export const WEIGHTS = ['consent', 'medical', 'legal'] as const
export type Weight = (typeof WEIGHTS)[number]

export type Phrase = {
  readonly group: PhraseGroup
  readonly answer?: AnswerWay
  readonly weight?: Weight
  /** Asked only when nobody who travels with the person can hear or see it. */
  readonly isPrivate?: true
  /** The worker reads a hint in `phrases.notes`, under the card's own id. */
  readonly hasNote?: true
}

export const PHRASES = {
  hello: { group: 'first_words', hasNote: true },
  not_police: { group: 'first_words', hasNote: true },
  free: { group: 'first_words' },
  may_stop: { group: 'first_words', hasNote: true },
  how_are_you: { group: 'first_words' },
  please_wait: { group: 'first_words' },
  what_we_do: { group: 'first_words' },
  cannot_do: { group: 'first_words' },
  will_ask: { group: 'first_words', hasNote: true },

  best_language: { group: 'language', answer: 'languages', hasNote: true },
  find_speaker: { group: 'language' },
  understand: { group: 'language', answer: 'yes_no', hasNote: true },
  woman_or_man: { group: 'language', answer: 'woman_or_man' },

  may_ask: { group: 'before_asking', answer: 'yes_no', weight: 'consent', hasNote: true },
  no_name: { group: 'before_asking', weight: 'consent', hasNote: true },
  what_is_written: { group: 'before_asking', weight: 'consent' },
  must_tell: { group: 'before_asking', weight: 'consent', hasNote: true },
  may_refer: { group: 'before_asking', answer: 'yes_no', weight: 'consent', hasNote: true },

  need_doctor: { group: 'health', answer: 'yes_no', weight: 'medical' },
  hurt_or_sick: { group: 'health', answer: 'yes_no', weight: 'medical' },
  other_hurt: { group: 'health', answer: 'yes_no', weight: 'medical' },
  where_hurts: { group: 'health', answer: 'body', weight: 'medical' },
  daily_medicine: { group: 'health', answer: 'yes_no', weight: 'medical', hasNote: true },
  medicine_finished: { group: 'health', answer: 'yes_no', weight: 'medical' },
  pregnant: { group: 'health', answer: 'yes_no', weight: 'medical', isPrivate: true, hasNote: true },
  have_baby: { group: 'health', answer: 'yes_no' },
  ambulance_coming: { group: 'health', weight: 'medical' },

  are_you_alone: { group: 'alone', answer: 'yes_no', hasNote: true },
  how_old: { group: 'alone', answer: 'number', hasNote: true },
  family_with_you: { group: 'alone', answer: 'yes_no', isPrivate: true, hasNote: true },
  child_with_you: { group: 'alone', answer: 'yes_no' },
  how_many_people: { group: 'alone', answer: 'number' },
  not_in_trouble: { group: 'alone', hasNote: true },
  stay_with_you: { group: 'alone', hasNote: true },
  social_worker: { group: 'alone' },
  trusted_adult: { group: 'alone', answer: 'yes_no', isPrivate: true },

  talk_in_private: { group: 'safety', answer: 'yes_no', hasNote: true },
  someone_waits: { group: 'safety', answer: 'yes_no', isPrivate: true },
  must_meet: { group: 'safety', answer: 'yes_no', isPrivate: true },
  feel_safe: { group: 'safety', answer: 'yes_no', isPrivate: true, hasNote: true },
  papers_kept: { group: 'safety', answer: 'yes_no', isPrivate: true, hasNote: true },
  tell_us: { group: 'safety' },
  something_bad: { group: 'safety' },

  eaten: { group: 'needs', answer: 'yes_no' },
  have_water: { group: 'needs', answer: 'yes_no' },
  place_tonight: { group: 'needs', answer: 'yes_no' },
  clothes_or_shoes: { group: 'needs', answer: 'yes_no' },
  what_size: { group: 'needs', answer: 'size' },
  hygiene: { group: 'needs', answer: 'yes_no', hasNote: true },
  charge_phone: { group: 'needs', answer: 'yes_no' },
  call_family: { group: 'needs', answer: 'yes_no' },

  police_paper: { group: 'asylum', answer: 'yes_no', weight: 'legal', hasNote: true },
  see_date: { group: 'asylum', answer: 'yes_no', weight: 'legal', hasNote: true },
  hours_72: { group: 'asylum', weight: 'legal', hasNote: true },
  want_asylum: { group: 'asylum', answer: 'yes_no', weight: 'legal', hasNote: true },
  go_with_you: { group: 'asylum', answer: 'yes_no', weight: 'legal' },
  police_will: { group: 'asylum', weight: 'legal', hasNote: true },
  lawyer: { group: 'asylum', answer: 'yes_no', weight: 'legal' },
  return_home: { group: 'asylum', weight: 'legal', hasNote: true },

  can_kill: { group: 'way_on', hasNote: true },
  held_for_money: { group: 'way_on', hasNote: true },
  look_for_family: { group: 'way_on', answer: 'yes_no' },

  go_there: { group: 'parting', hasNote: true },
  show_card: { group: 'parting' },
  questions: { group: 'parting', answer: 'yes_no' },
  thank_you: { group: 'parting' }
} as const satisfies Record<string, Phrase>

export type PhraseId = keyof typeof PHRASES
/** Those with a hint of their own for the worker. */
export type NotedPhrase = {
  [Id in PhraseId]: (typeof PHRASES)[Id] extends { readonly hasNote: true } ? Id : never
}[PhraseId]
export const PHRASE_IDS = Object.keys(PHRASES) as PhraseId[]

/** What is said first to a stranger, in this order. */
export const STARTERS: readonly PhraseId[] = [
  'hello',
  'not_police',
  'may_stop',
  'best_language',
  'find_speaker',
  'need_doctor',
  'child_with_you',
  'what_we_do'
]

export const isPhrase = (id: string): id is PhraseId => Object.hasOwn(PHRASES, id)

const CARDS = 'phrases:cards.'

/** The card whose words have this key; undefined for any other text. */
export const phraseOfKey = (key: string): PhraseId | undefined => {
  const id = key.startsWith(CARDS) ? key.slice(CARDS.length) : ''
  return isPhrase(id) ? id : undefined
}

export const phraseOf = (id: PhraseId): Phrase => PHRASES[id]

/** The card whose hint the worker reads with this one: mostly its own. */
export const noteOf = (id: PhraseId): NotedPhrase | undefined => (isNoted(id) ? id : SAME_NOTE[id])

/** Asked one after the other, and the hint is for a yes to the second. */
const SAME_NOTE: Partial<Record<PhraseId, NotedPhrase>> = { medicine_finished: 'daily_medicine' }

const isNoted = (id: PhraseId): id is NotedPhrase => phraseOf(id).hasNote === true

export const phrasesIn = (group: PhraseGroup): readonly PhraseId[] =>
  PHRASE_IDS.filter((id) => PHRASES[id].group === group)

/** A child must not carry these words between adults, nor hear them. */
export const isNeverThroughChild = ({ weight, isPrivate }: Phrase): boolean =>
  weight !== undefined || isPrivate === true

/** Whether the words may be shown: checked, or harmless when wrong, or said through an interpreter. */
export const needsInterpreter = ({ weight, isPrivate }: Phrase, isChecked: boolean): boolean =>
  !isChecked && (weight !== undefined || isPrivate === true)
