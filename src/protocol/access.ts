// Who may read and say what: one table of route × role × kind of organisation × field. The server answers by it, and the
// tests that ask every route as everybody are made from it.
import type { SharedFields, SharedValue } from '#domain/code.ts'
import { LEADS_ENDS } from '#domain/immediate-actions.ts'
import type { RecordType } from '#domain/records/record.ts'
import { type ReferralState, REFERRAL_STATES, type Tellable } from '#domain/records/referral.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import type { ENDPOINTS } from '#protocol/endpoints/index.ts'
import type { Dot, OrganisationId, Role } from '#protocol/ids.ts'

/** A team meets people and keeps records of its own; a partner is a provider of the directory and reads what is referred to it. */
export const ORGANISATION_KINDS = ['team', 'partner'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Fields of each kind of record; `everything` is every field there is. A kind that is not named: none. */
type Fields = 'everything' | Partial<Record<RecordType, 'everything' | readonly string[]>>
/** Of fields that may be said, the codes that are not to be said of them. */
type Values = Partial<Record<RecordType, Readonly<Record<string, readonly string[]>>>>
type Cell = 'no' | 'yes' | Fields | { readonly everythingBut: Values }

export type Route = keyof typeof ENDPOINTS

/** Of a referral to another organisation. Not the person's record, nor the zone they were met in, nor what `withoutUntold` keeps. */
const REFERRED = {
  referral: [
    'provider',
    'service',
    'needs',
    'due',
    'consent',
    'told',
    'met',
    'state',
    'stepAt',
    'reason',
    'appointment',
    'removed'
  ],
  opening: 'everything',
  question: 'everything',
  // By it the organisation finds the referral of whoever brings a card, also without signal.
  referral_card: ['referral', 'tag', 'until', 'removed']
} as const satisfies Fields

/** What the receiving organisation may set: where it stands, never what was agreed. */
const ANSWERED = {
  referral: ['state', 'stepAt', 'reason', 'appointment'],
  opening: ['referral', 'met', 'removed'],
  question: ['referral', 'ask', 'met', 'removed']
} as const satisfies Fields

/** Ends that are the team's alone. A step taken back says again what stood before it, whoever's that was. */
const TEAM_STATES: readonly ReferralState[] = ['withdrawn', 'closed']

/** What of a case is a lead's to say, alert by alert. Whoever else noted it by a slip takes their own word back; see `maySay`. */
const LEADS_WORD: Values = {
  case: Object.fromEntries(Object.entries(LEADS_ENDS).map(([alert, ends]) => [`alert_${alert}`, ends]))
}

const all = (cell: Cell): Record<Role, Cell> => ({
  worker: cell,
  lead: cell,
  translator: cell,
  partner: cell,
  admin: cell
})

/** A partner, of what is sealed to it; nobody of a team, not even a lead. */
const RECEIVER: Record<OrganisationKind, Record<Role, Cell>> = {
  team: all('no'),
  partner: { ...all('no'), partner: 'yes' }
}

/** A lead of a team; no worker, who is out there already. */
const LEAD: Record<OrganisationKind, Record<Role, Cell>> = {
  team: { ...all('no'), lead: 'yes' },
  partner: all('no')
}

/** Of the directory. */
const WRITERS: Record<OrganisationKind, Record<Role, Cell>> = {
  team: { ...all('no'), lead: 'yes', admin: 'yes' },
  partner: all('no')
}

/** `parcels`: what is taken of what a phone says. Nobody is asked for a token at `health` and `join`. */
const TABLE: Readonly<Record<Route, Record<OrganisationKind, Record<Role, Cell>>>> = {
  health: { team: all('yes'), partner: all('yes') },
  join: { team: all('yes'), partner: all('yes') },
  parcels: {
    team: { ...all({ everythingBut: LEADS_WORD }), lead: 'everything', admin: 'everything' },
    partner: { ...all('no'), partner: ANSWERED }
  },
  deliveries: {
    team: { ...all('everything'), translator: 'no', partner: 'no' },
    partner: { ...all('no'), partner: REFERRED }
  },
  library: { team: all('yes'), partner: all('yes') },
  words: { team: { ...all('yes'), worker: 'no', partner: 'no' }, partner: all('no') },
  entries: WRITERS,
  feeds: WRITERS,
  feedPage: WRITERS,
  feedService: WRITERS,
  testimony: { team: { ...all('yes'), translator: 'no', partner: 'no' }, partner: all('no') },
  testimoniesListed: RECEIVER,
  testimonyFetched: RECEIVER,
  testimonyDeleted: RECEIVER,
  nudges: LEAD,
  nudgesOn: LEAD,
  nudgesOff: LEAD,
  // For programs with a token of their own; no phone reads there.
  dataSets: { team: all('no'), partner: all('no') },
  dataTable: { team: all('no'), partner: all('no') },
  dataCodes: { team: all('no'), partner: all('no') }
}

type Asker = { readonly role: Role; readonly kind: OrganisationKind }

export const mayAsk = (route: Route, { role, kind }: Asker): boolean => TABLE[route][kind][role] !== 'no'

/** Roles an organisation can have phones of. */
export const mayJoin = ({ role, kind }: Asker): boolean => (kind === 'partner') === (role === 'partner')

const fieldsFor = (route: 'parcels' | 'deliveries', { role, kind }: Asker): Fields => {
  const cell = TABLE[route][kind][role]
  if (cell === 'no' || cell === 'yes') return {}
  return isAllBut(cell) ? 'everything' : cell
}

const isAllBut = (cell: Cell): cell is { readonly everythingBut: Values } =>
  typeof cell === 'object' && 'everythingBut' in cell

/** Whether records of that kind are taken from such a phone, or set aside. */
export const isTaken = (type: RecordType, asker: Asker): boolean => {
  const fields = fieldsFor('parcels', asker)
  return fields === 'everything' || Object.hasOwn(fields, type)
}

/** What other teams gave is told to whoever hands out: phones that read everything of a team of their own. */
export const mayReadLedger = (asker: Asker): boolean => fieldsFor('deliveries', asker) === 'everything'

type Reader = Asker & { readonly organisation: OrganisationId }

/** What of a change this phone may read; undefined when nothing. A sealed part goes to the organisation it is for, and to no other. */
export const readable = (change: Change, reader: Reader): Change | undefined => {
  const allowed = fieldsFor('deliveries', reader)
  const picked = pick(change, allowed)
  if (picked === undefined) return undefined
  const { sealed, ...rest } = change
  const fields = allowed === 'everything' ? picked : withoutUntold(picked)
  return { ...rest, fields, ...(sealed?.organisation === reader.organisation && { sealed }) }
}

/** The needs are told like all else: only if the person agreed. They stand in the change that says what was agreed. */
const withoutUntold = (fields: SharedFields): SharedFields => {
  const { needs: _, ...others } = fields
  const { told } = fields
  return Array.isArray(told) && !told.includes('needs' satisfies Tellable) ? others : fields
}

/** A change by its name, as far as it is known. */
export type FindChange = (name: Dot) => Change | undefined

/**
 * Whether all that a change says may be said by its author, who has been referred to or is of the team. `findChange` is asked for
 * what changes replace that are `isJudgedByReplaced`, and for what those replaced.
 */
export const maySay = (change: Change, author: Asker, findChange: FindChange): boolean => {
  if (namesForOthers(change, author).some((name) => !isOwnWordBack(change, name, findChange))) return false
  const fields = fieldsFor('parcels', author)
  if (fields === 'everything') return true
  const said = pick(change, fields)
  const isWhole = said !== undefined && Object.keys(said).length === Object.keys(change.fields).length
  return isWhole && change.sealed === undefined && !(change.type === 'referral' && takesTeamsStep(change, findChange))
}

/** Whether what it replaces is needed to judge it. */
export const isJudgedByReplaced = (change: Change, author: Asker): boolean =>
  saysForOthers(change, author) || (author.kind === 'partner' && change.type === 'referral')

type Saying = Pick<Change, 'type' | 'fields'>

/** Whether something of it is, in that role, somebody else's to say. */
export const saysForOthers = (saying: Saying, author: Asker): boolean => namesForOthers(saying, author).length > 0

const namesForOthers = ({ type, fields }: Saying, { role, kind }: Asker): string[] => {
  const cell = TABLE.parcels[kind][role]
  const values = isAllBut(cell) && Object.hasOwn(cell.everythingBut, type) ? cell.everythingBut[type as RecordType] : {}
  return Object.entries(values ?? {}).flatMap(([name, kept]) =>
    kept.some((one) => one === fields[name]) ? [name] : []
  )
}

/**
 * Noted by hand, by a slip, and taken back: what the case said before holds again. It replaces nothing but words of its author
 * that were not how the case began, and which themselves replaced nothing else. What was noted on the arrival after the case began
 * is not asked for: there the screen alone holds it.
 */
const isOwnWordBack = (change: Change, name: string, findChange: FindChange): boolean =>
  change.over.length > 0 &&
  change.over.every((own) => {
    const noted = findChange(own)
    return (
      noted !== undefined &&
      noted.author === change.author &&
      noted.record !== nameOf(noted) &&
      noted.type === change.type &&
      noted.fields[name] !== undefined &&
      noted.over.every((before) => findChange(before)?.fields[name] === change.fields[name])
    )
  })

/** A step that is the team's alone, or one of anybody put in the place of it: that a person took consent back stands until they say. */
const takesTeamsStep = (change: Change, findChange: FindChange): boolean =>
  saysState(change) &&
  (isTeamsStep(change.fields['state']) ||
    change.over.some(
      (name) => isTeamsStep(findChange(name)?.fields['state']) && !isReplacedByOthers(name, change, findChange)
    ))

/** Somebody else has said since where it stands, as the team does who takes a step back: only the hour of that step is left. */
const isReplacedByOthers = (step: Dot, { author, over }: Change, findChange: FindChange): boolean =>
  over
    .flatMap((name) => [name, ...(findChange(name)?.over ?? [])])
    .map(findChange)
    .some((since) => since !== undefined && since.author !== author && saysState(since) && since.over.includes(step))

const saysState = ({ fields }: Change): boolean => fields['state'] !== undefined

/** One that nobody knows yet may be. */
export const isTeamsStep = (state: SharedValue | undefined): boolean =>
  state !== undefined && !REFERRAL_STATES.some((known) => known === state && !TEAM_STATES.includes(known))

const pick = ({ type, fields }: Change, allowed: Fields): SharedFields | undefined => {
  if (allowed === 'everything') return fields
  const names = Object.hasOwn(allowed, type) ? allowed[type as RecordType] : undefined
  if (names === undefined || names === 'everything') return names && fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}
