// How finely something is told, in plain English and as an operator writes it.
import type { Detail } from '#domain/exports/detail.ts'

const IN_WORDS = {
  day: 'by day',
  week: 'by week',
  period: 'for the whole month',
  zone: 'by zone',
  city: 'for the whole city',
  each: 'by country',
  common: 'with rare countries together',
  none: 'without countries'
} as const

export const inWords = ({ time, place, country }: Detail): string =>
  [time, place, country].map((one) => IN_WORDS[one]).join(', ')

export const asOptions = ({ time, place, country }: Detail): string =>
  `--time ${time} --place ${place} --country ${country}`
