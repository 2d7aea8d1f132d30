import { describe, expect, test } from 'vitest'
import { newestHeard, newestSettled } from '#domain/exports/settled.ts'

const at = (moment: string) => Date.parse(`${moment}+02:00`)

describe('the newest month that a lead may save', () => {
  test('is told seven days after it, when phones without signal had their time', () => {
    expect(newestSettled(at('2018-08-07T23:59'))).toBe('2018-06')
    expect(newestSettled(at('2018-08-08T00:00'))).toBe('2018-07')
  })

  test('is one that this phone has heard all of: what the team knew since is not in it', () => {
    const now = at('2018-08-08T10:00')
    expect(newestHeard(now, at('2018-08-02T10:00'))).toBe('2018-06')
    expect(newestHeard(now, at('2018-08-08T09:00'))).toBe('2018-07')
    expect(newestHeard(now, at('2018-05-20T09:00'))).toBe('2018-04')
    expect(newestHeard(now, undefined)).toBeUndefined()
  })

  test('is not one of days to come, whatever the clock of the server says', () => {
    expect(newestHeard(at('2018-08-08T10:00'), at('2019-01-20T10:00'))).toBe('2018-07')
  })
})
