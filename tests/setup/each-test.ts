// Runs before every test file: seeds the generated tests, and lets no warning pass unseen. A test that expects one
// puts its own spy on the console.
import fc from 'fast-check'
import { afterEach, beforeEach } from 'vitest'

fc.configureGlobal({ seed: Number(process.env['SEED']) })

const complaints: string[] = []
const original = { error: console.error, warn: console.warn }

beforeEach(() => {
  complaints.length = 0
  for (const kind of ['error', 'warn'] as const) {
    console[kind] = (...said: unknown[]) => {
      complaints.push(`console.${kind}: ${said.map(String).join(' ')}`)
      original[kind](...said)
    }
  }
})

afterEach(() => {
  Object.assign(console, original)
  if (complaints.length > 0) throw new Error(`Nobody expected this on the console:\n${complaints.join('\n')}`)
})
