// Silence ends a request, slowness does not. Time is turned by hand.
import { describe, expect, it } from 'vitest'
import { createPatientFetch } from '#device/patient-fetch.ts'

const PATIENCE_MS = 30_000

const createClock = () => {
  let now = 0
  const alarms = new Set<{ at: number; work: () => void }>()
  return {
    later: (ms: number, work: () => void) => {
      const alarm = { at: now + ms, work }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    pass: (ms: number) => {
      now += ms
      for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
        alarms.delete(alarm)
        alarm.work()
      }
    },
    waiting: () => alarms.size
  }
}

/** A server that says what it is told to, piece by piece, until the asker gives up. */
const createSlowServer = () => {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined
  let begin = (_answer: Response) => {}
  return {
    ask: (_path: string, { signal }: RequestInit) =>
      new Promise<Response>((settle, reject) => {
        begin = settle
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error)
          out?.error(signal.reason)
        })
      }),
    begin: () => begin(new Response(new ReadableStream({ start: (controller) => void (out = controller) }))),
    say: (text: string) => out?.enqueue(new TextEncoder().encode(text)),
    end: () => out?.close()
  }
}

const createWorld = () => {
  const [clock, server] = [createClock(), createSlowServer()]
  const fetch = createPatientFetch({ ask: server.ask, later: clock.later })
  return { clock, server, ask: () => fetch('/v1/deliveries', { patienceMs: PATIENCE_MS }) }
}

const settled = () => new Promise((settle) => setImmediate(settle))

describe('An answer', () => {
  it('that comes a letter in twenty seconds comes whole, however long it takes', async () => {
    const { clock, server, ask } = createWorld()
    const asked = ask()
    clock.pass(20_000)
    server.begin()
    const text = asked.then((answer) => answer.text())
    await settled()
    for (const letter of 'a long delivery') {
      clock.pass(20_000)
      server.say(letter)
      await settled()
    }
    server.end()
    expect(await text).toBe('a long delivery')
    expect(clock.waiting()).toBe(0)
  })

  it('that breaks off without a word is given up', async () => {
    const { clock, server, ask } = createWorld()
    const asked = ask()
    server.begin()
    const text = asked.then((answer) => answer.text())
    await settled()
    server.say('half an ans')
    await settled()
    clock.pass(PATIENCE_MS)
    await expect(text).rejects.toThrow('too long')
  })

  it('that never begins is given up', async () => {
    const { clock, ask } = createWorld()
    const asked = ask()
    clock.pass(PATIENCE_MS - 1)
    clock.pass(1)
    await expect(asked).rejects.toThrow('too long')
    expect(clock.waiting()).toBe(0)
  })
})
