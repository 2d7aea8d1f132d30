// One phone: a disk, a clock, tabs and a service worker that share them. Each tab is the real phone of the app
// (`app/phone`), its vault's thread an owner of its own, so that locking, closing and killing are what they are.
import { createPhone as createAppPhone, type Phone as AppPhone } from '#app/phone/phone.ts'
import { askAboutAside } from '#device/letterbox/ask-about-aside.ts'
import { createCourier } from '#device/letterbox/courier.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import type { FileDrawer } from '#device/letterbox/file-drawer.ts'
import { createLifeboat } from '#device/letterbox/lifeboat.ts'
import { createRescue } from '#device/letterbox/rescue.ts'
import { runRound } from '#device/letterbox/round.ts'
import { watchLetterbox } from '#device/letterbox/standing.ts'
import { createCorrections } from '#device/library/corrections.ts'
import { openLibrary } from '#device/library/database.ts'
import { watchLibrary } from '#device/library/library.ts'
import type { News, Platform } from '#device/platform.ts'
import { createFeeds } from '#device/library/feeds.ts'
import { createNudges } from '#device/nudges.ts'
import { countLeaving, openTestimonies } from '#device/testimonies/database.ts'
import { createTestimonies } from '#device/testimonies/testimonies.ts'
import { openVaultDatabase, type VaultDatabase } from '#device/vault/database.ts'
import { createKeeper, type Keeper } from '#device/vault/keeper.ts'
import { readVaultState } from '#device/vault/vault-state.ts'
import { createWipe } from '#device/vault/wipe.ts'
import { tellUpgrades, watchUpgrades } from '#device/versioned-database.ts'
import type { StoredChange } from '#device/stored-change.ts'
import type { Result } from '#domain/result.ts'
import type { ChangeDraft } from '#protocol/change.ts'
import type { Chance } from '#tests/simulation/chance.ts'
import type { Network, Reach } from '#tests/simulation/network.ts'
import type { Owner, Scheduler } from '#tests/simulation/scheduler.ts'
import type { Disk } from '#tests/simulation/storage.ts'

export const PASSPHRASE = 'rain park bench coffee tram'

export type Tab = { readonly owner: Owner; readonly app: AppPhone }

export type PhoneParts = {
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly network: Network
  readonly disk: Disk
  /** How long one piece of its work takes at this moment. */
  readonly diskMs: () => number
  /** A file beside the databases was written. */
  readonly wrote: (phone: string, file: string, bytes: Uint8Array) => void
  /** A worker asks for these to be saved; what it returns is called when they were refused. */
  readonly asked: (phone: string, drafts: readonly ChangeDraft[]) => () => void
  /** A worker was just told that these are saved. */
  readonly shown: (phone: string, stored: readonly StoredChange[]) => void
}

type Hearer = { readonly owner: Owner; readonly listener: (news: News) => void }

/** From the words on the screen to the tap. */
const READS_WITHIN_MS = 3_000

