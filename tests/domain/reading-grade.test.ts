// What is said to people stays at what a child of the fifth grade can read, counted by Flesch and Kincaid.
import { describe, expect, it } from 'vitest'
import { PHRASE_IDS } from '#domain/talk/phrases.ts'
import { TOPIC_IDS, topicOf } from '#domain/talk/topics.ts'
import { readWords } from '#app/build/locale-words.ts'
import { ROOT } from '#tests/house/scratch.ts'

/** A grade is whole years: 5.9 is still the fifth. */
const ABOVE_FIFTH = 6

const english = readWords(ROOT, 'en')

describe('the English of', () => {
  it('each card is for the fifth grade at most', () => {
    expect(tooHard(PHRASE_IDS, (id) => textOf(`phrases:cards.${id}`))).toEqual([])
  })

  it('each topic is for the fifth grade at most', () => {
    const pointsOf = (id: (typeof TOPIC_IDS)[number]) =>
      Array.from({ length: topicOf(id).points }, (_, at) => textOf(`options:topics.${id}.points.${at + 1}`)).join(' ')
    expect(tooHard(TOPIC_IDS, pointsOf)).toEqual([])
  })
})

describe('the reading grade', () => {
  it.each([
    ['The cat sat on the mat.', -2],
    ['Are you or a child in danger?', 0],
    ['Asylum applications necessitate comprehensive documentation.', 33]
  ])('of "%s" is %d', (text, grade) => {
    expect(Math.floor(gradeOf(text))).toBe(grade)
  })
})

const textOf = (key: string): string => {
  const text = english.get(key)
  if (text === undefined) throw new Error(`no English for ${key}`)
  return text
}

const tooHard = <Id extends string>(ids: readonly Id[], said: (id: Id) => string): string[] =>
  ids.filter((id) => gradeOf(said(id)) >= ABOVE_FIFTH).map((id) => `${id}: ${gradeOf(said(id)).toFixed(1)}`)

const gradeOf = (text: string): number => {
  const sentences = text.split(/[.?!:]+(?:\s|$)/).filter((sentence) => sentence !== '').length
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  const syllables = words.map(syllablesOf).reduce((total, each) => total + each, 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/** Runs of vowels, without an "e" at the end that is not heard and a "y" that begins; a word of three letters has one. */
const syllablesOf = (word: string): number => {
  if (word.length <= 3) return 1
  const heard = word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$|^y/g, '')
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}
