import { describe, expect, it } from 'vitest'
import { NEED_CODES } from '#domain/codes/needs.ts'
import { OFFERED_LANGUAGES } from '#domain/codes/offered-languages.ts'
import { deadlineOf } from '#domain/deadlines.ts'
import { languageDemand } from '#domain/review/interpreting.ts'
import { reviewOf } from '#domain/review/review.ts'
import { dayPeriod } from '#domain/review/period.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { BOARD_NEEDS, needOfTile } from '#domain/talk/board.ts'
import { inDigitsOf } from '#domain/talk/digits.ts'
import {
  isNeverThroughChild,
  needsInterpreter,
  noteOf,
  PHRASE_GROUPS,
  PHRASE_IDS,
  phraseOf,
  phrasesIn,
  STARTERS
} from '#domain/talk/phrases.ts'
import { inSolarYear } from '#domain/talk/solar-year.ts'
import { TOPIC_GROUPS, TOPIC_IDS, topicOf, topicsIn } from '#domain/talk/topics.ts'
import { readWords } from '#app/build/locale-words.ts'
import { ROOT } from '#tests/house/scratch.ts'

const english = readWords(ROOT, 'en')

const sentencesOf = (language: string, key: string): number =>
  (readWords(ROOT, language).get(key) ?? '').split(/(?<=[.?!؟۔।።])(?:\s|$)/).filter((sentence) => sentence !== '')
    .length

describe('phrase cards', () => {
  it('are at least 45, each in one group, each with words', () => {
    expect(PHRASE_IDS.length).toBeGreaterThanOrEqual(45)
    expect(PHRASE_GROUPS.flatMap(phrasesIn).toSorted()).toEqual(PHRASE_IDS.toSorted())
    expect(PHRASE_IDS.filter((id) => !english.has(`phrases:cards.${id}`))).toEqual([])
  })

  it('have a hint for the worker exactly where one is written', () => {
    const noted = PHRASE_IDS.filter((id) => phraseOf(id).hasNote)
    expect(noted).toEqual(PHRASE_IDS.filter((id) => english.has(`phrases:notes.${id}`)))
  })

  it('warn of insulin and epilepsy with the card whose yes asks for a doctor, in the words of the one before', () => {
    expect(noteOf('daily_medicine')).toBe('daily_medicine')
    expect(noteOf('medicine_finished')).toBe('daily_medicine')
    expect(noteOf('need_doctor')).toBeUndefined()
  })

  it('begin with who we are, what we can do and what somebody may need at once, none of it private', () => {
    expect(STARTERS).toEqual(expect.arrayContaining(['hello', 'find_speaker', 'need_doctor', 'what_we_do']))
    expect(STARTERS).toHaveLength(8)
    expect(STARTERS.filter((id) => phraseOf(id).isPrivate)).toEqual([])
  })

  it('ask about companions, captors and pregnancy only in private and never through a child', () => {
    const careful = ['family_with_you', 'feel_safe', 'papers_kept', 'someone_waits', 'must_meet', 'pregnant'] as const
    expect(careful.filter((id) => !phraseOf(id).isPrivate)).toEqual([])
    expect(careful.filter((id) => !isNeverThroughChild(phraseOf(id)))).toEqual([])
  })

  it('of consent, medicine and law wait for an interpreter until somebody has checked the words', () => {
    const weighty = PHRASE_IDS.map(phraseOf).filter(({ weight }) => weight !== undefined)
    expect(weighty.length).toBeGreaterThan(15)
    expect(weighty.every((phrase) => needsInterpreter(phrase, false) && !needsInterpreter(phrase, true))).toBe(true)
    expect(needsInterpreter(phraseOf('hello'), false)).toBe(false)
  })

  it('say where to tell of whoever asks for something in return, and ask nobody about it before others', () => {
    expect(phraseOf('tell_us')).toEqual({ group: 'safety' })
    const asking = OFFERED_LANGUAGES.filter((language) =>
      /[?؟]/.test(readWords(ROOT, language).get('phrases:cards.tell_us') ?? '?')
    )
    expect(asking).toEqual([])
  })

  it('take word of any harm, not only of what is asked in return', () => {
    expect(phraseOf('something_bad')).toEqual({ group: 'safety' })
    expect(english.get('phrases:cards.something_bad')).toMatch(/^If something bad happens, tell us/)
  })

  it('state what is told when somebody is in danger, and ask nobody whether they are', () => {
    const limits = ['phrases:cards.must_tell', 'options:topics.written.points.4'] as const
    const asking = OFFERED_LANGUAGES.flatMap((language) =>
      limits.filter((key) => /[?؟]/.test(readWords(ROOT, language).get(key) ?? '?')).map((key) => `${language} ${key}`)
    )
    expect(asking).toEqual([])
  })

  it('say of fingerprints what the topic says, for not everybody gives them', () => {
    const [card, topic] = ['phrases:cards.police_will', 'options:topics.register.points.2'] as const
    expect(english.get(card)).toMatch(/Most people give fingerprints/)
    expect(english.get(card)).toBe(english.get(topic))
    expect(OFFERED_LANGUAGES.filter((language) => sentencesOf(language, card) < 2)).toEqual([])
  })

  it('promise nothing that is not ours to promise', () => {
    const said = PHRASE_IDS.map((id) => english.get(`phrases:cards.${id}`)).join(' ')
    expect(said).not.toMatch(/trust me|you will get asylum|you must|illegal|refugee|real age|nobody may send/i)
  })
})

