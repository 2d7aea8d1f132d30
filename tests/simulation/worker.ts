// One process of the simulation: loads the real modules with what is asked for, then runs its share of the seeds, one after
// the other, and prints a line of JSON for each.
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { loadModulesWith } from '#tests/simulation/modules.ts'
import { PLANTS } from '#tests/simulation/plants.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string' },
    plant: { type: 'string' },
    crypto: { type: 'string', default: 'stand-in' },
    events: { type: 'boolean', default: false },
    'until-violation': { type: 'boolean', default: false }
  }
})

// A process that lives one life spends most of its time on loading.
enableCompileCache()
loadModulesWith(values.plant === undefined ? [] : (PLANTS[values.plant] ?? []))
/** Dexie tells other tabs of the same process of its writes when it finds these; our tabs are strangers. */
const hidden = ['BroadcastChannel', 'FinalizationRegistry'] as const
const kept = hidden.map((name) => Object.getOwnPropertyDescriptor(globalThis, name))
for (const name of hidden)
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true, writable: true })
await import('fake-indexeddb/auto')
await import('dexie')
hidden.forEach((name, at) => Object.defineProperty(globalThis, name, kept[at] ?? {}))
// Node loads its web classes when first used, and must not do so in mid-seed.
await new Response('').text()
const { installPorts } = await import('#tests/simulation/ports.ts')
const { runSeed } = await import('#tests/simulation/run-seed.ts')
// The code under test warns of what the faults do to it, and a killed phone leaves promises behind.
console.warn = () => undefined
process.on('unhandledRejection', () => undefined)
installPorts(values.crypto === 'real')
for (let seed = Number(values.from); seed <= Number(values.to ?? values.from); seed += 1) {
  const report = await runSeed({ seed, ...(values.events && { write: (line: string) => console.log(line) }) })
  console.log(JSON.stringify(report))
  if (report.violation && values['until-violation']) break
}
process.exit(0)
