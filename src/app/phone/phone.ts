// The phone behind the screens: locked or open, what it knows of the team, and when the letterbox is carried. Screens read
// one view of it and call its actions; nothing here knows React.
import { type Draft, noteToDraft } from '#app/phone/draft.ts'
import { EMPTY_VIEW, type LetterboxView } from '#device/letterbox/letterbox-view.ts'
import type { Corrections } from '#device/library/corrections.ts'
import { EMPTY_LIBRARY, type LibraryView } from '#device/library/library.ts'
import { openDesk, type Desk } from '#device/desk.ts'
import type { Rescue } from '#device/letterbox/rescue.ts'
import type { RoundReport } from '#device/letterbox/round.ts'
import type { Courier } from '#device/letterbox/courier.ts'
import type { Feeds } from '#device/library/feeds.ts'
import type { Nudges } from '#device/nudges.ts'
import type { News } from '#device/platform.ts'
import type { Testimonies } from '#device/testimonies/testimonies.ts'
import type { VaultState } from '#device/vault/vault-state.ts'
import { type VaultThread, withEachFailureSeen } from '#device/vault/vault-thread.ts'
import { isNewerStorage, type Upgrades } from '#device/versioned-database.ts'
import type { Identity, UnlockRefusal } from '#device/vault/keeper.ts'
import type { JoinKeys } from '#device/vault/begin.ts'
import type { JoinRefusal } from '#device/vault/join.ts'
import type { SaveRefusal } from '#device/letterbox/outbox.ts'
import { isPhoneFull } from '#device/letterbox/strict-write.ts'
import { ZONES, type Zone } from '#domain/codes/zones.ts'
import { accept, type Result } from '#domain/result.ts'
import type { InviteLink } from '#protocol/endpoints/join.ts'

/**
 * `unreadable`: storage cannot be opened. `outdated`: a later version of Susret wrote it. `blocked`: it waits to be
 * upgraded until an older window lets go.
 */
export type Phase = 'starting' | 'open' | VaultState | 'unreadable' | 'outdated' | 'blocked'

export type PhoneView = {
  readonly phase: Phase
  readonly desk?: Desk
  /** Not yet here while the phone itself is still being fetched. */
  readonly library?: LibraryView
  readonly letterbox: LetterboxView
  readonly isCarrying: boolean
  /** `unknown_device`: the team's server was restored from a backup older than this phone. */
  readonly lastTrouble?: 'no_answer' | 'refused' | 'unknown_device' | 'phone_full'
  readonly zone: Zone
  /** Changes with everything that screens show. */
  readonly version: number
}

export type Phone = {
  readonly view: () => PhoneView
  readonly subscribe: (listener: () => void) => () => void
  readonly join: (invite: InviteLink, passphrase: string, keys?: JoinKeys) => Promise<Result<undefined, JoinRefusal>>
  /** Only while open: the same phone, with another invite. */
  readonly joinAgain: (invite: InviteLink) => Promise<Result<undefined, JoinRefusal>>
  readonly unlock: (passphrase: string) => Promise<Result<undefined, UnlockRefusal>>
  readonly recover: (recoveryKey: string, newPassphrase: string) => Promise<Result<undefined, UnlockRefusal>>
  /** Ends the vault's thread: the key is gone before this returns. */
  readonly lock: () => void
  readonly chooseZone: (zone: Zone) => void
  readonly carryNow: () => void
  readonly rescue: Rescue
  /** What translators do, fetched when it is first done. */
  readonly corrections: () => Promise<Corrections>
  /** What is sealed apart from all records, fetched when it is first asked for. */
  readonly testimonies: () => Promise<Testimonies>
  /** What a lead asks for, fetched when it is first asked. */
  readonly nudges: () => Promise<Nudges>
  readonly feeds: () => Promise<Feeds>
  /** How many wait to be handed over. */
  readonly countTestimonies: () => Promise<number>
  readonly keepDraft: (name: string, draft: Draft) => Promise<Result<undefined, SaveRefusal>>
  readonly readDraft: (name: string) => Promise<Draft | undefined>
  /** Whether what was typed in that draft was saved on this phone: Hide or a kill may have come before it was forgotten. */
  readonly isSaved: (draft: string) => boolean
  readonly dropDraft: (name: string) => Promise<Result<undefined, SaveRefusal>>
  /** Whether a form was begun and not saved; told while locked too. */
  readonly hasDraft: () => Promise<boolean>
}

