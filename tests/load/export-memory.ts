// The operator's export of as many records as there may be, in a process that is given little memory.
// `node tests/load/export-memory.ts [--records 100000] [--heap 64]`
import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seedRecords } from '#tests/load/seed-records.ts'

const MAIN = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))

export type Exported = {
  /** Of the records that were seeded, as corrected. */
  readonly people: number
  /** In its files, without their headings. */
  readonly rows: number
  readonly said: string
  readonly progress: readonly string[]
  readonly code: number | null
  readonly seconds: number
}

/** `heapMegabytes`: how much the process may hold; it ends with a fault when that is not enough. */
export const exportInLittleMemory = async (records: number, heapMegabytes: number): Promise<Exported> => {
  const folder = await mkdtemp(join(tmpdir(), 'susret-export-'))
  try {
    const people = await seedRecords(folder, records)
    const file = join(folder, 'people.csv')
    const began = performance.now()
    const ran = await run(
      [`--max-old-space-size=${heapMegabytes}`, MAIN, 'export', '--set', 'core', '--month', '2018-07', '--file', file],
      { ...process.env, DATABASE_URL: '', SUSRET_DATA: folder }
    )
    const rows = ran.code === 0 ? await countRows(folder) : 0
    return { people, rows, ...ran, seconds: (performance.now() - began) / 1000 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  new Promise<Pick<Exported, 'code' | 'said' | 'progress'>>((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, progress] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (progress += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said, progress: progress.trimEnd().split('\n') }))
  })

/** Of all its files together: CORE takes only so many people in one. */
const countRows = async (folder: string): Promise<number> => {
  let rows = 0
  for (const name of (await readdir(folder)).filter((one) => /^people(-\d+)?\.csv$/.test(one))) {
    rows -= 1
    for await (const line of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
      if (line !== '') rows += 1
    }
  }
  return rows
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { records: { type: 'string', default: '100000' }, heap: { type: 'string', default: '64' } }
  })
  const found = await exportInLittleMemory(Number(values.records), Number(values.heap))
  for (const line of found.progress) console.log(line)
  console.log(found.said.trimEnd())
  console.log(
    `${values.records} records, ${found.people} people, ${found.rows} rows in ${found.seconds.toFixed(1)} s with ${values.heap} MB`
  )
  process.exitCode = found.code === 0 ? 0 : 1
}
