// One save of many on a screen: what it says when the phone is full, and nothing else to remember.
import { useState } from 'react'
import type { Result } from '#domain/result.ts'

type Try = (saving: Promise<Result<unknown, unknown>>) => Promise<boolean>

/** `isFull` until the next save goes through. The answer is whether it was saved. */
export const useSaving = (): [isFull: boolean, save: Try] => {
  const [isFull, setFull] = useState(false)
  return [
    isFull,
    async (saving) => {
      const saved = await saving
      setFull(!saved.ok && saved.refusal === 'phone_full')
      return saved.ok
    }
  ]
}
