// Tables of whole months for other programs. A table is made when it is first asked for, once the month has settled, and then kept
// as it was told. One is made at a time, whoever asks meanwhile waits for it.
import { type Day, dayAt, dayPlus, type Month, monthOfDay, monthPlus } from '#domain/belgrade-time.ts'
import type { Detail } from '#domain/exports/detail.ts'
import type { OfferRefusal } from '#domain/exports/offer.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { offerSubject } from '#server/figures/count-subject.ts'
import { offerApart } from '#server/figures/offer-apart.ts'
import type { Edition, EditionName } from '#server/store/editions.ts'
import type { Store } from '#server/store/store.ts'
import { createTurns } from '#server/store/turns.ts'

/** Phones may be days without signal: what they bring later than this is in no table of the month. */
export const SETTLED_DAYS = 7
/** What was refused is not counted anew each time it is asked for. */
const REFUSAL_HOLDS_MS = 60 * 60_000

export type Tables = {
  readonly get: (name: EditionName, detail: Detail) => Promise<Result<Edition, OfferRefusal>>
}

export const createTables = ({ store, clock }: { store: Store; clock: { now: () => number } }): Tables => {
  const underWay = new Map<string, Promise<Result<Edition, OfferRefusal>>>()
  const refused = new Map<string, { refusal: OfferRefusal; until: number }>()
  const inTurn = createTurns()

  const make = async (name: EditionName, detail: Detail): Promise<Result<Edition, OfferRefusal>> => {
    const { organisation, subject, month } = name
    const offered = await store.readThrough(organisation, (pages) =>
      offerSubject({ pages }, { subject, period: monthPeriod(month), detail }, offerApart)
    )
    if (!offered.ok) return offered
    const edition = { detail: offered.value.detail, rows: offered.value.rows, madeAt: clock.now() }
    // Nothing was told yet of a month that nobody is in: whoever comes into it later is told as one table.
    return accept(edition.rows.length === 0 ? edition : await store.keepEdition(name, edition))
  }

  return {
    get: async (name, detail) => {
      const kept = await store.findEdition(name)
      if (kept !== undefined) return accept(kept)
      const key = JSON.stringify([name.organisation, name.subject, name.month, detail])
      const before = refused.get(key)
      if (before !== undefined && clock.now() < before.until) return refuse(before.refusal)
      const making = underWay.get(key) ?? inTurn(() => make(name, detail)).finally(() => underWay.delete(key))
      underWay.set(key, making)
      const made = await making
      if (made.ok) refused.delete(key)
      else refused.set(key, { refusal: made.refusal, until: clock.now() + REFUSAL_HOLDS_MS })
      return made
    }
  }
}

export const settlesOn = (month: Month): Day => dayPlus(`${monthPlus(month, 1)}-01`, SETTLED_DAYS)

/** The newest month that can be asked for at this moment. */
export const newestSettled = (now: number): Month => monthPlus(monthOfDay(dayPlus(dayAt(now), -SETTLED_DAYS)), -1)
