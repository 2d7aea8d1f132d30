// The server as an operator starts it: a process of its own, a folder of its own, a free port.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ask } from './test-phone.ts'

const MAIN = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))

/** Thousands of invites are a megabyte or two. */
const MOST_PRINTED = 16 * 1024 * 1024

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

export type ServerProcess = Awaited<ReturnType<typeof createServerProcess>>

export const createServerProcess = async (settings: Record<string, string> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'susret-process-'))
  const env: Record<string, string | undefined> = {
    ...process.env,
    DATABASE_URL: '',
    SUSRET_PUBLIC_URL: '',
    SUSRET_PORT: '0',
    SUSRET_DATA: join(folder, 'data'),
    SUSRET_APP: join(folder, 'no-app'),
    ...settings
  }
  let child: ChildProcess | undefined
  let url = ''

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null) return running?.exitCode ?? null
    const ended = new Promise<number | null>((resolve) => running.once('exit', resolve))
    running.kill(signal)
    return ended
  }

  const run = (args: readonly string[]): Promise<Ran> =>
    new Promise((resolve) => {
      execFile(process.execPath, [MAIN, ...args], { env, maxBuffer: MOST_PRINTED }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      )
    })

  return {
    folder,
    /** What it printed until it was ready. */
    start: () =>
      new Promise<string>((resolve, reject) => {
        let printed = ''
        const log = openSync(join(folder, 'log'), 'a')
        const running = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'pipe', log] })
        closeSync(log)
        child = running
        running.once('exit', (code) => {
          const lastLogged = readFileSync(join(folder, 'log'), 'utf8').slice(-1_000)
          reject(new Error(`Ended with ${code} after:\n${printed}\n${lastLogged}`))
        })
        // A character may arrive in two chunks.
        running.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
          printed += chunk
          if (!printed.includes('Stop: Ctrl+C')) return
          url = /running: (\S+)/.exec(printed)?.[1] ?? ''
          resolve(printed)
        })
      }),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    url: () => url,
    pid: () => child?.pid,
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    signal: (signal: NodeJS.Signals) => child?.kill(signal),
    /** All it logged, over all its starts. */
    logged: () => readFile(join(folder, 'log'), 'utf8'),
    ask: ((path, init) => fetch(`${url}${path}`, init)) as Ask,
    command: (...args: string[]): Promise<Ran> => run(args),
    /** So many invite links, made by the operator's command. */
    invites: async (count: number): Promise<string[]> => {
      const { code, out, err } = await run(['invite', '--count', String(count), '--minutes', '600'])
      if (code !== 0) throw new Error(`No invites: ${err}`)
      return linksIn(out)
    },
    dispose: async () => {
      await end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    }
  }
}

export const linksIn = (printed: string): string[] => printed.match(/https?:\S+#\/join\/\S+/g) ?? []

/** The code in the invite link that a command printed. */
export const inviteIn = (printed: string, role: string): string => {
  const code = new RegExp(`Invite for one ${role}[^\\n]*\\n[^#]*#/join/([^.\\s]+)`).exec(printed)?.[1]
  if (code === undefined) throw new Error(`No invite in:\n${printed}`)
  return code
}
