// All the server keeps, behind one interface. SQLite and PostgreSQL run the same SQL; what differs is in their two files.
import type { Form } from '#domain/form/form.ts'
import type { LedgerLine } from '#domain/ledger.ts'
import type { Result } from '#domain/result.ts'
import type { Correction } from '#domain/corrections.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { EntryEdit } from '#domain/directory/entry-edit.ts'
import type { Wording } from '#domain/wording.ts'
import type { KeyPair } from '#protocol/keys.ts'
import type { LibraryItem } from '#protocol/library.ts'
import type { SealedTestimony } from '#protocol/testimony.ts'
import type { FindOpener, ReadParcel } from '#server/parcels/read-parcel.ts'
import type { AuditChain, AuditEntry, AuditNote } from '#server/store/audit.ts'
import type { AsideRow, Replayed } from '#server/store/aside.ts'
import type { Place } from '#server/store/cursor.ts'
import type { Database } from '#server/store/database.ts'
import type * as devices from '#server/store/devices.ts'
import type * as editions from '#server/store/editions.ts'
import type * as hooks from '#server/store/hooks.ts'
import type * as invites from '#server/store/invites.ts'
import type { Joined, Joining, JoinRefusal } from '#server/store/joining.ts'
import type * as library from '#server/store/library.ts'
import type * as tokens from '#server/store/machine-tokens.ts'
import type * as nudges from '#server/store/nudges.ts'
import type * as organisations from '#server/store/organisations.ts'
import type { AppendedChange, Confirmed, Taken } from '#server/store/parcels.ts'

/** What was given before, and what was confirmed: it must be there. */
export type Page = Place & {
  readonly limit: number
  readonly confirmed?: Confirmed
}

export type LibraryPlace = {
  readonly after: number
  readonly limits: library.LibraryLimits
  readonly confirmed?: Confirmed
}

/** `isBehind`: the store lacks what was given before: it was put back to an earlier state, and its epoch with it. */
export type AppendedPage = Place & {
  readonly epoch: string
  readonly isBehind: boolean
  readonly librarySeq: number
  readonly changes: AppendedChange[]
  readonly ledger: { readonly seq: number; readonly line: LedgerLine }[] | undefined
}

export type LibraryFound = {
  readonly epoch: string
  readonly isBehind: boolean
  readonly items: library.LibraryChange[]
  readonly more: boolean
  readonly after: number
}

/** `organisation`: whose it was. */
export type DeletedTestimony = { readonly organisation: string; readonly id: string }

