// All the server keeps, behind one interface. SQLite and PostgreSQL run the same SQL; what differs is in their two files.
import type { Form } from '#domain/form/form.ts'
import type { LedgerLine } from '#domain/ledger.ts'
import { refuse, type Result } from '#domain/result.ts'
import type { Correction } from '#domain/corrections.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { EntryEdit } from '#domain/directory/entry-edit.ts'
import type { Wording } from '#domain/wording.ts'
import type { LibraryItem } from '#protocol/library.ts'
import type { SealedTestimony } from '#protocol/testimony.ts'
import type { FindOpener, ReadParcel } from '#server/parcels/read-parcel.ts'
import { addAudit, type AuditChain, type AuditNote, readAudit } from '#server/store/audit.ts'
import { type AsideRow, listAside, type Replayed, replayAside } from '#server/store/aside.ts'
import { backupLines, restoreLines } from '#server/store/backup.ts'
import type { Database, Query } from '#server/store/database.ts'
import * as devices from '#server/store/devices.ts'
import * as editions from '#server/store/editions.ts'
import * as hooks from '#server/store/hooks.ts'
import * as invites from '#server/store/invites.ts'
import { type Joined, type Joining, joinPhone, type JoinRefusal } from '#server/store/joining.ts'
import { dropLedgerOf, dropOld, ledgerAfter } from '#server/store/ledger.ts'
import * as library from '#server/store/library.ts'
import { createLine } from '#server/store/line.ts'
import * as tokens from '#server/store/machine-tokens.ts'
import { createEpoch, ensureEpoch, findMeta, getEpoch, putMeta } from '#server/store/meta.ts'
import { migrate } from '#server/store/migrations.ts'
import * as organisations from '#server/store/organisations.ts'
import {
  type AppendedChange,
  changesAfter,
  createFormsOf,
  pagesOf,
  type Taken,
  takeParcel
} from '#server/store/parcels.ts'
import { publishPartners } from '#server/store/partners.ts'
import { lockForSharing } from '#server/store/sharing.ts'
import * as testimonies from '#server/store/testimonies.ts'

export type Page = { readonly after: number; readonly limit: number }

export type AppendedPage = {
  readonly epoch: string
  readonly after: number
  readonly librarySeq: number
  readonly changes: AppendedChange[]
  readonly ledger: { readonly seq: number; readonly line: LedgerLine }[] | undefined
}

export type Store = {
  readonly kind: Database['kind']
  readonly epoch: () => Promise<string>
  /** Ties the data to one server's keys. False when it belongs to others. */
  readonly bindKeys: (fingerprint: string) => Promise<boolean>

  /** Resolves after the flush. The same parcel again gives the same answer. */
  readonly takeParcel: (parcel: ReadParcel) => Promise<Taken | 'revoked' | 'busy'>
  /**
   * Of one epoch with the changes, in append order, and with what other teams gave, in the same order; how far the library
   * goes. `ledger` is undefined for whoever does not take part.
   */
  readonly changesAfter: (
    organisation: string,
    page: (epoch: string) => Page | undefined
  ) => Promise<AppendedPage | undefined>
  /** Everything the organisation reads, page by page and as often as is asked, of one committed state. */
  readonly readThrough: <Outcome>(
    organisation: string,
    work: (pages: () => AsyncIterable<readonly AppendedChange[]>, count: number) => Promise<Outcome>
  ) => Promise<Outcome>
  readonly libraryAfter: (
    organisation: string,
    page: (epoch: string) => { readonly after: number; readonly limits: library.LibraryLimits } | undefined
  ) => Promise<{ epoch: string; items: library.LibraryChange[]; more: boolean; after: number } | undefined>

  readonly join: (joining: Joining) => Promise<Result<Joined, JoinRefusal>>
  readonly findDevice: (id: string) => Promise<devices.Device | undefined>
  readonly findDeviceByToken: (tokenHash: string) => Promise<devices.Device | undefined>
  readonly listDevices: (organisation: string) => Promise<devices.Device[]>
  /** Notes that the phone asked for something, to five minutes. What has grown too old goes then. */
  readonly noteHeard: (device: devices.Device) => Promise<void>
  readonly revoke: (phone: devices.Revoked) => Promise<void>
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

  /** The epoch it is kept in. Undefined where it is for no partner here, or its id is that of another. */
  readonly putTestimony: (sealed: SealedTestimony) => Promise<string | undefined>
  readonly listTestimonies: (
    organisation: string,
    page: { readonly after: string; readonly limit: number }
  ) => Promise<{ id: string; isGone: boolean }[]>
  readonly findTestimony: (organisation: string, id: string) => Promise<SealedTestimony | undefined>
  readonly deleteTestimony: (organisation: string, id: string) => Promise<void>

  readonly listAside: (organisation: string) => Promise<AsideRow[]>
  readonly replayAside: (organisation: string, findOpener: FindOpener) => Promise<Replayed>

  /** Returns its number. Noted in the audit, as whatever is done with it. */
  readonly addMachineToken: (token: tokens.NewMachineToken) => Promise<number>
  readonly revokeMachineToken: (token: tokens.MachineToken) => Promise<void>
  readonly findMachineToken: (tokenHash: string) => Promise<tokens.MachineToken | undefined>
  readonly listMachineTokens: (organisation: string) => Promise<tokens.MachineToken[]>
  readonly findEdition: (name: editions.EditionName) => Promise<editions.Edition | undefined>
  readonly keepEdition: (name: editions.EditionName, edition: editions.Edition) => Promise<editions.Edition>
  /** On the disk when it resolves: what is audited is answered only then. */
  readonly addAudit: (organisation: string, note: AuditNote) => Promise<void>
  readonly readAudit: (organisation: string) => Promise<AuditChain>

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

  /** Every row of one committed state, as lines of text; writing goes on meanwhile. */
  readonly backup: (write: (line: string) => Promise<void>) => Promise<number>
  /** Into an empty store, under a new epoch. Refused when anything is there. */
  readonly restore: (lines: AsyncIterable<string>) => Promise<Result<number, 'not_empty' | 'broken' | 'newer'>>
  readonly close: () => Promise<void>
}

