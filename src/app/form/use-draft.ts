// A form begun and not yet saved, sealed on the phone after every touch, so that a kill at any moment loses at most the
// last one. One write at a time; only the newest waits. What says no more than a fresh form is no draft.
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { usePhone } from '#app/phone/use-phone.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import type { Result } from '#domain/result.ts'

export type DraftState<Value> = {
  readonly value: Value
  readonly change: (value: Value) => void
  /** Forgets the draft and begins anew with `fresh`. */
  readonly clear: () => Promise<void>
  /** True once a draft from before was found and is shown. */
  readonly isPickedUp: boolean
  readonly refusal: SaveRefusal | undefined
}

type Parts<Value> = { name: string; schema: z.ZodMiniType<Value>; fresh: Value }

export const useDraft = <Value>({ name, schema, fresh }: Parts<Value>): DraftState<Value> => {
  const phone = usePhone()
  const [value, setValue] = useState(fresh)
  const [isPickedUp, setPickedUp] = useState(false)
  const [refusal, setRefusal] = useState<SaveRefusal>()
  const touched = useRef(false)
  const writer = useRef<ReturnType<typeof createWriter<Value>>>(undefined)
  writer.current ??= createWriter<Value>(
    (newest) => phone.keepDraft(name, newest),
    () => phone.dropDraft(name),
    setRefusal
  )

  useEffect(() => {
    let isGone = false
    void phone.readDraft(name).then((found) => {
      const draft = schema.safeParse(found)
      if (isGone || touched.current || !draft.success || isAlike(draft.data, fresh)) return
      setValue(draft.data)
      setPickedUp(true)
    })
    return () => {
      isGone = true
    }
  }, [phone, name, schema, fresh])

  const change = useCallback(
    (next: Value) => {
      touched.current = true
      setPickedUp(false)
      setValue(next)
      if (isAlike(next, fresh)) void writer.current?.drop()
      else writer.current?.write(next)
    },
    [fresh]
  )

  const clear = useCallback(async () => {
    touched.current = true
    setPickedUp(false)
    setValue(fresh)
    await writer.current?.drop()
  }, [fresh])

  return { value, change, clear, isPickedUp, refusal }
}

/** Whatever order its answers were given in. */
const isAlike = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )

const createWriter = <Value>(
  keep: (value: Value) => Promise<Result<undefined, SaveRefusal>>,
  drop: () => Promise<Result<undefined, SaveRefusal>>,
  onRefusal: (refusal: SaveRefusal | undefined) => void
) => {
  let newest: { value: Value } | undefined
  let turn: Promise<void> = Promise.resolve()
  const writeNewest = async () => {
    if (newest === undefined) return
    const { value } = newest
    newest = undefined
    const kept = await keep(value)
    onRefusal(kept.ok ? undefined : kept.refusal)
  }
  return {
    write: (value: Value) => {
      const isWaiting = newest !== undefined
      newest = { value }
      if (!isWaiting) turn = turn.then(writeNewest)
    },
    drop: () => {
      newest = undefined
      turn = turn.then(drop).then((dropped) => onRefusal(dropped.ok ? undefined : dropped.refusal))
      return turn
    }
  }
}
