import { expect, test } from 'vitest'
import { isAlwaysOpen, weekOf } from '#app/directory/week.ts'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const

test('shows a break at noon as two times, the morning first', () => {
  const week = weekOf([
    { byday: [...weekdays], opensAt: '13:00', closesAt: '16:00' },
    { byday: [...weekdays], opensAt: '08:00', closesAt: '12:00' }
  ])
  expect(week[0]).toEqual({ weekday: 'MO', times: ['08:00–12:00', '13:00–16:00'] })
})

test('shows a closed day as a day without times', () => {
  const week = weekOf([{ byday: [...weekdays], opensAt: '08:00', closesAt: '16:00' }])
  expect(week.filter(({ times }) => times.length === 0).map(({ weekday }) => weekday)).toEqual(['SA', 'SU'])
})

test('says "day and night" only when all seven days are', () => {
  const always = { opensAt: '00:00', closesAt: '24:00' }
  expect(isAlwaysOpen([{ byday: [...weekdays, 'SA', 'SU'], ...always }])).toBe(true)
  expect(isAlwaysOpen([{ byday: [...weekdays], ...always }])).toBe(false)
})
