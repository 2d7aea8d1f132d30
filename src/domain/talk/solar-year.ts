// A day as people from Iran and Afghanistan count it: the solar year of the Hijra begins with spring, and each language has
// names of its own for its months.
import type { Day } from '#domain/belgrade-time.ts'
import { inDigitsOf } from '#domain/talk/digits.ts'

const MONTHS: Readonly<Record<string, string>> = {
  fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  'fa-AF': 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت',
  ps: 'وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب'
}

/** `۲۱ آذر ۱۴۰۵`; undefined in a language that counts no such years. */
export const inSolarYear = (language: string, day: Day): string | undefined => {
  const months = MONTHS[language]?.split(' ')
  if (months === undefined) return undefined
  // Chromium and Node both know the calendar; its numbers need no words of any language.
  const parts = new Intl.DateTimeFormat('en-u-ca-persian', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC'
  }).formatToParts(Date.parse(`${day}T12:00:00Z`))
  const number = (of: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === of)?.value ?? ''
  const written = (of: Intl.DateTimeFormatPartTypes) => inDigitsOf(language, number(of))
  return `${written('day')} ${months[Number(number('month')) - 1]} ${written('year')}`
}
