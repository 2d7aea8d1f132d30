// What is on offer now, and what of it nobody has checked lately, with what the team found since it was written.
import { useMemo } from 'react'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useClock } from '#app/phone/use-phone.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import type { Service } from '#domain/directory/directory.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { staleServices } from '#domain/directory/stale-services.ts'
import { startOfHour } from '#domain/hour-start.ts'

/** Of the day: whether one is open this hour is not asked. */
export const useServicesOnOffer = (): readonly ServiceRow[] => {
  const directory = useDirectory()
  const today = dayAt(useClock()())
  return useMemo(() => directory.servicesFor({ at: startOfHour(`${today}T12`) }), [directory, today])
}

/** The longest unchecked first. */
export const useStaleServices = (): readonly Service[] => {
  const rows = useServicesOnOffer()
  const today = dayAt(useClock()())
  return useMemo(
    () =>
      staleServices(
        rows.map(({ service }) => service),
        today
      ),
    [rows, today]
  )
}