export const createPhone = ({ scheduler, chance, network, disk, diskMs, wrote, asked, shown }: PhoneParts) => {
  const reach: Reach = { isOffline: false, portal: undefined, earlier: [] }
  const clock = { skewMs: 0 }
  const locks = createLocks(scheduler)
  const hearers = new Set<Hearer>()
  const tabs: Tab[] = []
  const threadsByTab = new Map<Tab, Set<Owner>>()
  let names = 0
  let appVersion = 1
  let hasJoined = false
  let worker: Owner | undefined

  const createOwner = (kind: string): Owner => {
    names += 1
    return { name: `${disk.name}/${kind}-${names}`, alive: true }
  }

  const kill = (owner: Owner) => {
    if (!owner.alive) return
    owner.alive = false
    disk.cut(owner)
    locks.release(owner)
    for (const hearer of hearers) if (hearer.owner === owner) hearers.delete(hearer)
  }

  const platformOf = (owner: Owner): Platform => ({
    now: () => scheduler.now() + clock.skewMs,
    random: (count) => chance.bytes(count),
    fetch: (path, init) =>
      owner.alive ? network.exchange({ owner, reach }, path, init) : Promise.withResolvers<Response>().promise,
    alone: (name, work) => locks.alone(owner, name, work),
    tell: (news) => {
      if (!owner.alive) return
      for (const { owner: other, listener } of hearers) {
        if (other !== owner)
          scheduler.after(chance.next() * 5, { owner: other, label: `hears ${news}` }, () => listener(news))
      }
    },
    hear: (listener) => {
      const hearer = { owner, listener }
      hearers.add(hearer)
      return () => hearers.delete(hearer)
    }
  })

  /** A later version of the app adds to the vault's schema; the letterbox's stays as it is. */
  const openVault = (version: number): VaultDatabase => {
    const vault = openVaultDatabase(`${disk.name}/vault`)
    if (version > 1) vault.version(version).stores({ later: '++id' })
    return vault
  }
  /** The private files beside the databases. Each owner has a lifeboat of its own, as each browser context has. */
  const lifeboatOf = (owner: Owner) =>
    createLifeboat({
      drawer: drawerOf(owner),
      later: (ms, work) => scheduler.after(ms, { owner, label: 'second copy' }, work)
    })
  const drawerOf = (owner: Owner): FileDrawer => {
    const touch = <Value>(work: () => Value) =>
      new Promise<Value>((resolve, reject) => {
        scheduler.after(chance.next() + diskMs(), { owner, label: 'file' }, () => {
          if (disk.isFull && chance.is(0.5)) reject(new DOMException('Full', 'QuotaExceededError'))
          else resolve(work())
        })
      })
    return {
      names: () => touch(() => [...disk.files.keys()].sort()),
      read: (name) => touch(() => disk.files.get(name)?.slice()),
      write: (name, bytes) =>
        touch(() => {
          wrote(disk.name, name, bytes)
          disk.files.set(name, bytes.slice())
        }),
      remove: (name) => touch(() => void disk.files.delete(name))
    }
  }
  const openDatabases = (version: number) => {
    disk.use()
    return {
      letterbox: openLetterbox(`${disk.name}/letterbox`),
      library: openLibrary(`${disk.name}/library`),
      testimonies: openTestimonies(`${disk.name}/testimonies`),
      vault: openVault(version)
    }
  }

  /** The page's end of a keeper's thread: every call and every answer is a message, and a dead thread answers nothing. */
  const startKeeper = (page: Owner, version: number) => {
    const thread = createOwner('vault')
    disk.use()
    const letterbox = openLetterbox(`${disk.name}/letterbox`)
    const vault = openVault(version)
    const platform = platformOf(thread)
    tellUpgrades([letterbox, vault], platform)
    const keeper = createKeeper({ letterbox, vault, platform, lifeboat: lifeboatOf(thread) })
    const call =
      (name: keyof Keeper) =>
      (...args: unknown[]) =>
        new Promise<unknown>((resolve, reject) => {
          const refused = name === 'save' ? asked(disk.name, args[0] as readonly ChangeDraft[]) : () => {}
          const answer = (settle: () => void) =>
            scheduler.after(chance.next(), { owner: page, label: `${name} done` }, settle)
          scheduler.after(chance.next(), { owner: thread, label: name }, () => {
            const work = keeper[name] as (...given: unknown[]) => Promise<unknown>
            work(...args).then(
              (value) =>
                answer(() => {
                  if (name === 'save') tellShown(value as Result<StoredChange[], unknown>, refused)
                  resolve(value)
                }),
              (fault: unknown) => answer(() => reject(fault))
            )
          })
        })
    const proxy = Object.fromEntries(Object.keys(keeper).map((name) => [name, call(name as keyof Keeper)]))
    return { thread, keeper: proxy as unknown as Keeper }
  }

  const tellShown = (result: Result<StoredChange[], unknown>, refused: () => void) => {
    if (result.ok) shown(disk.name, result.value)
    else refused()
  }

  const openTab = (): Tab => {
    const owner = createOwner('tab')
    scheduler.become(owner)
    const platform = platformOf(owner)
    const version = appVersion
    const { letterbox, library, testimonies, vault } = openDatabases(version)
    const lifeboat = lifeboatOf(owner)
    const wipe = createWipe({ vault, letterbox, library, testimonies, lifeboat, platform })
    const carrier = { letterbox, library, testimonies, platform, lifeboat, wipe }
    const rescue = createRescue(carrier, lifeboat)
    const courier = createCourier({
      round: async () => {
        const report = await runRound(carrier)
        if (report.trouble === undefined) {
          await rescue.handOverCastaways()
          await askAboutAside(carrier)
        }
        return report
      },
      platform,
      later: (ms, work) => scheduler.after(ms, { owner, label: 'time for a round' }, work)
    })
    const threads = new Set<Owner>()
    const app = createAppPhone({
      startKeeper: () => {
        const { thread, keeper } = startKeeper(owner, version)
        threads.add(thread)
        return { keeper, end: () => kill(thread) }
      },
      readState: async () => readVaultState({ letterbox, vault, hasJoined: hasJoined || (await lifeboat.hasPapers()) }),
      hasNote: async (beginning) => (await vault.notes.where('name').startsWith(beginning).count()) > 0,
      courier,
      watchLetterbox: (show) => watchLetterbox(letterbox, platform, show),
      watchLibrary: (show) => watchLibrary(library).subscribe(show),
      hear: platform.hear,
      watchUpgrades: (upgrades) => watchUpgrades([letterbox, vault, library, testimonies], upgrades),
      rescue,
      corrections: () => Promise.resolve(createCorrections(carrier)),
      testimonies: () => Promise.resolve(createTestimonies(carrier)),
      nudges: () => Promise.resolve(createNudges(carrier)),
      feeds: () => Promise.resolve(createFeeds(carrier)),
      countTestimonies: () => countLeaving(testimonies),
      noteJoined: () => {
        hasJoined = true
        platform.tell('joined')
      }
    })
    platform.hear((news) => {
      if (news === 'saved') app.carryNow()
    })
    scheduler.after(1_500, { owner, label: 'first round' }, () => app.carryNow())
    const tab = { owner, app }
    tabs.push(tab)
    threadsByTab.set(tab, threads)
    // The screen of an older version says that a later one has been here; whoever reads it opens that one. That of a storage
    // that does not open says to try again.
    app.subscribe(() => {
      const { phase } = app.view()
      if (phase !== 'outdated' && phase !== 'unreadable') return
      scheduler.after(READS_WITHIN_MS, { owner, label: `reads that it is ${phase}` }, () => {
        closeTab(tab)
        openTab()
      })
    })
    return tab
  }

  const closeTab = (tab: Tab) => {
    tabs.splice(tabs.indexOf(tab), 1)
    for (const thread of threadsByTab.get(tab) ?? []) kill(thread)
    threadsByTab.delete(tab)
    kill(tab.owner)
  }

  /** Background Sync: carries once, without a key and without a page. */
  const wakeWorker = () => {
    if (worker !== undefined) return
    const owner = createOwner('worker')
    worker = owner
    scheduler.become(owner)
    const { letterbox, library, testimonies, vault } = openDatabases(appVersion)
    const platform = platformOf(owner)
    tellUpgrades([letterbox, vault, library, testimonies], platform)
    const lifeboat = lifeboatOf(owner)
    const wipe = createWipe({ vault, letterbox, library, testimonies, lifeboat, platform })
    const carrier = { letterbox, library, platform, lifeboat, wipe }
    const rest = () => scheduler.after(50, { owner, label: 'worker rests' }, () => stopWorker())
    runRound(carrier).then(rest, rest)
  }

  const stopWorker = () => {
    if (worker === undefined) return
    kill(worker)
    worker = undefined
  }

  return {
    name: disk.name,
    disk,
    reach,
    clock,
    tabs: (): readonly Tab[] => tabs,
    openTab,
    closeTab,
    wakeWorker,
    stopWorker,
    /** Battery out: everything at once. */
    crash: () => {
      for (const tab of tabs.slice()) closeTab(tab)
      stopWorker()
    },
    update: () => {
      appVersion += 1
    },
    /** It was open once: only from then on is there anything to lose. */
    isMarked: () => hasJoined,
    /** While nobody uses it the browser loses what it kept; what is remembered outside the databases, perhaps, too. */
    loseStorage: (isMarkLost: boolean) => {
      for (const tab of tabs.slice()) closeTab(tab)
      stopWorker()
      disk.evict()
      if (isMarkLost) hasJoined = false
    },
    /** The browser ends one of its processes: a tab goes with its thread. */
    kill: (owner: Owner) => {
      if (owner === worker) return stopWorker()
      const tab = tabs.find((one) => one.owner === owner || threadsByTab.get(one)?.has(owner))
      if (tab) closeTab(tab)
    }
  }
}

