import { expect, test } from 'vitest'
import { answersShown, privateAnswersShown } from '#app/screens/record/answers-shown.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'

const frame = { form: 'new_arrival', formVersion: 1, met: '2018-07-03T14', zone: 'parks' }

test('shows answers in the order they were asked, without nobodies and nothings', () => {
  const fields = { ...frame, country: 'AF', men: 0, urgent: [], boys: 2, language: 'ps' }
  expect(answersShown(NEW_ARRIVAL, fields).map(({ name }) => name)).toEqual(['boys', 'language', 'country'])
})

test('shows an answer to a question this phone does not know, after the others', () => {
  const fields = { ...frame, shoeSize: 42, girls: 1 }
  expect(answersShown(NEW_ARRIVAL, fields).map(({ name }) => name)).toEqual(['girls', 'shoeSize'])
})

test('shows what only this phone knows with its question', () => {
  const shown = privateAnswersShown(NEW_ARRIVAL, { note: 'red cap' })
  expect(shown.map(({ question, value }) => [question.name, value])).toEqual([['note', 'red cap']])
})
