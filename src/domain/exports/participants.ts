// The people of an export one a row, with the columns of NRC CORE's participant file that our records carry. A row holds no
// more than the table it is made of tells, so nobody stands out; who is not told in the table is not in the file. Headings and
// codes are CORE's own, in English, because its import reads those.
import type { ToldRow } from '#domain/exports/offer.ts'
import type { Sheet } from '#domain/exports/sheet.ts'
import { PEOPLE } from '#domain/records/arrival.ts'

export const PARTICIPANT_COLUMNS = [
  { id: 'id', heading: 'ID', tag: '#meta+id' },
  { id: 'office', heading: 'Collection office', tag: '#org+impl' },
  { id: 'registered', heading: 'Date of registration', tag: '#date+start' },
  { id: 'context', heading: 'Engagement context', tag: '' },
  { id: 'anonymous', heading: 'Prefers to remain anonymous', tag: '' },
  { id: 'sex', heading: 'Sex', tag: '' },
  { id: 'minor', heading: 'Is minor', tag: '' },
  { id: 'nationality', heading: 'Nationality 1', tag: '#country+name+origin' }
] as const

/** How all of them were met, as CORE calls it. */
export const FIELD_ACTIVITY = 'fieldActivity'

const CORE_SEX = { men: 'male', boys: 'male', women: 'female', girls: 'female' } as const
const CHILDREN: readonly string[] = ['boys', 'girls']

/** One at a time: there may be a hundred thousand. `country` names a code as CORE does, in English. */
export function* participantRows(
  rows: readonly ToldRow[],
  { organisation, country }: { organisation: string; country: (code: string) => string }
): Generator<Sheet[number], undefined> {
  let [number, from] = [0, '']
  for (const row of rows) {
    // Counted anew from each day rows begin on, so that a person of a month is called the same in a file of several.
    if (row.from !== from) [number, from] = [0, row.from]
    for (const [index, kind] of PEOPLE.entries()) {
      for (let person = 0; person < (row.people[index] ?? 0); person += 1) {
        number += 1
        yield [
          `${row.from}-${String(number).padStart(6, '0')}`,
          organisation,
          row.from,
          FIELD_ACTIVITY,
          'true',
          CORE_SEX[kind],
          String(CHILDREN.includes(kind)),
          row.code === '' ? undefined : country(row.code)
        ]
      }
    }
  }
}

export const countParticipants = (rows: readonly ToldRow[]): number =>
  rows.reduce((sum, { people }) => people.reduce<number>((of, count) => of + (count ?? 0), sum), 0)
