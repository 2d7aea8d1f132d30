// Tables of whole months for other programs. A table is made when it is first asked for, once the month has settled, and then kept
// as it was told. One is made at a time, whoever asks meanwhile waits for it.
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { Detail } from '#domain/exports/detail.ts'
import type { OfferRefusal } from '#domain/exports/offer.ts'
import { accept, type Result } from '#domain/result.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { countSubject, type Offer } from '#server/figures/count-subject.ts'
import { offerApart } from '#server/figures/offer-apart.ts'
import type { Edition, EditionName } from '#server/store/editions.ts'
import type { Store } from '#server/store/store.ts'
import { createTurns } from '#server/store/turns.ts'

/** What was refused, and a month that nobody is in, is not counted anew each time it is asked for. */
const ANSWER_HOLDS_MS = 60 * 60_000

export type Tables = {
  readonly get: (name: EditionName, detail: Detail) => Promise<Told>
}

type Told = Result<Edition, OfferRefusal>

export type TablesParts = {
  readonly store: Pick<Store, 'readThrough' | 'findEdition' | 'keepEdition' | 'listEntries'>
  readonly clock: { readonly now: () => number }
  readonly offer?: Offer
  /** How many changes were read, and of how many. */
  readonly onPage?: (read: number, count: number) => void
}

export const createTables = ({ store, clock, offer = offerApart, onPage }: TablesParts): Tables => {
  const underWay = new Map<string, Promise<Told>>()
  const held = new Map<string, { told: Told; until: number }>()
  const inTurn = createTurns()

  /** The records are let go before it is worked out what may be told of them: that may take minutes. */
  const make = async (name: EditionName, detail: Detail): Promise<Told> => {
    const { organisation, subject, month } = name
    const agencies = agenciesIn(await store.listEntries(organisation))
    const asked = { subject, period: monthPeriod(month), detail, agencies }
    const workOut = await store.readThrough(organisation, (pages, count) =>
      countSubject({ pages, onPage: (read) => onPage?.(read, count) }, asked, offer)
    )
    const offered = await workOut()
    if (!offered.ok) return offered
    const edition = { detail: offered.value.detail, rows: offered.value.rows, madeAt: clock.now() }
    // Nothing was told yet of a month that nobody is in: whoever comes into it later is told as one table.
    return accept(edition.rows.length === 0 ? edition : await store.keepEdition(name, edition))
  }

  const hold = (key: string, told: Told) => {
    const now = clock.now()
    for (const [old, { until }] of held) if (until <= now) held.delete(old)
    if (!told.ok || told.value.rows.length === 0) held.set(key, { told, until: now + ANSWER_HOLDS_MS })
  }

  return {
    get: async (name, detail) => {
      const kept = await store.findEdition(name)
      if (kept !== undefined) return accept(kept)
      const key = JSON.stringify([name.organisation, name.subject, name.month, detail])
      const before = held.get(key)
      if (before !== undefined && clock.now() < before.until) return before.told
      const making = underWay.get(key) ?? inTurn(() => make(name, detail)).finally(() => underWay.delete(key))
      underWay.set(key, making)
      const told = await making
      hold(key, told)
      return told
    }
  }
}

const agenciesIn = (entries: readonly DirectoryEntry[]): ReadonlyMap<string, string> =>
  new Map(entries.flatMap(({ kind, id, name }) => (kind === 'provider' ? [[id, name.en]] : [])))
