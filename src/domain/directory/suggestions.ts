// Which services to offer for a referral, best first, each with the reasons a worker can check.
import { dayAt } from '#domain/belgrade-time.ts'
import { isChildAlone } from '#domain/child-alone.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Need } from '#domain/codes/needs.ts'
import type { Service } from '#domain/directory/directory.ts'
import { ROOM, type Room, roomFor } from '#domain/directory/room.ts'
import { type Directory, OPENING_ORDER, type ServiceRow } from '#domain/directory/search.ts'
import { isGuardianship } from '#domain/directory/who-to-call.ts'
import { countField, peopleInArrival } from '#domain/records/arrival.ts'
import { type PastAnswers, willingness } from '#domain/review/past-answers.ts'

export type Suggestion = {
  readonly row: ServiceRow
  /** Of the needs asked for, those this service meets. */
  readonly meets: readonly Need[]
  /** Its own rules close it to nobody of the group. */
  readonly servesAll: boolean
  readonly speaksTheirLanguage: boolean
  /** For all of the group, as somebody was told of late. */
  readonly room: Room
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

/** Services that may serve somebody of the group, in the order of `RULES`, then of the directory: freshly checked, name. */
export const suggestServices = (
  directory: Directory,
  { needs, arrival, at, namesIn, answers }: Wanted
): Suggestion[] => {
  if (needs.length === 0) return []
  const language = arrival['language']
  const speakers = new Set(
    typeof language === 'string' ? directory.servicesFor({ needs, at, language }).map(({ service }) => service.id) : []
  )
  const rules = isChildAlone(arrival) ? [guardianshipFirst, ...RULES] : RULES
  return directory
    .servicesFor({ needs, at, namesIn })
    .filter(({ service }) => service.status !== 'temporarily closed' && servesOf(service, arrival) !== 'nobody')
    .map((row) => ({
      row,
      meets: needs.filter((need) => row.service.needs.includes(need)),
      servesAll: servesOf(row.service, arrival) === 'all',
      speaksTheirLanguage: speakers.has(row.service.id),
      room: roomFor(row.service, peopleInArrival(arrival), dayAt(at)),
      answers: answers?.get(row.service.providerId)
    }))
    .sort((a, b) => rules.reduce((order, rule) => order || rule(a) - rule(b), 0))
}

/** Lower comes first. A rule is asked only where those before it see no difference. */
type Rule = (suggestion: Suggestion) => number

const guardianshipFirst: Rule = ({ row }) => -Number(isGuardianship(row))

const RULES: readonly Rule[] = [
  ({ meets }) => -meets.length,
  ({ servesAll }) => -Number(servesAll),
  // Nobody is sent to a full house because it is open and speaks their language.
  ({ room }) => Number(room === 'short'),
  ({ speaksTheirLanguage }) => -Number(speaksTheirLanguage),
  ({ row }) => OPENING_ORDER.indexOf(row.opening.state),
  ({ room }) => ROOM.indexOf(room),
  ({ answers }) => -willingness(answers)
]

/** By its own rules of age and sex. Where nobody was counted, it may serve whoever there is. */
const servesOf = ({ eligibility = {} }: Service, arrival: SharedFields): 'all' | 'some' | 'nobody' => {
  const { womenOnly = false, minimumAge = 0, maximumAge = Infinity } = eligibility
  const [adults, children] = [maximumAge >= ADULT, minimumAge < ADULT]
  const open = { women: adults, girls: children, men: adults && !womenOnly, boys: children && !womenOnly }
  const kinds = Object.entries(open).filter(([kind]) => countField(arrival, kind) > 0)
  if (kinds.every(([, isOpen]) => isOpen)) return 'all'
  return kinds.some(([, isOpen]) => isOpen) ? 'some' : 'nobody'
}

const ADULT = 18
