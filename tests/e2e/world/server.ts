// A real server in a process and a folder of its own, that can be killed and started again where it was.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const MAIN = fileURLToPath(new URL('../../../src/server/main.ts', import.meta.url))
const run = promisify(execFile)

export type TestServer = {
  readonly url: string
  /** Where it keeps everything. */
  readonly folder: string
  readonly start: () => Promise<void>
  /** SIGKILL: nothing is said good-bye to. */
  readonly kill: () => Promise<void>
  /** Ends as an operator ends it: everything is written. */
  readonly stop: () => Promise<void>
  /** Goes on with the data of `folder` instead of its own; only before anything was done with it. */
  readonly goOnFrom: (folder: string) => Promise<void>
  /** Whether no command was run and nothing of it ended. */
  readonly isUntouched: () => boolean
  /** One operator's command against the same data; returns what it printed. */
  readonly command: (...args: string[]) => Promise<string>
  /** A fresh invite link. */
  readonly invite: (role: 'worker' | 'lead' | 'translator') => Promise<string>
  /** The same for a provider of the directory, which is an organisation of its own from then on; `more` options as they are. */
  readonly invitePartner: (organisation: string, provider: string, ...more: string[]) => Promise<string>
  /** The same for another team beside this one. */
  readonly inviteTeam: (organisation: string, name: string) => Promise<string>
  readonly dispose: () => Promise<void>
}

/** `givenPort`: one that is free, unless told. */
export const createTestServer = async (
  settings: Record<string, string> = {},
  givenPort?: number
): Promise<TestServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'susret-server-'))
  const port = givenPort ?? (await freePort())
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    SUSRET_DATA: folder,
    SUSRET_PORT: String(port),
    SUSRET_PUBLIC_URL: url,
    DATABASE_URL: '',
    ...settings
  }
  let process_: ChildProcess | undefined
  let isTouched = false

  const start = async () => {
    let printed = ''
    const child = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    process_ = child
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The server ended:\n${printed}`)
      const isHealthy = await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false
      )
      if (isHealthy) return
      await new Promise((settle) => setTimeout(settle, 50))
    }
  }

  const stop = async (signal: NodeJS.Signals) => {
    const child = process_
    process_ = undefined
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise((settle) => child.once('exit', settle))
    child.kill(signal)
    await ended
  }

  const command = async (...args: string[]) => {
    isTouched = true
    return (await run(process.execPath, [MAIN, ...args], { env })).stdout
  }

  return {
    url,
    folder,
    start,
    kill: () => {
      isTouched = true
      return stop('SIGKILL')
    },
    stop: () => stop('SIGTERM'),
    goOnFrom: async (from) => {
      isTouched = true
      await stop('SIGTERM')
      await rm(folder, { recursive: true })
      await cp(from, folder, { recursive: true })
      await start()
    },
    isUntouched: () => !isTouched,
    command,
    invite: async (role) => linkIn(await command('invite', '--role', role)),
    invitePartner: async (organisation, provider, ...more) => {
      const named = ['--organisation', organisation, '--provider', provider]
      return linkIn(await command('invite', '--role', 'partner', ...named, ...more))
    },
    inviteTeam: async (organisation, name) =>
      linkIn(await command('invite', '--role', 'worker', '--organisation', organisation, '--name', name)),
    dispose: async () => {
      await stop('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** How many changes of the one worker there is the server holds. */
export const changesOf = async (server: Pick<TestServer, 'command'>): Promise<number> => {
  const [row] = (await server.command('devices')).split('\n').filter((line) => line.includes('worker'))
  return Number(row?.split(/\s{2,}/)[4])
}

const linkIn = (printed: string): string => {
  const link = /http\S+#\/join\/\S+/.exec(printed)?.[0]
  if (link === undefined) throw new Error(`No link in:\n${printed}`)
  return link
}

export const freePort = () =>
  new Promise<number>((settle) => {
    const listener = createServer()
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      listener.close(() => settle(typeof address === 'object' && address ? address.port : 0))
    })
  })
