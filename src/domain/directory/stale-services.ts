// Services that nobody has checked lately.
import type { Day } from '#domain/belgrade-time.ts'
import type { Service } from '#domain/directory/directory.ts'
import { freshnessOf } from '#domain/directory/freshness.ts'

/** `services` on offer. The longest unchecked first. */
export const staleServices = (services: readonly Service[], today: Day): Service[] =>
  services
    .filter(({ lastChecked }) => freshnessOf(lastChecked, today) !== 'fresh')
    .sort((a, b) => (a.lastChecked < b.lastChecked ? -1 : 1))
