import { expose } from 'comlink'
import { describe, expect, it } from 'vitest'
import type { Keeper } from '#device/vault/keeper.ts'
import { openVaultThread } from '#device/vault/vault-thread.ts'

/** What a page has of a thread, as far as it is used: whose script came or did not, and what it answers. */
const createWorker = () => {
  const [page, thread] = [new EventTarget(), new EventTarget()]
  const pass = (to: EventTarget) => (data: unknown) =>
    void setTimeout(() => to.dispatchEvent(new MessageEvent('message', { data })))
  return {
    worker: Object.assign(page, { postMessage: pass(thread), terminate: () => {} }) as unknown as Worker,
    come: (keeper: Partial<Keeper>) => expose(keeper, Object.assign(thread, { postMessage: pass(page) })),
    fail: () => page.dispatchEvent(new Event('error'))
  }
}

const inTurn = (...threads: ReturnType<typeof createWorker>[]) => {
  const left = [...threads]
  return () => {
    const next = left.shift()
    if (next === undefined) throw new Error('Another thread was begun')
    return next.worker
  }
}

const reads = (value: string) => ({ readNote: async () => value })

describe('A thread of the vault whose script does not come', () => {
  it('fails whoever asked it and whoever asks later, and begins anew with each question', async () => {
    const [first, second, third] = [createWorker(), createWorker(), createWorker()]
    const { keeper } = openVaultThread(inTurn(first, second, third))
    const asked = keeper.readNote('zone')
    first.fail()
    await expect(asked).rejects.toThrow('did not start')
    const askedAgain = keeper.readNote('zone')
    second.fail()
    await expect(askedAgain).rejects.toThrow('did not start')
    third.come(reads('parks'))
    expect(await keeper.readNote('zone')).toBe('parks')
  })

  it('before anybody asked, is another one by the time somebody does', async () => {
    const [first, second] = [createWorker(), createWorker()]
    const { keeper } = openVaultThread(inTurn(first, second))
    first.fail()
    second.come(reads('parks'))
    expect(await keeper.readNote('zone')).toBe('parks')
  })
})

describe('A thread of the vault that has answered', () => {
  it('stays, with its key, whatever goes wrong in it', async () => {
    const only = createWorker()
    only.come(reads('parks'))
    const { keeper } = openVaultThread(inTurn(only))
    await keeper.readNote('zone')
    const asked = keeper.readNote('zone')
    only.fail()
    expect(await asked).toBe('parks')
    expect(await keeper.readNote('zone')).toBe('parks')
  })
})
