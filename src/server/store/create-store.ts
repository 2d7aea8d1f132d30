// The store on a database: who asks in which transaction. What is asked stands by subject in the files beside.
import type { ReadParcel } from '#server/parcels/read-parcel.ts'
import { addAudit, readAudit } from '#server/store/audit.ts'
import { listAside, replayAside } from '#server/store/aside.ts'
import { backupLines, restoreLines } from '#server/store/backup.ts'
import type { Database, Query } from '#server/store/database.ts'
import * as devices from '#server/store/devices.ts'
import * as editions from '#server/store/editions.ts'
import * as hooks from '#server/store/hooks.ts'
import * as invites from '#server/store/invites.ts'
import { joinPhone } from '#server/store/joining.ts'
import { dropLedgerOf, dropOld, isAnyOld, ledgerAfter } from '#server/store/ledger.ts'
import * as library from '#server/store/library.ts'
import { createLine } from '#server/store/line.ts'
import * as tokens from '#server/store/machine-tokens.ts'
import { changeEpoch, createEpoch, ensureEpoch, findMeta, getEpoch, putMeta } from '#server/store/meta.ts'
import { migrate } from '#server/store/migrations.ts'
import * as nudges from '#server/store/nudges.ts'
import * as organisations from '#server/store/organisations.ts'
import { changesAfter, createFormsOf, isAhead, lacksConfirmed, pagesOf, takeParcel } from '#server/store/parcels.ts'
import { publishPartners } from '#server/store/partners.ts'
import { lockForSharing } from '#server/store/sharing.ts'
import * as testimonies from '#server/store/testimonies.ts'
import type { Store } from '#server/store/store.ts'
import { undoOnRefusal } from '#server/store/undo-on-refusal.ts'

export type StoreParts = {
  readonly database: Database
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  /** How many parcels may wait for the disk before the next is told to come later. */
  readonly waitingLimit: number
}

/** Of more than that the newest are looked at: the rest the board shows. */
const WATCHED_AT_ONCE = 5_000

const dropOldInTurn = async (query: Query, now: number) => {
  await organisations.lockOrganisations(query)
  await dropOld(query, now)
}

/** Brings the tables up to date first. */
export const createStore = async ({ database, now, random, waitingLimit }: StoreParts): Promise<Store> => {
  await migrate(database, now())
  await database.alone(async (query) => {
    await ensureEpoch(query, createEpoch(random(12)))
    await dropOldInTurn(query, now())
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
        const isBehind = await isAhead(query, organisation, page)
        const librarySeq = await organisations.readLibrarySeq(query, organisation)
        const isParty = (await organisations.findOrganisation(query, organisation))?.takesPart
        const changes = await changesAfter(query, organisation, page)
        const ledger = isParty ? await ledgerAfter(query, organisation, { ...page, now: now() }) : undefined
        const { after, mark } = page
        return { epoch, isBehind, after, ...(mark && { mark }), changes, ledger, librarySeq }
      }),
    beginEpoch: (was) => transaction((query) => changeEpoch(query, was, createEpoch(random(12)))),
    readThrough: (organisation, work) =>
      read(async (query) => {
        const count = await organisations.readLastSeq(query, organisation)
        return work(() => pagesOf(query, organisation), count)
      }),
    libraryAfter: (organisation, pageOf) =>
      read(async (query) => {
        const epoch = await getEpoch(query)
        const page = pageOf(epoch)
        if (page === undefined) return undefined
        const isBehind =
          page.after > (await organisations.readLibrarySeq(query, organisation)) ||
          (await lacksConfirmed(query, page.confirmed))
        return { epoch, isBehind, after: page.after, ...(await library.libraryAfter(query, organisation, page)) }
      }),

    join: (joining) => transaction((query) => joinPhone(query, joining, now())),
    findDevice: (id) => read((query) => devices.findDevice(query, id)),
    findDeviceByToken: (tokenHash) => read((query) => devices.findDeviceByToken(query, tokenHash)),
    listDevices: (organisation) => read((query) => devices.listDevices(query, organisation)),
    noteHeard: async (device) => {
      const at = now()
      if (!devices.isHeardAnew(device, at)) return
      await transaction((query) => devices.setHeard(query, device.id, at))
      // By itself, and seldom: whoever takes parcels writes both, and in another order.
      if (await read((query) => isAnyOld(query, at))) await transaction((query) => dropOldInTurn(query, at))
    },
    revoke: (phone) =>
      transaction(async (query) => {
        await organisations.lockOrganisations(query)
        await devices.revokeDevice(query, phone, now())
        await publishPartners(query)
      }),
    isNotedRevoked: (phone) => read((query) => devices.isNotedRevoked(query, phone)),
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
      transaction(async (query) => {
        const put = await testimonies.putTestimony(query, sealed)
        return put && { ...put, epoch: await getEpoch(query) }
      }),
    listTestimonies: (organisation, page) => read((query) => testimonies.listTestimonies(query, organisation, page)),
    findTestimony: (organisation, id) => read((query) => testimonies.findTestimony(query, organisation, id)),
    deleteTestimony: async (organisation, id) => {
      await transaction((query) => testimonies.deleteTestimony(query, organisation, id))
    },
    keepTestimoniesDeleted: (deleted) => transaction((query) => testimonies.keepTestimoniesDeleted(query, deleted)),

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
    takeAsk: (tokenHash) => transaction((query) => tokens.takeAsk(query, tokenHash, now())),
    listMachineTokens: (organisation) => read((query) => tokens.listMachineTokens(query, organisation)),
    findEdition: (name) => read((query) => editions.findEdition(query, name)),
    keepEdition: (name, edition) => transaction((query) => editions.keepEdition(query, name, edition)),
    addAudit: (organisation, note) => transaction((query) => addAudit(query, organisation, { ...note, at: now() })),
    readAudit: (organisation, onEntry) => read((query) => readAudit(query, organisation, onEntry)),

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

    nudgeKeys: async (fresh) => {
      const there = await read(nudges.findNudgeKeys)
      if (there !== undefined) return there
      const made = await fresh()
      return database.alone((query) => nudges.ensureNudgeKeys(query, made))
    },
    findNudge: (device) => read((query) => nudges.findNudge(query, device)),
    setNudge: (device, endpoint) => transaction((query) => nudges.setNudge(query, device, endpoint)),
    removeNudge: async (device) => {
      await transaction((query) => nudges.removeNudge(query, device))
    },
    takeDueNudge: async (until) => {
      if (!(await read((query) => nudges.isAnyNudgeDue(query, now())))) return undefined
      return transaction((query) => nudges.takeDueNudge(query, { now: now(), until }))
    },
    settleNudge: async (nudge, settled) => {
      await transaction((query) => nudges.settleNudge(query, nudge, settled))
    },

    takeDueWatch: async (until) => {
      if (!(await read((query) => nudges.isAnyWatchDue(query, now())))) return undefined
      const watch = await transaction((query) => nudges.takeDueWatch(query, { now: now(), until }))
      return (
        watch && {
          ...watch,
          changes: await read(async (query) => {
            const newest = (await organisations.readLastSeq(query, watch.organisation)) - WATCHED_AT_ONCE
            const after = Math.max(watch.fromSeq - 1, newest)
            return changesAfter(query, watch.organisation, { after, limit: WATCHED_AT_ONCE })
          })
        }
      )
    },
    settleWatch: async (watch, settled) => {
      await transaction((query) => nudges.settleWatch(query, watch, settled))
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