export type Phone = ReturnType<typeof createPhone>

/** Web Locks of one phone: in the order asked, given up by whoever dies. */
const createLocks = (scheduler: Scheduler) => {
  type Ask = { readonly owner: Owner; readonly begin: () => void }
  const queues = new Map<string, Ask[]>()

  const grant = (name: string) => {
    const [first] = queues.get(name) ?? []
    if (first !== undefined) scheduler.after(0, { owner: first.owner, label: `holds ${name}` }, first.begin)
  }
  const drop = (name: string, ask: Ask) => {
    const queue = queues.get(name) ?? []
    const at = queue.indexOf(ask)
    if (at < 0) return
    queue.splice(at, 1)
    if (at === 0) grant(name)
  }
  return {
    alone: <Value>(owner: Owner, name: string, work: () => Promise<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        if (!owner.alive) return
        const ask: Ask = {
          owner,
          begin: () => {
            scheduler.become(owner)
            work()
              .finally(() => drop(name, ask))
              .then(resolve, reject)
          }
        }
        const queue = queues.get(name) ?? []
        queues.set(name, queue)
        queue.push(ask)
        if (queue.length === 1) grant(name)
      }),
    release: (owner: Owner) => {
      for (const [name, queue] of queues) for (const ask of queue.slice()) if (ask.owner === owner) drop(name, ask)
    }
  }
}
