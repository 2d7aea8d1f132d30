// What one released storage version left on a made-up phone, with the made-up server it belongs to.
import { readFileSync } from 'node:fs'
import type { Dump } from '#tests/device/released/dump.ts'

export type Released = {
  readonly passphrase: string
  readonly recoveryKey: string
  /** Milliseconds since 1970 UTC at which the phone was left. */
  readonly at: number
  /** What `susret backup` writes, before it is compressed: the server's keys first. */
  readonly backup: readonly string[]
  readonly device: string
  /** How many changes this phone has saved, and how many of those had no receipt. */
  readonly saved: number
  readonly waiting: number
  /** What the open phone shows: type, men, and the note that never leaves, newest first. */
  readonly shown: readonly (readonly [type: string, men: number | null, note: string | null])[]
  readonly draft: unknown
  readonly databases: {
    readonly letterbox: Dump
    readonly vault: Dump
    readonly library: Dump
    /** Since 2: one that waits, for the organisation `COLLECTOR`. */
    readonly testimonies?: Dump
  }
}

export const COLLECTOR = 'collector'
export const DRAFT_NAME = 'draft arrival'

/** One file for each set of storage versions that was ever released. Never changed afterwards. */
export const RELEASED = [1, 2, 3] as const

export const readReleased = (version: number): Released =>
  JSON.parse(readFileSync(new URL(`storage-${version}.json`, import.meta.url), 'utf8')) as Released
