// What makes an entry impossible whoever wrote it: hours that overlap, ages the wrong way round, a number nobody can dial.
import type { DirectoryEntry, Exception, Provider, Service } from '#domain/directory/directory.ts'
import { doOverlap } from '#domain/directory/opening.ts'

export type FlawReason =
  | 'missing'
  | 'choose'
  | 'twice'
  | 'times'
  | 'dates'
  | 'order'
  | 'overlap'
  | 'number'
  | 'phone'
  | 'website'
  | 'unknown'
  | 'value'

/** `field`: of the entry, or of the form it was typed in. */
export type Flaw = { readonly field: string; readonly why: FlawReason }

export const flawsOf = (entry: DirectoryEntry): Flaw[] => {
  const { validFrom, validTo } = entry
  return [
    ...flawIf(entry.name.en.trim() === '', 'name', 'missing'),
    ...flawIf(
      validFrom !== undefined && validTo !== undefined && validTo < validFrom.slice(0, validTo.length),
      'validTo',
      'order'
    ),
    ...(entry.kind === 'provider' ? flawsOfProvider(entry) : entry.kind === 'service' ? flawsOfService(entry) : [])
  ]
}

const flawsOfProvider = ({ website, phones }: Provider): Flaw[] => [
  ...flawIf(website !== undefined && !isAddress(website), 'website', 'website'),
  ...flawsOfPhones(phones)
]

const flawsOfService = ({ hours, exceptions = [], eligibility, capacity, phones }: Service): Flaw[] => {
  const { minimumAge = 0, maximumAge = OLDEST } = eligibility ?? {}
  return [
    ...flawIf(hours !== 'unknown' && doOverlap(hours), 'hours', 'overlap'),
    ...flawIf(
      exceptions.some(({ from, to }) => to < from),
      'exceptions',
      'order'
    ),
    ...flawIf(doExceptionsOverlap(exceptions), 'exceptions', 'overlap'),
    ...flawIf(maximumAge < minimumAge, 'maximumAge', 'order'),
    ...flawIf(minimumAge < 0 || maximumAge > OLDEST, 'minimumAge', 'number'),
    ...flawIf(capacity?.maximum !== undefined && capacity.available > capacity.maximum, 'maximum', 'order'),
    ...flawsOfPhones(phones)
  ]
}

const OLDEST = 130

const flawsOfPhones = (phones: Service['phones']): Flaw[] =>
  flawIf(
    phones.some(({ number }) => !isPhone(number)),
    'phones',
    'phone'
  )

/** Also the short ones: 192, 116 111. Letters cannot be dialled. */
const isPhone = (number: string): boolean =>
  /^\+?[\d\s()/.-]{2,30}$/.test(number) && /\d{2}/.test(number.replace(/\D/g, ''))

/** Nothing but a page of the web may be opened by a tap. */
const isAddress = (text: string): boolean => /^https?:\/\/[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?$/i.test(text)

const doExceptionsOverlap = (exceptions: readonly Exception[]): boolean => {
  const inOrder = [...exceptions].sort((a, b) => (a.from < b.from ? -1 : 1))
  const timesOverlap = inOrder.some(({ times }) => doOverlap(times.map((one) => ({ byday: ['MO'], ...one }))))
  return timesOverlap || inOrder.some(({ from }, index) => index > 0 && from <= (inOrder[index - 1]?.to ?? ''))
}

const flawIf = (isWrong: boolean, field: string, why: FlawReason): Flaw[] => (isWrong ? [{ field, why }] : [])
