// What makes two arrivals look like the same people: one rule a line of thought, each for itself, of coded answers alone.
import { dayOf, type ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { NOT_KNOWN } from '#domain/form/choices.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { countField, PEOPLE, peopleInArrival } from '#domain/records/arrival.ts'
import { type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import type { CardsByArrival } from '#domain/same-people/cards.ts'
import { NOT_SAID, NOT_SAID_COUNTRY } from '#domain/review/newly-arrived.ts'

/** `unsaid`: one of the two left it open, so it speaks for nothing. */
export type Verdict = 'agrees' | 'nearly' | 'differs' | 'unsaid'
export type Rule = (one: DatedRecord, other: DatedRecord) => Verdict

/** A phone knows whom it logged itself: "Same again" there means another group of the same kind. */
export const phones: Rule = (one, other) => (one.author === other.author ? 'differs' : 'agrees')

const HOURS_APART = 2
/** The clock on the wall is put forward or back by one: what is further apart on it need not be looked at closely. */
const CLOCK_SHIFT = 1

export const hours: Rule = (one, other) => {
  if (hoursBetween(readAsUtc(one.met), readAsUtc(other.met)) > HOURS_APART + CLOCK_SHIFT) return 'differs'
  return hoursBetween(startOfHour(one.met), startOfHour(other.met)) <= HOURS_APART ? 'agrees' : 'differs'
}

export const place: Rule = (one, other) => said('zone', undefined, [one, other])

/** In a group of four or more somebody stands aside or is counted twice. */
const MISCOUNTED_FROM = 4

/** The same four counters; nearly, when an age was guessed otherwise, or one person of a larger group was missed. */
export const people: Rule = (one, other) => {
  const [here, there] = [one.fields, other.fields]
  const apart = PEOPLE.reduce((sum, name) => sum + Math.abs(countField(here, name) - countField(there, name)), 0)
  if (apart === 0) return 'agrees'
  const isMiscounted = apart === 1 && Math.min(peopleInArrival(here), peopleInArrival(there)) >= MISCOUNTED_FROM
  return isMiscounted || (apart === 2 && isAgeGuessed(here, there)) ? 'nearly' : 'differs'
}

export const language: Rule = (one, other) => said('language', NOT_KNOWN, [one, other])

export const country: Rule = (one, other) => said('country', NOT_SAID_COUNTRY, [one, other])

/** Which way they came, where they sleep and since when they are here: each is asked of some and answered alike by many. */
export const journey: Rule = (one, other) => {
  const verdicts = ['route', 'sleeping', 'arrived'].map((name) => said(name, NOT_SAID, [one, other]))
  const alike = verdicts.filter((verdict) => verdict === 'agrees').length
  const unlike = verdicts.filter((verdict) => verdict === 'differs').length
  if (alike + unlike === 0) return 'unsaid'
  return alike > unlike ? (unlike === 0 ? 'agrees' : 'nearly') : 'differs'
}

/** One person was taken for a man by one and for a boy by the other, or for a woman and a girl. */
const isAgeGuessed = (here: SharedFields, there: SharedFields): boolean =>
  (['men', 'women'] as const).every((adults) => {
    const children = adults === 'men' ? 'boys' : 'girls'
    return (
      countField(here, adults) + countField(here, children) === countField(there, adults) + countField(there, children)
    )
  })

const said = (name: string, open: string | undefined, [here, there]: readonly [DatedRecord, DatedRecord]): Verdict => {
  const [one, other] = [findCode(here.fields, name), findCode(there.fields, name)]
  if (one === undefined || other === undefined || one === open || other === open) return 'unsaid'
  return one === other ? 'agrees' : 'differs'
}

/** One card is carried by one group, wherever and whenever it is met while the card counts. Another card says nothing: they get lost. */
export const card = (cards: CardsByArrival, [one, other]: readonly [DatedRecord, DatedRecord]): Verdict => {
  const [here, there] = [cards.get(one.id), cards.get(other.id)]
  if (here === undefined || there === undefined) return 'unsaid'
  const metLast = dayOf(one.met > other.met ? one.met : other.met)
  const isShared = [...here].some(([hash, until]) => {
    const untilThere = there.get(hash)
    return untilThere !== undefined && (until > untilThere ? until : untilThere) >= metLast
  })
  return isShared ? 'agrees' : 'unsaid'
}

const readAsUtc = (hour: ShiftHour): number => Date.parse(`${hour}:00:00Z`)

const hoursBetween = (one: number, other: number): number => Math.abs(one - other) / 3_600_000
