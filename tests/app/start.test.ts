// What stands outside the app and counts its starts, run as a page runs it.
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const SCRIPT = readFileSync(new URL('../../public/start.js', import.meta.url), 'utf8')
/** Longer than any start waits for anything. */
const LONG_MS = 60_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A phone on which version 2 has taken over from 1, and its worker, which goes back when it is asked to. */
const createPhone = () => {
  const kept = new Map<string, string>()
  const orders: unknown[] = []
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  }
  const tell = (order: { say: string }, [port]: readonly { answer: (current: string) => void }[] = []) => {
    orders.push(order.say)
    port?.answer('1')
  }
  class MessageChannel {
    readonly port1: { onmessage?: (event: { data: { current: string } }) => void } = {}
    readonly port2 = { answer: (current: string) => this.port1.onmessage?.({ data: { current } }) }
  }
  /** None of these fails here: a fault of a script comes to the window. */
  class Element {
    readonly matches = () => false
  }
  const worker = { postMessage: tell }

  const start = () => {
    const page = new EventTarget()
    const reload = vi.fn<() => void>()
    const nothing = { dataset: {} }
    runInNewContext(SCRIPT, {
      localStorage,
      MessageChannel,
      setTimeout,
      Element,
      addEventListener: page.addEventListener.bind(page),
      location: { pathname: '/', hash: '', reload },
      navigator: { serviceWorker: { controller: worker, ready: Promise.resolve({ active: worker }) } },
      document: { currentScript: { dataset: { version: '2' } }, documentElement: nothing, getElementById: () => null }
    })
    return { reload, say: (what: string) => page.dispatchEvent(new Event(what)) }
  }
  return { start, orders }
}

describe('A version whose storage does not open', () => {
  it('has started all the same, however often it is loaded again', async () => {
    const { start, orders } = createPhone()
    for (let count = 0; count < 5; count += 1) {
      const { say, reload } = start()
      say('susret-shown')
      await vi.advanceTimersByTimeAsync(LONG_MS)
      expect(reload).not.toHaveBeenCalled()
    }
    expect(orders).toEqual([])
  })
})

describe('A version that stayed empty and was closed twice', () => {
  const closedTwice = () => {
    const phone = createPhone()
    phone.start()
    phone.start()
    return phone
  }

  it('is given time to come up the third time', async () => {
    const { start, orders } = closedTwice()
    const { say, reload } = start()
    await vi.advanceTimersByTimeAsync(500)
    say('susret-shown')
    say('susret-up')
    await vi.advanceTimersByTimeAsync(LONG_MS)
    expect(orders).toEqual(['came_up'])
    expect(reload).not.toHaveBeenCalled()
  })

  it('gives way when it stays empty then too', async () => {
    const { start, orders } = closedTwice()
    const { reload } = start()
    await vi.advanceTimersByTimeAsync(LONG_MS)
    expect(orders).toEqual(['go_back'])
    expect(reload).toHaveBeenCalledOnce()
  })
})

describe('A version that throws', () => {
  it('is loaded once more, and gives way the second time', async () => {
    const { start, orders } = createPhone()
    const once = start()
    once.say('error')
    await vi.advanceTimersByTimeAsync(LONG_MS)
    expect([once.reload.mock.calls.length, orders]).toEqual([1, []])
    const again = start()
    again.say('error')
    await vi.advanceTimersByTimeAsync(LONG_MS)
    expect([again.reload.mock.calls.length, orders]).toEqual([1, ['go_back']])
  })
})
