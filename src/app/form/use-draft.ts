// A form begun and not yet saved, sealed on the phone after every touch, so that a kill at any moment loses at most the
// last one. One write at a time; only the newest waits. What says no more than a fresh form is no draft.
import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import type { Draft } from '#app/phone/draft.ts'
import { useRandom } from '#app/phone/random-context.ts'
import { usePhone } from '#app/phone/use-phone.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import type { Result } from '#domain/result.ts'
import { randomUuid } from '#domain/uuid.ts'

export type DraftState<Value> = {
  /** Goes with what is saved of it, and stays on this phone: so one that could not be forgotten in time is not picked up. */
  readonly id: string
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
  const random = useRandom()
  const [{ id, value }, setDraft] = useState(() => ({ id: randomUuid(random(16)), value: fresh }))
  const [isPickedUp, setPickedUp] = useState(false)
  const [refusal, setRefusal] = useState<SaveRefusal>()
  const touched = useRef(false)
  const writer = useRef<ReturnType<typeof createWriter>>(undefined)
  writer.current ??= createWriter(
    (newest) => phone.keepDraft(name, newest),
    () => phone.dropDraft(name),
    setRefusal
  )

  useEffect(() => {
    let isGone = false
    void phone.readDraft(name).then((found) => {
      if (isGone || touched.current || found === undefined) return
      if (found.id !== undefined && phone.isSaved(found.id)) {
        void writer.current?.drop()
        return
      }
      const draft = schema.safeParse(found.value)
      if (!draft.success || isAlike(draft.data, fresh)) return
      setDraft((shown) => ({ id: found.id ?? shown.id, value: draft.data }))
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
      // In another tab the same draft may have been saved: what is typed now is something else.
      const draft = { id: phone.isSaved(id) ? randomUuid(random(16)) : id, value: next }
      setDraft(draft)
      if (isAlike(next, fresh)) void writer.current?.drop()
      else writer.current?.write(draft)
    },
    [phone, id, random, fresh]
  )

  const clear = useCallback(async () => {
    touched.current = true
    setPickedUp(false)
    setDraft({ id: randomUuid(random(16)), value: fresh })
    await writer.current?.drop()
  }, [random, fresh])

  return { id, value, change, clear, isPickedUp, refusal }
}

/** Whatever order its answers were given in. */
const isAlike = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )

const createWriter = (
  keep: (draft: Draft) => Promise<Result<undefined, SaveRefusal>>,
  drop: () => Promise<Result<undefined, SaveRefusal>>,
  onRefusal: (refusal: SaveRefusal | undefined) => void
) => {
  let newest: Draft | undefined
  let turn: Promise<void> = Promise.resolve()
  const writeNewest = async () => {
    if (newest === undefined) return
    const draft = newest
    newest = undefined
    const kept = await keep(draft)
    onRefusal(kept.ok ? undefined : kept.refusal)
  }
  return {
    write: (draft: Draft) => {
      const isWaiting = newest !== undefined
      newest = draft
      if (!isWaiting) turn = turn.then(writeNewest)
    },
    drop: () => {
      newest = undefined
      turn = turn.then(drop).then((dropped) => onRefusal(dropped.ok ? undefined : dropped.refusal))
      return turn
    }
  }
}
