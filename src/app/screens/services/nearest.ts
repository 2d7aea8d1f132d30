// What comes closest when nobody meets a need: services for other needs of the same kind, then those that know the rest.
import { DISCLOSED_ONLY, type Need, NEED_CODES, NEEDS } from '#domain/codes/needs.ts'
import type { Directory, ServiceQuery, ServiceRow } from '#domain/directory/search.ts'

const AT_MOST = 3
/** Who knows what else there is. */
const KNOW_THE_REST: readonly Need[] = ['info_services']

export const nearestTo = (
  directory: Directory,
  need: Need | undefined,
  moment: Pick<ServiceQuery, 'at' | 'namesIn'>
): ServiceRow[] => {
  const meeting = (needs: readonly Need[]) => (needs.length === 0 ? [] : directory.servicesFor({ ...moment, needs }))
  const rows = [
    ...(need === undefined ? [] : [...meeting([need]), ...meeting(sameKindAs(need))]),
    ...meeting(KNOW_THE_REST)
  ]
  return [...new Map(rows.map((row) => [row.service.id, row])).values()].slice(0, AT_MOST)
}

/** A need that only the person's own word opens has no neighbours to show. */
const sameKindAs = (need: Need): Need[] =>
  DISCLOSED_ONLY.includes(need)
    ? []
    : NEED_CODES.filter(
        (other) =>
          other !== need && other !== 'other' && NEEDS[other] === NEEDS[need] && !DISCLOSED_ONLY.includes(other)
      )
