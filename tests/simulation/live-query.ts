// Dexie's live queries listen to the whole process; here each tab is a process of its own. This one asks again whenever
// something was committed in the same database on the same disk, in the name of whoever subscribed.
import type { Owner, Scheduler } from '#tests/simulation/scheduler.ts'

type Watcher = {
  readonly owner: Owner
  readonly database: string
  readonly stores: readonly string[]
  readonly ask: () => void
}

/** A slow phone's screen lags behind what was written, and shows in one go what a round wrote in several. */
const SHOWN_AFTER_MS = 200

let scheduler: Scheduler | undefined
const watchersByDisk = new Map<string, Set<Watcher>>()
/** Whose disk a watcher looks at: told by the name of its owner, `disk/…`. */
const diskOf = (owner: Owner) => owner.name.split('/')[0] ?? ''

export const enterLiveQueries = (of: Scheduler): void => {
  scheduler = of
  watchersByDisk.clear()
}

export const wakeLiveQueries = (disk: string, database: string, written: ReadonlySet<string>): void => {
  for (const watcher of watchersByDisk.get(disk) ?? []) {
    if (!watcher.owner.alive) watchersByDisk.get(disk)?.delete(watcher)
    else if (watcher.database === database && watcher.stores.some((store) => written.has(store))) watcher.ask()
  }
}

export const liveQueryOf =
  (database: string, stores: readonly string[]) =>
  <Value>(query: () => Promise<Value>) => ({
    subscribe: (show: (value: Value) => void) => {
      if (scheduler === undefined) throw new Error('No seed runs')
      const { after, current } = scheduler
      const owner = current()
      let isAsked = false
      const ask = () => {
        if (isAsked) return
        isAsked = true
        after(SHOWN_AFTER_MS, { owner, label: 'live query' }, () => {
          isAsked = false
          query().then(show, () => undefined)
        })
      }
      const watchers = watchersByDisk.get(diskOf(owner)) ?? new Set<Watcher>()
      watchersByDisk.set(diskOf(owner), watchers)
      const watcher = { owner, database, stores, ask }
      watchers.add(watcher)
      ask()
      return { unsubscribe: () => watchers.delete(watcher) }
    }
  })
