// The bench's figures in words and tables.
import type { AppFigures, StartFigures } from '#tests/benchmarks/measure-app.ts'
import type { PeopleFigures } from '#tests/benchmarks/measure-people.ts'
import type { ReviewFigures } from '#tests/benchmarks/measure-review.ts'
import type { SaveFigures } from '#tests/benchmarks/measure-save.ts'
import type { Figures, WireResult } from '#tests/benchmarks/measure-wire.ts'
import { times, toLines } from '#tests/benchmarks/table.ts'

const ms = (value: number) => `${value.toFixed(1)} ms`

export const reportSave = ({ rounds, rowsBefore, ms: took }: SaveFigures): string[] => [
  `One record saved into ${rowsBefore}, median of ${rounds} (aim: Susret at most 2 × the plain strict put)`,
  ...toLines(
    ['', 'ms', '× plain'],
    Object.entries(took).map(([name, each]) => [name, each.toFixed(2), times(each, took.plain ?? each)])
  )
]

export const reportApp = (app: AppFigures): string[] => [
  `On a phone slowed down 6 times, median of ${app.rounds} rounds`,
  `  language switched: first time ${ms(app.firstSwitchMs)}, later ${ms(app.switchMs)}, the slowest of all ${ms(app.slowestSwitchMs)} (aim 300 ms)`,
  `  cold start without signal: to the passphrase ${ms(app.toPassphraseMs)}`,
  `  unlock to a usable New arrival: ${ms(app.unlockMs)}`,
  `  together ${ms(together(app))} (aim 1500 ms), ${times(together(app), together(app.bareStart))} the barest start:`,
  `    a field, Argon2 and plain buttons, ${ms(app.bareStart.toPassphraseMs)} + ${ms(app.bareStart.unlockMs)}`
]

const together = ({ toPassphraseMs, unlockMs }: StartFigures): number => toPassphraseMs + unlockMs

export const reportReview = ({ records, charts, rounds, plain, slow }: ReviewFigures): string[] => [
  `Review of a month with ${records} arrivals, ${charts} charts, from the tap until painted, median of ${rounds}`,
  ...toLines(
    ['', 'the month', 'one with nobody', 'charts add', 'a chart (aim 150 ms)'],
    [['this machine', plain] as const, ['slowed down 6 times', slow] as const].map(([name, { fullMs, emptyMs }]) => [
      name,
      ms(fullMs),
      ms(emptyMs),
      ms(fullMs - emptyMs),
      ms((fullMs - emptyMs) / charts)
    ])
  )
]

export const reportPeople = ({ records, rounds, rowsDrawn, plain, slow }: PeopleFigures): string[] => [
  `People among ${records} arrivals, ${rowsDrawn} rows drawn, from words typed until painted, ${rounds} rounds (aim 100 ms)`,
  ...toLines(
    ['', 'middle', 'longest'],
    [['this machine', plain] as const, ['slowed down 6 times', slow] as const].map(
      ([name, { middleMs, longestMs }]) => [name, ms(middleMs), ms(longestMs)]
    )
  )
]

const bytesOf = { push: ({ up }: Figures) => up, pull: ({ down }: Figures) => down } as const

/** One table for each link and number of records. */
export const reportWire = (results: readonly WireResult[]): string[] => {
  const races = new Set(results.map(({ link, records }) => `${records} records, ${link}`))
  return [...races].flatMap((race) => {
    const here = results.filter(({ link, records }) => race === `${records} records, ${link}`)
    const limit = here.find(({ racer }) => racer === 'limit')
    return (['push', 'pull'] as const).flatMap((way) => [
      '',
      `${way}: ${race} (aim: Susret at most 1.15 × the limit)`,
      ...toLines(
        ['', 'ms', '× limit', way === 'push' ? 'bytes up' : 'bytes down', '× limit', 'all bytes', 'requests', 'rounds'],
        here.map((one) => {
          const [figures, least] = [one[way], limit?.[way] ?? one[way]]
          return [
            one.racer,
            figures.ms.toFixed(0),
            times(figures.ms, least.ms),
            String(bytesOf[way](figures)),
            times(bytesOf[way](figures), bytesOf[way](least)),
            String(figures.wholeBytes),
            String(figures.requests),
            String(one.rounds)
          ]
        })
      )
    ])
  })
}
