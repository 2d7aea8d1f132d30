// The people of an export one a row, with the columns of NRC CORE's participant file that our records carry. A row holds no
// more than the table it is made of tells, so nobody stands out; who is not told in the table is not in the file. Headings and
// codes are CORE's own, in English, because its import reads those: it refuses a file whole for one that it does not know.
import { findIso3 } from '#domain/codes/iso3.ts'
import type { ToldRow } from '#domain/exports/offer.ts'
import type { Sheet } from '#domain/exports/sheet.ts'
import { PEOPLE } from '#domain/records/arrival.ts'

export const PARTICIPANT_COLUMNS = [
  // Under `ID` it looks for somebody it has already; what others call a person is this.
  { id: 'id', heading: 'Internal ID', tag: '#meta+id' },
  // Nobody's is known, but without the column it reads no file.
  { id: 'lastName', heading: 'Last name', tag: '' },
  { id: 'office', heading: 'Collection office', tag: '#org+impl' },
  { id: 'registered', heading: 'Date of registration', tag: '#date+start' },
  { id: 'context', heading: 'Engagement context', tag: '' },
  { id: 'anonymous', heading: 'Prefers to remain anonymous', tag: '' },
  { id: 'sex', heading: 'Sex', tag: '' },
  { id: 'minor', heading: 'Is minor', tag: '' },
  { id: 'nationality', heading: 'Nationality 1', tag: '#country+code+origin+v_iso3' }
] as const

/** Of more people in one file it takes none. */
export const MOST_PARTICIPANTS = 10_000

/** How all of them were met, as CORE calls it. */
export const FIELD_ACTIVITY = 'fieldActivity'

const CORE_SEX = { men: 'male', boys: 'male', women: 'female', girls: 'female' } as const
const CHILDREN: readonly string[] = ['boys', 'girls']

/** One at a time: there may be a hundred thousand. A country without a code of ISO 3166 is left empty. */
export function* participantRows(
  rows: readonly ToldRow[],
  { organisation }: { organisation: string }
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
          undefined,
          organisation,
          row.from,
          FIELD_ACTIVITY,
          'true',
          CORE_SEX[kind],
          String(CHILDREN.includes(kind)),
          findIso3(row.code)
        ]
      }
    }
  }
}

export const countParticipants = (rows: readonly ToldRow[]): number =>
  rows.reduce((sum, { people }) => people.reduce<number>((of, count) => of + (count ?? 0), sum), 0)
