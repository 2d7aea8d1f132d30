// The lint step: format, lint, import guard and types. All four run, so one call names everything there is to mend.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

const CHECKS: readonly (readonly [name: string, ...command: string[]])[] = [
  ['format', program('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['linter', program('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  ['imports', 'tests/house/guard.ts'],
  ['types', program('typescript', 'bin/tsc'), '-b']
]

const results = await Promise.all(CHECKS.map(([name, ...command]) => check(name, command)))
for (const { name, ok, output } of results) console.log(ok ? `${name}: fine` : `${name}: NOT FINE\n${output}`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1

type Outcome = { readonly name: string; readonly ok: boolean; readonly output: string }

function check(name: string, command: string[]): Promise<Outcome> {
  const { promise, resolve: settle, reject } = Promise.withResolvers<Outcome>()
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  const pieces: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece))
  child.on('error', reject)
  child.on('close', (code) => settle({ name, ok: code === 0, output: Buffer.concat(pieces).toString() }))
  return promise
}

function program(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file)
}
