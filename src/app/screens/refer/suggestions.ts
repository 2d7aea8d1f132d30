// Which services to offer for a referral, best first, each with the reasons a worker can check.
import { isChildAlone } from '#app/directory/guardianship.ts'
import { isGuardianship } from '#domain/directory/who-to-call.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Need } from '#domain/codes/needs.ts'
import type { Service } from '#domain/directory/directory.ts'
import { type Directory, OPENING_ORDER, type ServiceRow } from '#domain/directory/search.ts'
import { type PastAnswers, willingness } from '#domain/review/past-answers.ts'
import { countField } from '#domain/records/arrival.ts'

export type Suggestion = {
  readonly row: ServiceRow
  /** Of the needs asked for, those this service meets. */
  readonly meets: readonly Need[]
  readonly speaksTheirLanguage: boolean
  /** How the provider has answered so far, where it has. */
  readonly answers: PastAnswers | undefined
}

type Wanted = {
  readonly needs: readonly Need[]
  readonly arrival: SharedFields
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly namesIn: string
  /** By provider. */
  readonly answers?: ReadonlyMap<string, PastAnswers>
}

/**
 * For a child alone the guardianship authority first. Then who meets more of the needs, then who speaks the language, then
 * who is open, then who has said yes more often, then in the order of the directory: freshly checked, name.
 */
export const suggestServices = (
  directory: Directory,
  { needs, arrival, at, namesIn, answers }: Wanted
): Suggestion[] => {
  if (needs.length === 0) return []
  const language = arrival['language']
  const speakers = new Set(
    typeof language === 'string' ? directory.servicesFor({ needs, at, language }).map(({ service }) => service.id) : []
  )
  return directory
    .servicesFor({ needs, at, namesIn })
    .filter(({ service }) => mayServe(service, arrival))
    .map((row) => ({
      row,
      meets: needs.filter((need) => row.service.needs.includes(need)),
      speaksTheirLanguage: speakers.has(row.service.id),
      answers: answers?.get(row.service.providerId)
    }))
    .sort(
      (a, b) =>
        (isChildAlone(arrival) ? Number(isGuardianship(b.row)) - Number(isGuardianship(a.row)) : 0) ||
        b.meets.length - a.meets.length ||
        Number(b.speaksTheirLanguage) - Number(a.speaksTheirLanguage) ||
        OPENING_ORDER.indexOf(a.row.opening.state) - OPENING_ORDER.indexOf(b.row.opening.state) ||
        willingness(b.answers) - willingness(a.answers)
    )
}

/** Leaves out only what its own rules close to everyone of the group: no child for a service up to 17, and so on. */
const mayServe = ({ status, eligibility }: Service, arrival: SharedFields): boolean => {
  if (status === 'temporarily closed') return false
  const has = (...names: readonly string[]) => names.some((name) => countField(arrival, name) > 0)
  if (eligibility?.womenOnly && !has('women', 'girls')) return false
  if (eligibility?.maximumAge !== undefined && eligibility.maximumAge < ADULT && !has('boys', 'girls')) return false
  return !(eligibility?.minimumAge !== undefined && eligibility.minimumAge >= ADULT && !has('men', 'women'))
}

const ADULT = 18