export type PhoneParts = {
  /** Starts a keeper in a thread of its own; `end` ends the thread. */
  readonly startKeeper: () => VaultThread
  readonly readState: () => Promise<VaultState>
  readonly courier: Courier
  /** Whether there is a note whose name begins so. Needs no key. */
  readonly hasNote: (beginning: string) => Promise<boolean>
  readonly watchLetterbox: (show: (view: LetterboxView) => void) => unknown
  readonly watchLibrary: (show: (view: LibraryView) => void) => unknown
  readonly hear: (listener: (news: News) => void) => () => void
  readonly watchUpgrades?: (upgrades: Upgrades) => void
  /** Remembers outside the databases that this phone has joined, so that lost storage is noticed; tells the other tabs. */
  readonly noteJoined: () => void
  readonly rescue: Rescue
  readonly corrections: () => Promise<Corrections>
  readonly testimonies: () => Promise<Testimonies>
  readonly nudges: () => Promise<Nudges>
  readonly feeds: () => Promise<Feeds>
  readonly countTestimonies: () => Promise<number>
  /** Runs `work` when the screen that opens has been drawn: a slow phone cannot do both at once. */
  readonly afterFirstPicture?: (work: () => void) => void
}

const ZONE_NOTE = 'zone'
const DRAFT = 'draft '
/** Where a phone waits that is in no team, or no longer. */
const DOORS: readonly Phase[] = ['new', 'joining', 'lost']

