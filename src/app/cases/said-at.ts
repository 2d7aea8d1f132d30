// When the answer that stands was given, by the clock of the phone that gave it.
import type { MergedRecord } from '#protocol/merge.ts'

/** Milliseconds since 1970 UTC; 0 where nothing stands. */
export const saidAt = ({ standing }: MergedRecord, field: string): number => standing[field]?.[0]?.clock.at ?? 0
