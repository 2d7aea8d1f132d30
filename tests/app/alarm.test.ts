// What rings at moments it was given, also on a phone that slept past them.
import { beforeEach, expect, test } from 'vitest'
import { type Alarm, createAlarm } from '#app/phone/alarm.ts'

let now = 0
let rung: string[] = []
let alarm: Alarm

beforeEach(() => {
  now = 1_000
  rung = []
  alarm = createAlarm(() => now)
})

const set = (moments: readonly number[], word = 'rings') => alarm.set(moments, () => rung.push(word))
const lookAt = (moment: number) => {
  now = moment
  alarm.look()
  return rung.length
}

test('an alarm rings at each of its moments and at none twice', () => {
  set([2_000, 3_000])
  expect(lookAt(1_999)).toBe(0)
  expect(lookAt(2_000)).toBe(1)
  expect(lookAt(2_500)).toBe(1)
  expect(lookAt(9_000)).toBe(2)
  expect(lookAt(9_999)).toBe(2)
})

test('a phone that slept past several rings once', () => {
  set([2_000, 3_000, 4_000])
  expect(lookAt(5_000)).toBe(1)
})

test('what came while others are set rings first, in the words of then', () => {
  set([2_000], 'before')
  now = 2_000
  set([3_000], 'after')
  expect(rung).toEqual(['before'])
  expect(lookAt(3_000)).toBe(2)
  expect(rung).toEqual(['before', 'after'])
})

test('what is not due any more does not ring', () => {
  set([2_000])
  set([])
  expect(lookAt(5_000)).toBe(0)
})