export type Store = {
  readonly kind: Database['kind']
  readonly epoch: () => Promise<string>
  /** Ties the data to one server's keys. False when it belongs to others. */
  readonly bindKeys: (fingerprint: string) => Promise<boolean>

  /** Resolves after the flush. The same parcel again gives the same answer. */
  readonly takeParcel: (parcel: ReadParcel) => Promise<Taken | 'revoked' | 'unknown' | 'busy'>
  /**
   * Of one epoch with the changes, in append order, and with what other teams gave, in the same order; how far the library
   * goes. `ledger` is undefined for whoever does not take part.
   */
  readonly changesAfter: (
    organisation: string,
    page: (epoch: string) => Page | undefined
  ) => Promise<AppendedPage | undefined>
  /** Another one in the place of `was`, so that phones offer again what may be missing. False when there is another already. */
  readonly beginEpoch: (was: string) => Promise<boolean>
  /** Everything the organisation reads, page by page and as often as is asked, of one committed state. */
  readonly readThrough: <Outcome>(
    organisation: string,
    work: (pages: () => AsyncIterable<readonly AppendedChange[]>, count: number) => Promise<Outcome>
  ) => Promise<Outcome>
  readonly libraryAfter: (
    organisation: string,
    page: (epoch: string) => LibraryPlace | undefined
  ) => Promise<LibraryFound | undefined>

  readonly join: (joining: Joining) => Promise<Result<Joined, JoinRefusal>>
  readonly findDevice: (id: string) => Promise<devices.Device | undefined>
  readonly findDeviceByToken: (tokenHash: string) => Promise<devices.Device | undefined>
  readonly listDevices: (organisation: string) => Promise<devices.Device[]>
  /** Notes that the phone asked for something, to five minutes. What has grown too old goes then. */
  readonly noteHeard: (device: devices.Device) => Promise<void>
  readonly revoke: (phone: devices.Revoked) => Promise<void>
  /** Whether a phone that a restore has lost is to be refused already. */
  readonly isNotedRevoked: (phone: devices.Revoked) => Promise<boolean>
  /** A phone that was revoked, whether a restore has lost it or not. */
  readonly findRevokedByToken: (tokenHash: string) => Promise<string | undefined>

  readonly listOrganisations: () => Promise<organisations.Organisation[]>
  readonly findOrganisation: (id: string) => Promise<organisations.Organisation | undefined>
  /** False when it is there already. */
  readonly addOrganisation: (organisation: organisations.Organisation) => Promise<boolean>
  /** Of a partner. Every team hears of it. */
  readonly setCollectsTestimony: (organisation: string) => Promise<void>
  /** Whether a team tells the others that do what it gave, and is told. */
  readonly setTakesPart: (organisation: string, takesPart: boolean) => Promise<void>
  readonly addInvite: (invite: Omit<invites.Invite, 'usedBy'> & { codeHash: string }) => Promise<void>
  /** Returns how many items were new or changed. */
  readonly putLibrary: (organisation: string, items: readonly LibraryItem[]) => Promise<number>
  /** The whole directory as a release brings it: what is not among `items` is gone. Forms, corrections and what the team wrote are left alone. */
  readonly setDirectory: (organisation: string, items: readonly LibraryItem[]) => Promise<number>
  /** The directory as phones have it. */
  readonly listEntries: (organisation: string) => Promise<DirectoryEntry[]>
  readonly listForms: (organisation: string) => Promise<Form[]>
  /** False when another version came first, which the author of this one had not seen; then nothing is stored. */
  readonly putCorrection: (organisation: string, correction: Correction | EntryEdit) => Promise<boolean>
  readonly listWordings: (organisation: string) => Promise<Wording[]>

  /** `epoch`: in which it is kept. Undefined where it is for no partner here, or its id is that of another. */
  readonly putTestimony: (
    sealed: SealedTestimony
  ) => Promise<{ readonly epoch: string; readonly isNew: boolean } | undefined>
  readonly listTestimonies: (
    organisation: string,
    page: { readonly after: string; readonly limit: number }
  ) => Promise<{ id: string; isGone: boolean }[]>
  readonly findTestimony: (organisation: string, id: string) => Promise<SealedTestimony | undefined>
  readonly deleteTestimony: (organisation: string, id: string) => Promise<void>
  /** Those that were deleted before, also where there is nothing of them yet; how many had to be deleted again. */
  readonly keepTestimoniesDeleted: (deleted: readonly DeletedTestimony[]) => Promise<number>

  readonly listAside: (organisation: string) => Promise<AsideRow[]>
  readonly replayAside: (organisation: string, findOpener: FindOpener) => Promise<Replayed>

  /** Returns its number. Noted in the audit, as whatever is done with it. */
  readonly addMachineToken: (token: tokens.NewMachineToken) => Promise<number>
  readonly revokeMachineToken: (token: tokens.MachineToken) => Promise<void>
  readonly findMachineToken: (tokenHash: string) => Promise<tokens.MachineToken | undefined>
  /** Seconds until it may ask again, whichever process it asks; 0 when it may now, and then it has. */
  readonly takeAsk: (tokenHash: string) => Promise<number>
  readonly listMachineTokens: (organisation: string) => Promise<tokens.MachineToken[]>
  readonly findEdition: (name: editions.EditionName) => Promise<editions.Edition | undefined>
  readonly keepEdition: (name: editions.EditionName, edition: editions.Edition) => Promise<editions.Edition>
  /** On the disk when it resolves: what is audited is answered only then. */
  readonly addAudit: (organisation: string, note: AuditNote) => Promise<void>
  /** Entry by entry, of one committed state. */
  readonly readAudit: (organisation: string, onEntry: (entry: AuditEntry) => void) => Promise<AuditChain>

  /** In place of the one there was. `facts`: what the audit says of it. */
  readonly setHook: (hook: hooks.Hook, facts: AuditNote['facts']) => Promise<void>
  readonly removeHook: (organisation: string) => Promise<void>
  readonly listHooks: () => Promise<hooks.Hook[]>
  readonly listDeliveries: (organisation: string, limit: number) => Promise<hooks.HookDelivery[]>
  /** Makes a delivery for every hook whose organisation was referred somebody to. */
  readonly noticeReferrals: (createId: () => string) => Promise<void>
  /** One that is due now; nobody else is given it before `until`. */
  readonly takeDueDelivery: (until: number) => Promise<hooks.DueDelivery | undefined>
  readonly settleDelivery: (id: string, settled: hooks.Settled) => Promise<void>

  /** By which push services know this server; `fresh` becomes it where there is none yet. */
  readonly nudgeKeys: (fresh: () => Promise<KeyPair>) => Promise<KeyPair>
  readonly findNudge: (device: string) => Promise<string | undefined>
  /** In place of the one there was. */
  readonly setNudge: (device: string, endpoint: string) => Promise<void>
  readonly removeNudge: (device: string) => Promise<void>
  /** One that is due now; nobody else is given it before `until`. */
  readonly takeDueNudge: (until: number) => Promise<nudges.DueNudge | undefined>
  readonly settleNudge: (nudge: nudges.DueNudge, settled: nudges.NudgeSettled) => Promise<void>

  /** An organisation of which leads may have to be told again; nobody else is given it before `until`. */
  readonly takeDueWatch: (
    until: number
  ) => Promise<(nudges.DueWatch & { readonly changes: AppendedChange[] }) | undefined>
  readonly settleWatch: (watch: nudges.DueWatch, settled: nudges.WatchSettled) => Promise<void>

  /** Every row of one committed state, as lines of text; writing goes on meanwhile. */
  readonly backup: (write: (line: string) => Promise<void>) => Promise<number>
  /** Into an empty store, under a new epoch. Refused when anything is there. */
  readonly restore: (lines: AsyncIterable<string>) => Promise<Result<number, 'not_empty' | 'broken' | 'newer'>>
  readonly close: () => Promise<void>
}
