// What the lead reads on Review of help that was given and of help that is missing.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { ReviewTiles } from '#app/screens/review/review-tiles.tsx'
import { NoProviderFigures } from '#app/screens/review/shortfall-figures.tsx'
import { anonymiseArrival } from '#domain/anonymise.ts'
import type { Service } from '#domain/directory/directory.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

const drawn = async (screen: ReactNode): Promise<string> => {
  const control = await interfaceIn('en')
  const markup = renderToStaticMarkup(<LanguageProvider control={control}>{screen}</LanguageProvider>)
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

const reviewedOn = (day: string, arrivals: readonly Answers[]) =>
  reviewOf(
    arrivals.map((answers, at): FieldRecord => ({
      type: 'arrival',
      id: `arrival-${at}`,
      author: 'phone-1',
      disputed: [],
      fields: anonymiseArrival(NEW_ARRIVAL, answers, { at: startOfHour(`${day}T10`), zone: 'parks' })
    })),
    dayPeriod(day),
    { now: `${day}T22` }
  )

test('how many people were given information stands beside the day before', async () => {
  const before = reviewedOn('2018-07-02', [{ men: 1, given: ['info'] }])
  const review = reviewedOn('2018-07-03', [
    { men: 2, given: ['info', 'clothes'] },
    { women: 1, boys: 2, given: ['info'] },
    { men: 9, given: ['clothes'] }
  ])
  expect(await drawn(<ReviewTiles review={review} before={before} />)).toMatch(
    / 5 Info given in 2 groups \+4, before: 1 /
  )
  expect(await drawn(<ReviewTiles review={reviewedOn('2018-07-03', [])} before={before} />)).toMatch(
    / 0 Info given in 0 groups .1, before: 1 /
  )
})

test('needs no service is listed for are named, and those that one meets are not', async () => {
  const review = reviewedOn('2018-07-03', [{ men: 1, needs: ['shoes', 'transport'] }])
  const shoes = { needs: ['shoes'] } as unknown as Service
  const transport = { needs: ['transport'] } as unknown as Service
  const shown = await drawn(<NoProviderFigures review={review} services={[shoes]} />)
  expect(shown).toContain('Needs no service is listed for')
  expect(shown).toContain('Transport to a centre')
  expect(shown).not.toContain('Shoes')
  expect(await drawn(<NoProviderFigures review={review} services={[shoes, transport]} />)).toBe('')
})
