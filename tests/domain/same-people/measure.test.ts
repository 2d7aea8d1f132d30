// How often the question is right, and how many of those logged twice it finds, on made-up months: some groups are logged
// a second time, by another phone, within two hours, and not quite alike. How people err is a judgement, said below.
import { expect, test } from 'vitest'
import { anonymiseArrival } from '#domain/anonymise.ts'
import { dayOf, dayPlus } from '#domain/belgrade-time.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { drawOne, happens, wholeBetween } from '#domain/months/draws.ts'
import { type MadeUpArrival, makeUpMonth } from '#domain/months/make-up-month.ts'
import { findPublishedMonth } from '#domain/months/published-months.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { lookAlike } from '#domain/same-people/look-alike.ts'
import { createSeededRandom, type Random } from '#domain/seeded-random.ts'

const MONTHS = ['2017-12', '2018-03', '2018-07', '2018-08']
const SEEDS = [1, 2, 3]
const PHONES = ['phone-1', 'phone-2', 'phone-3', 'phone-4'] as const

const WIDTHS = [7, 5, 9, 6, 6, 6]

const LOGGED_TWICE = 0.05
const MET_ELSEWHERE = 0.1
const AGE_GUESSED_OTHERWISE = 0.1
const LEFT_OPEN = { language: 0.1, country: 0.15, route: 0.4, sleeping: 0.4, arrived: 0.4 }

/** The same people as another worker notes them. */
const seenByAnother = ({ answers, circumstances }: MadeUpArrival, random: Random): MadeUpArrival => {
  const noted: Answers = Object.fromEntries(
    Object.entries(answers).filter(([name]) => !happens(random, LEFT_OPEN[name as keyof typeof LEFT_OPEN] ?? 0))
  )
  const { boys, men } = noted
  const isGuessed = typeof boys === 'number' && boys > 0 && happens(random, AGE_GUESSED_OTHERWISE)
  return {
    answers: isGuessed ? { ...noted, boys: boys - 1, men: (typeof men === 'number' ? men : 0) + 1 } : noted,
    circumstances: {
      at: circumstances.at + wholeBetween(random, 5, 120) * 60_000,
      zone: happens(random, MET_ELSEWHERE) ? 'elsewhere' : circumstances.zone
    }
  }
}

const monthWithTwins = (month: string, seed: number) => {
  const random = createSeededRandom(seed)
  const published = findPublishedMonth(month)
  if (published === undefined) throw new Error(`No figures of ${month}`)
  const record = ({ answers, circumstances }: MadeUpArrival, { id, author }: { id: string; author: string }) => ({
    type: 'arrival' as const,
    id,
    author,
    fields: anonymiseArrival(NEW_ARRIVAL, answers, circumstances),
    disputed: []
  })
  return datedRecords(
    makeUpMonth(published, random).arrivals.flatMap((arrival, index) => {
      const author = drawOne(
        random,
        PHONES.map((phone) => [phone, 1] as const)
      )
      const first = record(arrival, { id: `${index}`, author })
      if (!happens(random, LOGGED_TWICE)) return [first]
      const others = PHONES.filter((phone) => phone !== author).map((phone) => [phone, 1] as const)
      return [first, record(seenByAnother(arrival, random), { id: `${index}-again`, author: drawOne(random, others) })]
    })
  )
}

/** Every pair the question is asked of, against every pair that is one. */
const measure = (month: string, seed: number) => {
  const arrivals = monthWithTwins(month, seed)
  const isTwin = (one: string, other: string) => one.replace('-again', '') === other.replace('-again', '')
  let [asked, right] = [0, 0]
  arrivals.forEach((one, index) => {
    for (const other of arrivals.slice(index + 1)) {
      if (dayPlus(dayOf(one.met), 1) < dayOf(other.met)) break
      if (lookAlike(one, other) === undefined) continue
      asked += 1
      if (isTwin(one.id, other.id)) right += 1
    }
  })
  const twins = arrivals.filter(({ id }) => id.endsWith('-again')).length
  return { arrivals: arrivals.length, twins, asked, right }
}

test('of the questions most are right, and most who were logged twice are found', () => {
  const rows = MONTHS.flatMap((month) => SEEDS.map((seed) => ({ month, seed, ...measure(month, seed) })))
  const sum = (name: 'twins' | 'asked' | 'right') => rows.reduce((total, row) => total + row[name], 0)
  const [precision, recall] = [sum('right') / sum('asked'), sum('right') / sum('twins')]
  const percent = (share: number) => `${Math.round(share * 100)} %`
  process.stdout.write(
    [
      '  month  seed  arrivals  twice  asked  right',
      ...rows.map(({ month, seed, arrivals, twins, asked, right }) =>
        [month, seed, arrivals, twins, asked, right]
          .map((value, at) => String(value).padStart(WIDTHS[at] ?? 0))
          .join(' ')
      ),
      `precision ${percent(precision)}, recall ${percent(recall)}`,
      ''
    ].join('\n')
  )
  expect(precision).toBeGreaterThan(0.5)
  expect(recall).toBeGreaterThan(0.5)
})
