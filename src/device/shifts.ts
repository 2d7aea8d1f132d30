// What a worker does at the beginning and the end of a shift, and at dawn, over the desk. Loaded with the screens of a shift.
import type { Desk } from '#device/desk.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import {
  anonymiseDawnCount,
  anonymiseRecount,
  anonymiseShift,
  anonymiseStep,
  type Circumstances
} from '#domain/anonymise.ts'
import { dayAt, dayOf } from '#domain/belgrade-time.ts'
import type { Zone } from '#domain/codes/zones.ts'
import type { DawnCount } from '#domain/records/dawn-count.ts'
import type { NotAStep } from '#domain/records/life-cycle.ts'
import { isRunning, type ShiftStart, type ShiftState, takeShiftStep } from '#domain/records/shift.ts'
import { refuse, type Result } from '#domain/result.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { Dot } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type Saved<More = never> = Promise<Result<Dot, SaveRefusal | More>>

export type Shifts = {
  /** The shift of this phone that is going on. `now`: milliseconds since 1970 UTC. */
  readonly own: (now: number) => MergedRecord | undefined
  /** The newest of this phone, whether it goes on or not. */
  readonly lastOwn: () => MergedRecord | undefined
  /** Going on now, on any phone of the team that this one has heard of. */
  readonly running: (now: number) => readonly MergedRecord[]
  /** While one is going on here, no second one begins. */
  readonly begin: (start: ShiftStart, circumstances: Circumstances) => Saved<'already_on'>
  readonly step: (seen: MergedRecord, to: ShiftState, circumstances: Circumstances) => Saved<NotAStep<ShiftState>>
  /** What this phone counted in an area this morning. */
  readonly ownCount: (zone: Zone, now: number) => MergedRecord | undefined
  /** A second count of the same area on the same morning stands in place of the first. */
  readonly countAtDawn: (count: DawnCount, circumstances: Circumstances) => Saved
}

export const createShifts = (desk: Desk): Shifts => {
  const isMine = ({ author }: MergedRecord) => author === desk.identity.device
  const all = () => desk.records().filter(({ type }) => type === 'shift')
  const running = (now: number) => all().filter(({ fields }) => isRunning(fields, now))
  const own = (now: number) => running(now).find(isMine)
  const ownCount = (zone: Zone, now: number) =>
    desk
      .records()
      .filter((record) => record.type === 'dawn_count' && isMine(record))
      .find(({ fields }) => fields['zone'] === zone && dayOf(findCode(fields, 'met') ?? '') === dayAt(now))

  return {
    own,
    lastOwn: () => all().find(isMine),
    running,
    begin: async (start, circumstances) => {
      // Another tab may have begun one a moment ago.
      await desk.refresh()
      if (own(circumstances.at) !== undefined) return refuse('already_on')
      return desk.add({ type: 'shift', fields: anonymiseShift(start, circumstances) })
    },
    step: async (seen, to, circumstances) => {
      const step = takeShiftStep(seen.fields, to)
      return step.ok ? desk.edit(seen, anonymiseStep({ state: step.value }, circumstances)) : refuse(step.refusal)
    },
    ownCount,
    countAtDawn: async (count, circumstances) => {
      await desk.refresh()
      const before = ownCount(circumstances.zone, circumstances.at)
      return before === undefined
        ? desk.add({ type: 'dawn_count', fields: anonymiseDawnCount(count, circumstances) })
        : desk.edit(before, anonymiseRecount(count))
    }
  }
}
