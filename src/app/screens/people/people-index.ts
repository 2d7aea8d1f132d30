// Finding a record by any spelling of what is known of it. Words are folded once per code and once per record, before the
// first letter is typed; a record that changes is another object and is folded anew.
import { foldText } from '#domain/fold-text.ts'
import type { FieldRecord } from '#domain/records/record.ts'

const NAMED_FIELDS = ['language', 'country', 'zone'] as const
export type NamedField = (typeof NAMED_FIELDS)[number]

type IndexParts<Kind> = {
  /** Every name a code may be typed by. */
  namesOf: (field: NamedField, code: string) => readonly string[]
  /** Words of a record that only this phone has. */
  noteOf: (record: Kind) => string
  /** A referral or a case is found by what is known of the people it is for. */
  findArrival: (record: Kind) => Kind | undefined
}

export type PeopleIndex<Kind> = {
  /** Ahead of the first letter, so that it finds as quickly as the next. */
  readonly read: (records: readonly Kind[]) => void
  /** In the order given; all of them when nothing is asked. */
  readonly find: (records: readonly Kind[], query: string) => readonly Kind[]
}

export const createPeopleIndex = <Kind extends FieldRecord>(parts: IndexParts<Kind>): PeopleIndex<Kind> => {
  const namesByCode = new Map<string, string>()
  const textByRecord = new WeakMap<Kind, string>()

  const namesOf = (field: NamedField, code: string): string => {
    const key = `${field} ${code}`
    const known = namesByCode.get(key)
    if (known !== undefined) return known
    const names = foldText(parts.namesOf(field, code).join(' '))
    namesByCode.set(key, names)
    return names
  }

  const ownText = (record: Kind): string => {
    const known = textByRecord.get(record)
    if (known !== undefined) return known
    const names = NAMED_FIELDS.map((field) => {
      const code = record.fields[field]
      return typeof code === 'string' ? namesOf(field, code) : ''
    })
    const text = [...names, foldText(parts.noteOf(record))].join(' ')
    textByRecord.set(record, text)
    return text
  }

  const textOf = (record: Kind): string => {
    const arrival = ['referral', 'case'].includes(record.type) ? parts.findArrival(record) : undefined
    return arrival === undefined ? ownText(record) : `${ownText(record)} ${ownText(arrival)}`
  }

  return {
    read: (records) => records.forEach(ownText),
    find: (records, query) => {
      const [words, code] = [foldText(query), query.toLowerCase().replace(/\s/g, '')]
      if (words === '') return records
      const asked = words.split(' ')
      const has = (text: string) => asked.every((word) => text.includes(word))
      return records.filter((record) => has(textOf(record)) || shortIdOf(record.id) === code)
    }
  }
}

/** `k3m7-41`: enough of a record's id to tell it from the others of one team, short enough to say aloud. */
export const shortIdOf = (id: string): string => id.slice(8)
