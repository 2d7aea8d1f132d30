// What makes the simulation worth running: a seed is the same life everywhere, and a planted bug does not live long.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { PLANTS } from '#tests/simulation/plants.ts'
import type { SeedReport } from '#tests/simulation/run-seed.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))

type Lives = { readonly from: number; readonly to: number; readonly plant?: string }

/** One process, one life after the other until one is violated. */
const live = async ({ from, to, plant }: Lives): Promise<SeedReport[]> => {
  const planted = plant === undefined ? [] : ['--plant', plant]
  const seeds = ['--from', String(from), '--to', String(to), '--until-violation']
  const { stdout } = await promisify(execFile)(process.execPath, [WORKER, ...seeds, ...planted])
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SeedReport)
}

it('lives the same life from the same seed in another process, whatever was lived before it', async () => {
  const [[first], [, second]] = await Promise.all([live({ from: 4, to: 4 }), live({ from: 3, to: 4 })])
  expect(first?.violation).toBeUndefined()
  expect(first?.events).toBeGreaterThan(1_000)
  expect(second).toEqual(first)
})

/** Each planted bug with the seed to begin at. When the code changes, so do the lives: look a few seeds further. */
const CAUGHT_BY: Readonly<Record<string, number>> = {
  'a status of 200 is believed': 3,
  'handed out counts as received': 1,
  'three tries and no more': 1,
  'a restored server is offered nothing again': 5,
  'the cursor moves without its delivery': 1,
  'a parcel grows after it was handed out': 6,
  'what is handed out is forgotten': 1,
  'nobody minds the epoch': 1,
  'a parcel that comes again is taken again': 2,
  'records that look alike are one': 3,
  'a clock that is days off is turned away': 1,
  'a cursor skips what is appended next': 1,
  'what has a receipt is never offered again': 5,
  'any receipt is a receipt for this parcel': 3,
  'a cursor outlives the restore': 5,
  'what is set aside is thrown away': 4,
  'a gap in the counters is overlooked': 1,
  'a round that failed is not tried again': 5,
  'the directory keeps what a restored server never had': 32,
  'a full phone says saved': 3,
  'saved before it is kept': 1,
  'a delivery of an earlier epoch is believed': 1_449,
  'each try to join makes other keys': 1,
  'an upgrade of the storage drops what is in it': 7,
  'a phone the server does not know throws its parcels away': 2,
  'an order to forget spares the second copy': 6,
  'an order to forget is not obeyed': 6,
  'two tabs take the same counter': 1,
  'a note is kept in the open': 1,
  'what one tab has opened stays hidden from the other': 88,
  'the later answer silences the other': 7,
  'a correction replaces nothing': 1,
  'a receipt before the flush': 38,
  'a phone that was taken off goes on adding': 6
}
/** Not caught by the first few seeds: `npm run simulate:plants -- --seeds 2000` looks further. */
const RARE = [
  'a receipt of an earlier epoch is believed',
  'a delivery come too early locks a phone that is joining',
  'a delivery is forgotten before it is folded'
]
const A_FEW = 40
const HANGS_AFTER_MS = 300_000

it('plants no bug without a seed that catches it', () => {
  expect([...RARE, ...Object.keys(CAUGHT_BY)].toSorted()).toEqual(Object.keys(PLANTS).toSorted())
})

it.each(Object.entries(CAUGHT_BY))(
  'catches a planted bug: %s',
  async (plant, first) => {
    const lives = await live({ from: first, to: first + A_FEW, plant })
    expect(lives.at(-1)?.violation).toBeDefined()
  },
  HANGS_AFTER_MS
)
