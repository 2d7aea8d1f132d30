// What the server of one phone has, read from a backup of it.
import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { TALLY_CLASSES } from '#domain/codes/field-codes.ts'
import { Change } from '#protocol/change.ts'
import { type Tallies, talliesOf } from '#tests/crash/ledger.ts'
import type { Group } from '#tests/e2e/world/acts.ts'
import type { TestServer } from '#tests/e2e/world/server.ts'

export type OnServer = {
  /** In the order the phone saved them. */
  readonly arrivals: readonly Group[]
  readonly tallies: Tallies
  /** Numbers of changes that are there more than once, or missing before the last. */
  readonly repeated: number
  readonly missing: number
}

export const readServer = async (server: TestServer): Promise<OnServer> => {
  const file = join(await mkdtemp(join(server.folder, 'backup-')), 'all')
  await server.command('backup', file)
  const rows = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
    .filter((line) => line.includes('"table":"change"'))
    .map((line) => (JSON.parse(line) as { row: { content: string } }).row.content)
  const changes = rows.map((content) => Change.parse(JSON.parse(content)))
  const inOrder = changes.toSorted((a, b) => a.counter - b.counter)
  const counters = new Set(inOrder.map(({ counter }) => counter))
  const fieldsOf = (type: string) => inOrder.filter((change) => change.type === type).map(({ fields }) => fields)
  return {
    arrivals: fieldsOf('arrival').map(({ men, women }) => ({ men: Number(men ?? 0), women: Number(women ?? 0) })),
    tallies: talliesOf((one) => fieldsOf('tally').filter((fields) => Object.values(fields).includes(one)).length),
    repeated: changes.length - counters.size,
    missing: Math.max(0, ...counters) - counters.size
  }
}

/** What the server lacks of what the phone has, and has too often. */
export const compareWithServer = (
  phone: { arrivals: readonly Group[]; tallies: Tallies },
  there: OnServer
): { lost: number; doubled: number } => {
  const { arrivals } = there
  const isSame =
    arrivals.length === phone.arrivals.length && arrivals.every((one, at) => isAlike(one, phone.arrivals[at]))
  const differences = [
    // As many, and others: what is not what was saved counts as lost.
    arrivals.length - phone.arrivals.length || (isSame ? 0 : -1),
    ...TALLY_CLASSES.map((one) => there.tallies[one] - phone.tallies[one])
  ]
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  return {
    lost: sum(differences.map((one) => Math.max(0, -one))) + there.missing,
    doubled: sum(differences.map((one) => Math.max(0, one))) + there.repeated
  }
}

const isAlike = (a: Group, b: Group | undefined) => a.men === b?.men && a.women === b?.women
