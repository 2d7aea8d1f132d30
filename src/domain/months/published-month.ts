// What a monthly report of Praxis' mobile team in Belgrade tells. A figure the page does not give is absent, never 0.
import type { Month } from '#domain/belgrade-time.ts'
import type { EntryRoute } from '#domain/codes/field-codes.ts'

export type PublishedMonth = {
  readonly month: Month
  /** Newly arrived people given information. */
  readonly total: number
  /** Adults and children, where the page does not tell men from women. */
  readonly ages?: { readonly adults: number; readonly children: number }
  readonly people?: { readonly men: number; readonly boys: number; readonly women: number; readonly girls: number }
  /** Unaccompanied and separated children; `girls` where the page tells them apart. */
  readonly childrenAlone?: { readonly total: number; readonly girls?: number }
  /** By ISO 3166-1 alpha-2, also countries the intake form does not offer. */
  readonly countries?: Readonly<Record<string, number>>
  /** People of further countries, together: the countries are named, their numbers are not. */
  readonly furtherCountries?: { readonly total: number; readonly named: readonly string[] }
  /** `air` by plane, `unsaid` those who did not specify. */
  readonly routes?: Readonly<Partial<Record<EntryRoute, number>>>
  /** People met on one day, newly arrived and seen again together, were never more than this. */
  readonly metPerDayAtMost?: number
  /** The most people seen sleeping rough on one morning. */
  readonly roughAtDawnAtMost?: number
  /** Pages that give the figures, and where a figure was read otherwise than it is printed. */
  readonly source: string
}
