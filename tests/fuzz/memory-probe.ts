// Loaded into the server under attack: at a signal it collects all garbage and writes down what is still held, so that
// a leak can be told from a collector that is in no hurry.
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export type Held = { readonly heap: number; readonly buffers: number; readonly resident: number }

const file = process.env['SUSRET_TEST_MEMORY']
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

if (file !== undefined) {
  process.on('SIGUSR2', () => {
    for (let time = 0; time < 3; time += 1) collect()
    const { heapUsed, external, rss } = process.memoryUsage()
    writeFileSync(`${file}.part`, JSON.stringify({ heap: heapUsed, buffers: external, resident: rss } satisfies Held))
    renameSync(`${file}.part`, file)
  })
}