describe('topics', () => {
  it('are in one group each, with a source, a month and every point written', () => {
    expect(TOPIC_GROUPS.flatMap(topicsIn).toSorted()).toEqual(TOPIC_IDS.toSorted())
    const written = (id: string) => [...english.keys()].filter((key) => key.startsWith(`options:topics.${id}.points.`))
    const lacking = TOPIC_IDS.filter((id) => {
      const { points, source, lastChecked } = topicOf(id)
      return source === '' || !/^20\d\d-(0[1-9]|1[0-2])$/.test(lastChecked) || written(id).length !== points
    })
    expect(lacking).toEqual([])
  })

  it('say twelve words a sentence at most', () => {
    const long = [...english]
      .filter(([key]) => /^(options|phrases|talk):/.test(key))
      .flatMap(([, text]) => text.split(/(?<=[.?!:])\s/))
      .filter((sentence) => sentence.split(/\s/).length > 12)
    expect(long).toEqual([])
  })

  it('state nothing that sources contradict', () => {
    const said = [...english].filter(([key]) => key.startsWith('options:')).map(([, text]) => text)
    expect(said.join(' ')).not.toMatch(/\b1[46]\b|15 days to appeal|second registration/)
  })

  it('let the 15 days begin with the paper of the police, as the clock of the case does', () => {
    expect(deadlineOf('lodge_with_office').since).toBe('certificate')
    expect(english.get('options:topics.apply.points.1')).toMatch(/15 days begin when the police give you the paper/)
    const bare = OFFERED_LANGUAGES.filter(
      (language) => (readWords(ROOT, language).get('options:topics.apply.points.1') ?? '').split('15').length !== 3
    )
    expect(bare).toEqual([])
  })

  it('state no right that nobody has verified', () => {
    const unverified = ['options:topics.rights.points.3', 'options:topics.rights.points.4'] as const
    for (const key of unverified) expect(english.get(key)).toMatch(/should.*Ask us/)
    const bare = OFFERED_LANGUAGES.flatMap((language) =>
      unverified.filter((key) => sentencesOf(language, key) < sentencesOf('en', key)).map((key) => `${language} ${key}`)
    )
    expect(bare).toEqual([])
  })

  it('name somebody outside the team to complain to, in every language', () => {
    expect(english.get('options:topics.complain.points.5')).toMatch(/outside our team.*Protector of Citizens/)
    const short = OFFERED_LANGUAGES.filter((language) => sentencesOf(language, 'options:topics.complain.points.5') < 3)
    expect(short).toEqual([])
  })

  it('promise no name unwritten that one organisation may be given', () => {
    expect(english.get('options:topics.written.points.1')).toMatch(/only if you agree.*a name/i)
    expect(english.get('phrases:notes.no_name')).toMatch(/do not show it if you will pass a name on/i)
    const lacking = OFFERED_LANGUAGES.filter(
      (language) =>
        sentencesOf(language, 'options:topics.written.points.1') < 2 ||
        sentencesOf(language, 'phrases:notes.no_name') < 2
    )
    expect(lacking).toEqual([])
  })
})