export type StoreParts = {
  readonly database: Database
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  /** How many parcels may wait for the disk before the next is told to come later. */
  readonly waitingLimit: number
}

/** Brings the tables up to date first. */
export const createStore = async ({ database, now, random, waitingLimit }: StoreParts): Promise<Store> => {
  await migrate(database, now())
  await database.alone(async (query) => {
    await ensureEpoch(query, createEpoch(random(12)))
    await dropOld(query, now())
  })
  const formsOf = createFormsOf()
  const { transaction, read } = database

  const line = createLine({
    database,
    limit: waitingLimit,
    prepare: lockForSharing,
    takeOne: (query, parcel: ReadParcel) => takeParcel(query, { parcel, now: now(), formsOf }),
    order: (a, b) => (a.organisation < b.organisation ? -1 : a.organisation > b.organisation ? 1 : 0)
  })

  return {
    kind: database.kind,
    epoch: () => read(getEpoch),
    bindKeys: (fingerprint) =>
      database.alone(async (query) => {
        const bound = await findMeta(query, 'keys')
        if (bound === undefined) await putMeta(query, 'keys', fingerprint)
        return bound === undefined || bound === fingerprint
      }),

    takeParcel: line.take,
    changesAfter: (organisation, pageOf) =>
      read(async (query) => {
        const epoch = await getEpoch(query)
        const page = pageOf(epoch)
        if (page === undefined) return undefined
        const librarySeq = await organisations.readLibrarySeq(query, organisation)
        const isParty = (await organisations.findOrganisation(query, organisation))?.takesPart
        const changes = await changesAfter(query, organisation, page)
        const ledger = isParty ? await ledgerAfter(query, organisation, { ...page, now: now() }) : undefined
        return { epoch, after: page.after, changes, ledger, librarySeq }
      }),
    readThrough: (organisation, work) =>
      read(async (query) => {
        const count = await organisations.readLastSeq(query, organisation)
        return work(() => pagesOf(query, organisation), count)
      }),
    libraryAfter: (organisation, pageOf) =>
      read(async (query) => {
        const epoch = await getEpoch(query)
        const page = pageOf(epoch)
        return page && { epoch, after: page.after, ...(await library.libraryAfter(query, organisation, page)) }
      }),

    join: (joining) => transaction((query) => joinPhone(query, joining, now())),
    findDevice: (id) => read((query) => devices.findDevice(query, id)),
    findDeviceByToken: (tokenHash) => read((query) => devices.findDeviceByToken(query, tokenHash)),
    listDevices: (organisation) => read((query) => devices.listDevices(query, organisation)),
    noteHeard: async (device) => {
      const at = now()
      if (!devices.isHeardAnew(device, at)) return
      await transaction((query) => devices.setHeard(query, device.id, at))
      // By itself: whoever takes parcels writes both, and in another order.
      await transaction((query) => dropOld(query, at))
    },
    revoke: (phone) =>
      transaction(async (query) => {
        await organisations.lockOrganisations(query)
        await devices.revokeDevice(query, phone, now())
        await publishPartners(query)
      }),
    findRevokedByToken: (tokenHash) => read((query) => devices.findRevokedByToken(query, tokenHash)),

    listOrganisations: () => read(organisations.listOrganisations),
    findOrganisation: (id) => read((query) => organisations.findOrganisation(query, id)),
    addOrganisation: (organisation) =>
      database.alone(async (query) => {
        if ((await organisations.findOrganisation(query, organisation.id)) !== undefined) return false
        await organisations.insertOrganisation(query, organisation)
        await organisations.lockOrganisations(query)
        await publishPartners(query)
        return true
      }),
    setCollectsTestimony: (organisation) =>
      transaction(async (query) => {
        await organisations.lockOrganisations(query)
        await organisations.setCollectsTestimony(query, organisation)
        await publishPartners(query)
      }),
    setTakesPart: (organisation, takesPart) =>
      transaction(async (query) => {
        await organisations.lockOrganisation(query, organisation)
        await organisations.setTakesPart(query, organisation, takesPart)
        if (!takesPart) await dropLedgerOf(query, organisation)
      }),
    addInvite: async (invite) => {
      await transaction((query) => invites.insertInvite(query, { ...invite, madeAt: now() }))
    },
    putLibrary: (organisation, items) => transaction((query) => library.putLibrary(query, organisation, items)),
    setDirectory: (organisation, items) =>
      transaction(async (query) => {
        const written = await library.listWrittenEntries(query, organisation)
        const untouched = items.filter(({ id }) => !written.has(id))
        const put = await library.putLibrary(query, organisation, untouched)
        const kept = new Set([...written, ...items.map(({ id }) => id)])
        return put + (await library.keepOnlyEntries(query, organisation, kept))
      }),
    listEntries: (organisation) => read((query) => library.listEntries(query, organisation)),
    listForms: (organisation) => read((query) => library.listForms(query, organisation)),
    putCorrection: (organisation, correction) =>
      transaction((query) => library.putCorrection(query, organisation, correction)),
    listWordings: (organisation) => read((query) => library.listWordings(query, organisation)),

    putTestimony: (sealed) =>
      transaction(async (query) => ((await testimonies.putTestimony(query, sealed)) ? getEpoch(query) : undefined)),
    listTestimonies: (organisation, page) => read((query) => testimonies.listTestimonies(query, organisation, page)),
    findTestimony: (organisation, id) => read((query) => testimonies.findTestimony(query, organisation, id)),
    deleteTestimony: async (organisation, id) => {
      await transaction((query) => testimonies.deleteTestimony(query, organisation, id))
    },

    listAside: (organisation) => read((query) => listAside(query, organisation)),
    replayAside: (organisation, findOpener) =>
      transaction((query) => replayAside(query, organisation, { now: now(), findOpener, formsOf })),

    addMachineToken: (token) =>
      transaction(async (query) => {
        const number = await tokens.insertMachineToken(query, token, now())
        const facts = { token: token.name, number, sets: token.sets.join(' ') }
        await addAudit(query, token.organisation, { what: 'token_made', facts, at: now() })
        return number
      }),
    revokeMachineToken: (token) =>
      transaction(async (query) => {
        await tokens.revokeMachineToken(query, token, now())
        const facts = { token: token.name, number: token.number }
        await addAudit(query, token.organisation, { what: 'token_revoked', facts, at: now() })
      }),
    findMachineToken: (tokenHash) => read((query) => tokens.findMachineToken(query, tokenHash)),
    listMachineTokens: (organisation) => read((query) => tokens.listMachineTokens(query, organisation)),
    findEdition: (name) => read((query) => editions.findEdition(query, name)),
    keepEdition: (name, edition) => transaction((query) => editions.keepEdition(query, name, edition)),
    addAudit: (organisation, note) => transaction((query) => addAudit(query, organisation, { ...note, at: now() })),
    readAudit: (organisation) => read((query) => readAudit(query, organisation)),

    setHook: (hook, facts) =>
      transaction(async (query) => {
        await hooks.setHook(query, hook)
        await addAudit(query, hook.organisation, { what: 'hook_set', facts, at: now() })
      }),
    removeHook: (organisation) =>
      transaction(async (query) => {
        await hooks.removeHook(query, organisation)
        await addAudit(query, organisation, { what: 'hook_removed', facts: {}, at: now() })
      }),
    listHooks: () => read(hooks.listHooks),
    listDeliveries: (organisation, limit) => read((query) => hooks.listDeliveries(query, organisation, limit)),
    noticeReferrals: async (createId) => {
      for (const organisation of await read(hooks.listUnnoticed)) {
        await transaction((query) => hooks.noticeReferrals(query, { organisation, id: createId(), now: now() }))
      }
    },
    takeDueDelivery: async (until) => {
      if (!(await read((query) => hooks.isAnyDue(query, now())))) return undefined
      return transaction((query) => hooks.takeDueDelivery(query, { now: now(), until }))
    },
    settleDelivery: async (id, settled) => {
      await transaction((query) => hooks.settleDelivery(query, id, settled))
    },

    backup: (write) => read((query) => backupLines(query, { at: now(), write })),
    restore: (lines) =>
      undoOnRefusal(
        (work) => database.alone(work),
        (query) => restoreLines(query, lines, createEpoch(random(12)))
      ),
    close: database.close
  }
}

class Undone<Refusal> extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('Refused, so undone')
    this.refusal = refusal
  }
}

/** A refusal leaves the database as it was. */
const undoOnRefusal = async <Value, Refusal>(
  transaction: Database['transaction'],
  work: (query: Query) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal>> => {
  try {
    return await transaction(async (query) => {
      const result = await work(query)
      if (!result.ok) throw new Undone(result.refusal)
      return result
    })
  } catch (error) {
    if (error instanceof Undone) return refuse(error.refusal as Refusal)
    throw error
  }
}
