// Builds the world and runs one command. `node src/server/main.ts help` lists them.
import { readFile } from 'node:fs/promises'
import { webcrypto } from 'node:crypto'
import { aside } from '#server/commands/aside.ts'
import { audit } from '#server/commands/audit.ts'
import { backup } from '#server/commands/backup.ts'
import { devices } from '#server/commands/devices.ts'
import { exportFile } from '#server/commands/export.ts'
import { form } from '#server/commands/form.ts'
import { help } from '#server/commands/help.ts'
import { hook } from '#server/commands/hook.ts'
import { invite } from '#server/commands/invite.ts'
import { ledger } from '#server/commands/ledger.ts'
import { replay } from '#server/commands/replay.ts'
import { rescue } from '#server/commands/rescue.ts'
import { restore } from '#server/commands/restore.ts'
import { revoke } from '#server/commands/revoke.ts'
import { seed } from '#server/commands/seed.ts'
import { start } from '#server/commands/start.ts'
import { token } from '#server/commands/token.ts'
import { words } from '#server/commands/words.ts'
import { type Command, Trouble, type World } from '#server/commands/world.ts'
import { BrokenKeyFile } from '#server/keys.ts'
import { createLog } from '#server/log.ts'
import { readSettings } from '#server/settings.ts'
import { UnsafeDatabase } from '#server/store/database.ts'
import { NewerData } from '#server/store/migrations.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  invite,
  devices,
  revoke,
  aside,
  ledger,
  replay,
  rescue,
  seed,
  form,
  backup,
  restore,
  words,
  token,
  audit,
  export: exportFile,
  hook,
  help
}

const main = async (): Promise<number> => {
  const [, , name = 'help', ...args] = process.argv
  const settings = readSettings(process.env)
  if (!settings.ok) return tell(['These settings make no sense:', ...settings.refusal.map((line) => `  ${line}`)])
  const asksForHelp = [name, ...args].some((word) => word === '--help' || word === '-h')
  const command = asksForHelp ? help : COMMANDS[name]
  if (command === undefined) return tell([`There is no command "${name}". The commands: npm run susret -- help`])
  const world: World = {
    settings: settings.value,
    version: await readVersion(),
    clock: { now: () => Date.now() },
    random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes)),
    later: (ms, work) => setTimeout(work, ms).unref(),
    log: createLog(settings.value.logLevel),
    say: (line) => process.stdout.write(`${line}\n`),
    progress: (line) => process.stderr.write(`${line}\n`),
    untilStopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      })
  }
  try {
    return await command(world, args)
  } catch (error) {
    if (isForTheOperator(error)) return tell([error.message])
    throw error
  }
}

const isForTheOperator = (error: unknown): error is Error =>
  [Trouble, UnsafeDatabase, NewerData, BrokenKeyFile].some((kind) => error instanceof kind) ||
  String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')

const tell = (lines: string[]): number => {
  for (const line of lines) process.stderr.write(`${line}\n`)
  return 1
}

const readVersion = async (): Promise<string> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

process.exitCode = await main()