describe('the needs board', () => {
  it('leads each picture to a need of the directory, and danger to none', () => {
    const needs = BOARD_NEEDS.map(needOfTile)
    expect(needs.filter((need) => need !== undefined).every((need) => NEED_CODES.includes(need))).toBe(true)
    expect(BOARD_NEEDS.filter((tile) => needOfTile(tile) === undefined)).toEqual(['not_safe'])
    expect(BOARD_NEEDS.at(-1)).toBe('not_safe')
  })

  it('has no picture for violence or trafficking', () => {
    expect(BOARD_NEEDS.map(needOfTile)).not.toContain('gbv_support')
    expect(BOARD_NEEDS.map(needOfTile)).not.toContain('tip_support')
  })
})

describe('digits', () => {
  it.each([
    ['ar', '٢٠١٨'],
    ['fa', '۲۰۱۸'],
    ['ur', '۲۰۱۸'],
    ['bn', '২০১৮'],
    ['so', '2018']
  ])('of %s are those its speakers learn', (language, written) => {
    expect(inDigitsOf(language, '2018')).toBe(written)
  })
})

describe('the solar year', () => {
  it.each([
    ['fa', '2018-07-03', '۱۲ تیر ۱۳۹۷'],
    ['fa-AF', '2018-07-03', '۱۲ سرطان ۱۳۹۷'],
    ['ps', '2026-12-12', '۲۱ لیندۍ ۱۴۰۵'],
    ['fa', '2026-03-20', '۲۹ اسفند ۱۴۰۴'],
    ['fa', '2026-03-21', '۱ فروردین ۱۴۰۵']
  ])('in %s %s is the %s', (language, day, written) => {
    expect(inSolarYear(language, day)).toBe(written)
  })

  it('is counted by nobody else', () => {
    expect(['ar', 'ur', 'ckb', 'en'].map((language) => inSolarYear(language, '2018-07-03'))).toEqual(
      Array.from({ length: 4 })
    )
  })
})

describe('languages wanted and spoken', () => {
  const record = (type: FieldRecord['type'], id: string, fields: FieldRecord['fields']): FieldRecord => ({
    type,
    id,
    author: '0a1b2c3d4e5f',
    disputed: [],
    fields: { met: '2018-07-03T19', zone: 'parks', ...fields }
  })

  it('stand in the review: what nobody could speak comes first', () => {
    const records = [
      record('arrival', '0a1b2c3d4e5f-1', { men: 1, language: 'ps' }),
      record('arrival', '0a1b2c3d4e5f-2', { men: 1, language: 'ps' }),
      record('arrival', '0a1b2c3d4e5f-3', { men: 1, language: 'ar' }),
      record('arrival', '0a1b2c3d4e5f-4', { men: 1, language: 'unknown' }),
      record('interpretation', '0a1b2c3d4e5f-5', { language: 'ps', outcome: 'interpreted' }),
      record('interpretation', '0a1b2c3d4e5f-6', { language: 'haz', outcome: 'missing' })
    ]
    const review = reviewOf(records, dayPeriod('2018-07-03'), { now: '2018-07-03T20' })
    expect(review.languages).toEqual([
      { language: 'haz', groups: 0, interpreted: 0, missing: 1 },
      { language: 'ps', groups: 2, interpreted: 1, missing: 0 },
      { language: 'ar', groups: 1, interpreted: 0, missing: 0 }
    ])
    expect(review.newlyArrived.people).toBe(4)
  })

  it('are none where nobody was met', () => {
    expect(languageDemand([], [])).toEqual([])
  })
})
