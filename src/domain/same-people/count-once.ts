// Arrivals as totals see them: the same people once. Of several records of one group the fields are read as if they were
// answers that stand side by side, so no need, service or danger that only one of them notes is lost.
import type { SharedFields } from '#domain/code.ts'
import { countField, PEOPLE } from '#domain/records/arrival.ts'
import { readCarefully } from '#domain/records/careful-reading.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import type { DatedRecord } from '#domain/review/dated-record.ts'
import { joinedGroups, pairsIn } from '#domain/same-people/pairs.ts'

/** `arrivals`: the oldest first, of every day that may hold one of a pair. The first of the group stands for it. */
export const countOnce = (arrivals: readonly DatedRecord[], records: Iterable<FieldRecord>): readonly DatedRecord[] => {
  const groups = joinedGroups(pairsIn(records))
  if (groups.length === 0) return arrivals
  return arrivals.flatMap((arrival) => {
    const group = groups.find((candidate) => candidate.has(arrival.id))
    if (group === undefined) return [arrival]
    const members = arrivals.filter(({ id }) => group.has(id))
    return members[0] === arrival ? [{ ...arrival, fields: fieldsTogether(members) }] : []
  })
}

const fieldsTogether = (members: readonly DatedRecord[]): SharedFields => {
  const [first] = members
  const names = new Set(members.flatMap(({ fields }) => Object.keys(fields)))
  const read = [...names].flatMap((name) => {
    const [value, ...others] = members.map(({ fields }) => fields[name]).filter((said) => said !== undefined)
    return value === undefined ? [] : [[name, readCarefully('arrival', name, [value, ...others])] as const]
  })
  const { form, formVersion, met, zone } = first?.fields ?? {}
  return { ...Object.fromEntries(read), ...defined({ form, formVersion, met, zone }), ...countersOf(members) }
}

/** All four from one record: a boy who was taken for a man by the other is one person. Most children come first. */
const countersOf = (members: readonly DatedRecord[]): SharedFields => {
  const children = ({ fields }: DatedRecord) => countField(fields, 'boys') + countField(fields, 'girls')
  const [most] = members.toSorted((a, b) => children(b) - children(a))
  return Object.fromEntries(PEOPLE.map((name) => [name, countField(most?.fields ?? {}, name)]))
}

const defined = (fields: Readonly<Record<string, SharedFields[string] | undefined>>): SharedFields =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