export const createPhone = (parts: PhoneParts): Phone => {
  const { afterFirstPicture = (work) => work() } = parts
  const listeners = new Set<() => void>()
  const startVault = () => withEachFailureSeen(parts.startKeeper(), () => lookWhyItFailed())
  let vault = startVault()
  let stopHearingDesk = () => {}
  let entering = 0
  let view: PhoneView = {
    phase: 'starting',
    library: EMPTY_LIBRARY,
    letterbox: EMPTY_VIEW,
    isCarrying: false,
    zone: ZONES[0],
    version: 0
  }

  const show = (change: Partial<PhoneView>) => {
    view = { ...view, ...change, version: view.version + 1 }
    listeners.forEach((listener) => listener())
  }

  const start = async () => show({ phase: await readPhase() })

  const readPhase = (): Promise<Phase> =>
    parts.readState().catch((error: unknown) => (isNewerStorage(error) ? 'outdated' : 'unreadable'))

  /**
   * A later version may have upgraded while the browser held the connections of this page closed, and this page did not hear of
   * it: its next question fails. Why, the thread cannot tell; whoever asks again here is told.
   */
  const lookWhyItFailed = async () => {
    if ((await readPhase()) !== 'outdated') return
    if (view.desk) forgetKey()
    show({ phase: 'outdated' })
  }

  const enter = async (identity: Identity): Promise<void> => {
    const desk = await openDesk(vault.keeper, identity)
    desk.showLetterbox(view.letterbox)
    stopHearingDesk = desk.subscribe(() => show({}))
    const zone = await vault.keeper.readNote(ZONE_NOTE)
    parts.noteJoined()
    show({ phase: 'open', desk, ...(isZone(zone) && { zone }) })
    // The order to forget may have come while the passphrase was being looked at.
    if (view.letterbox.revoked) lock()
  }

  const lock = () => {
    if (view.desk === undefined) return
    forgetKey()
    show({ phase: view.letterbox.revoked ? 'wiped' : 'locked' })
  }

  const forgetKey = () => {
    vault.end()
    stopHearingDesk()
    const { desk: _gone, ...rest } = view
    view = rest
    vault = startVault()
  }

  /** What is stored now, this version of the app may not understand. What was typed is in its draft. */
  const startAnew = () => {
    if (view.desk) forgetKey()
    show({ phase: 'starting' })
    void start()
  }

  const sayBlocked = () => {
    if (view.phase === 'starting') show({ phase: 'blocked' })
  }

  const enterWith = async <Refusal>(entry: Promise<Result<Identity, Refusal>>): Promise<Result<undefined, Refusal>> => {
    entering += 1
    try {
      const identity = await entry
      if (!identity.ok) return identity
      await enter(identity.value)
      return accept(undefined)
    } finally {
      entering -= 1
    }
  }

  const isAtDoor = () => entering === 0 && DOORS.includes(view.phase)

  /**
   * Another tab may have joined meanwhile: then this one is locked, and shows no longer the door to a team. What was lost is told
   * until then.
   */
  const lookAgain = async () => {
    if (!isAtDoor()) return
    const phase = await parts.readState().catch(() => view.phase)
    const isNews = view.phase === 'lost' ? phase === 'locked' : phase !== view.phase
    if (isAtDoor() && isNews) show({ phase })
  }

  /** Who has just joined waits for what the team sends; whoever comes back waits for the screen. */
  const joinWith = async (entry: Promise<Result<Identity, JoinRefusal>>) => {
    const entered = await enterWith(entry)
    if (entered.ok) parts.courier.go()
    return entered
  }

  const openWith = async (entry: Promise<Result<Identity, UnlockRefusal>>) => {
    const entered = await enterWith(entry)
    if (entered.ok) afterFirstPicture(parts.courier.go)
    return entered
  }

  /** A full phone may not let itself be read from; the next news asks again. */
  const refreshDesk = () => {
    void view.desk?.refresh().catch((error: unknown) => {
      if (!isPhoneFull(error) && view.phase !== 'outdated') throw error
    })
  }

  const hearNews = (news: News) => {
    switch (news) {
      case 'saved':
      case 'letterbox':
        refreshDesk()
        break
      case 'wiped':
        if (view.desk) lock()
        else void start()
        break
      case 'upgrade_blocked':
        sayBlocked()
        break
      case 'joined':
        void lookAgain()
        break
      case 'library':
        break
    }
  }

  parts.watchLetterbox((letterbox) => {
    view.desk?.showLetterbox(letterbox)
    show({ letterbox })
    // The order to forget may have reached this very page, which does not hear its own news.
    if (letterbox.revoked && view.phase !== 'wiped') hearNews('wiped')
    // Whoever let this phone in may have been closed before it could say so.
    else void lookAgain()
  })
  parts.watchLibrary((library) => show({ library }))
  parts.hear(hearNews)
  parts.courier.subscribe(() => {
    const lastTrouble = troubleIn(parts.courier.lastReport())
    const { lastTrouble: _before, ...rest } = view
    view = rest
    if (!parts.courier.isUnderWay()) refreshDesk()
    show({ isCarrying: parts.courier.isUnderWay(), ...(lastTrouble && { lastTrouble }) })
  })
  parts.watchUpgrades?.({ onBlocked: sayBlocked, onLetGo: startAnew })
  void start()

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    join: (invite, passphrase, keys) => joinWith(vault.keeper.joinWith(invite, passphrase, keys)),
    joinAgain: (invite) => joinWith(vault.keeper.joinAgain(invite)),
    unlock: (passphrase) => openWith(vault.keeper.unlock(passphrase)),
    recover: (recoveryKey, newPassphrase) => openWith(vault.keeper.recover(recoveryKey, newPassphrase)),
    lock,
    chooseZone: (zone) => {
      show({ zone })
      void vault.keeper.keepNote(ZONE_NOTE, zone)
    },
    carryNow: () => parts.courier.go(),
    rescue: parts.rescue,
    corrections: parts.corrections,
    testimonies: parts.testimonies,
    nudges: parts.nudges,
    feeds: parts.feeds,
    countTestimonies: parts.countTestimonies,
    keepDraft: (name, draft) => vault.keeper.keepNote(`${DRAFT}${name}`, draft),
    readDraft: async (name) => noteToDraft(await vault.keeper.readNote(`${DRAFT}${name}`)),
    isSaved: (draft) =>
      view.desk?.isSaved(draft) === true || view.library?.entries.some(({ id }) => id === draft) === true,
    dropDraft: (name) => vault.keeper.dropNote(`${DRAFT}${name}`),
    hasDraft: () => parts.hasNote(DRAFT)
  }
}

const troubleIn = (report: RoundReport | undefined): PhoneView['lastTrouble'] => {
  const { trouble } = report ?? {}
  if (trouble === undefined || trouble.why === 'wiped') return undefined
  return trouble.why === 'refused' && trouble.problem === 'unknown_device' ? 'unknown_device' : trouble.why
}

const isZone = (value: unknown): value is Zone => (ZONES as readonly unknown[]).includes(value)
