// `node tests/device/released/freeze.ts 2` writes `storage-2.json`: run it once, when storage of that version is released.
// A made-up lead's phone that was left in the middle of everything: rows, blocks, parcels in every state, a delivery that
// came while it was locked, a form begun, a wrong passphrase, a testimony that waits.
import 'fake-indexeddb/auto'
import { existsSync, writeFileSync } from 'node:fs'
import { openDesk } from '#device/desk.ts'
import { readNumbers } from '#device/letterbox/database.ts'
import { createTestimonies } from '#device/testimonies/testimonies.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { readDump } from '#tests/device/released/dump.ts'
import { COLLECTOR, DRAFT_NAME, type Released } from '#tests/device/released/fixture.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const

const freeze = async (): Promise<Released> => {
  const team = await createTeam({
    library: [...BELGRADE.slice(0, 3), { kind: 'form', id: NEW_ARRIVAL.id, form: NEW_ARRIVAL }]
  })
  const phoneOf = async (role: 'worker' | 'lead') => {
    const phone = team.createPhone()
    const keeper = phone.startKeeper()
    const identity = given(await keeper.joinWith(await team.invite(role), PASSPHRASE))
    return { phone, keeper, identity, desk: await openDesk(keeper, identity) }
  }
  await team.addPartner(COLLECTOR, 'provider-collector')
  await team.store().setCollectsTestimony(COLLECTOR)
  const collects = team.createPhone().startKeeper()
  given(await collects.joinWith(await team.invite('partner', 10, COLLECTOR), PASSPHRASE))
  const worker = await phoneOf('worker')
  const lead = await phoneOf('lead')
  const log = async ({ desk }: typeof lead, men: number) =>
    given(await desk.logArrival(NEW_ARRIVAL, { men, language: 'ps', note: `Group ${men}, made up` }, HERE))

  for (const men of [1, 2, 3]) await log(worker, men)
  await worker.phone.round()
  for (const men of [4, 5]) await log(lead, men)
  await lead.phone.round()
  await lead.desk.refresh()

  // Refused for itself, while the team's next change arrives and stays closed.
  await log(worker, 6)
  await worker.phone.round()
  await log(lead, 7)
  lead.phone.network.fetch = async (path, init) =>
    init.method === 'POST' ? Response.json({ problem: 'fault' }, { status: 500 }) : team.reach(path, init)
  await lead.phone.round()
  // Handed out and never answered, then one that is still open.
  lead.phone.goOffline()
  await log(lead, 8)
  await lead.phone.round()
  given(await lead.desk.tally('rough', HERE))
  const draft = { men: 2, note: 'Begun, made up' }
  given(await lead.keeper.keepNote(DRAFT_NAME, draft))
  const collector = await lead.phone.library.items.get(`partner ${COLLECTOR}`)
  if (collector?.kind !== 'partner') throw new Error('Nobody collects testimonies')
  const testimony = await lead.keeper.sealTestimony(collector, { from: 'HU', to: 'RS', account: 'Told, made up' })
  given(await createTestimonies(lead.phone).keep(testimony))
  await lead.keeper.unlock('not these words at all')

  const { letterbox, vault, library, testimonies } = lead.phone
  const waiting = await letterbox.parcels.where('state').notEqual('received').toArray()
  return {
    passphrase: PASSPHRASE,
    recoveryKey: team.recoveryKeyOnPaper,
    at: NOW,
    backup: [JSON.stringify({ keys: await team.keyFile() }), ...(await team.backup())],
    device: lead.identity.device,
    saved: (await readNumbers(letterbox)).counter - 1,
    waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    shown: [
      ['tally', null, null],
      ...[8, 7, 5, 4].map((men) => ['arrival', men, `Group ${men}, made up`] as const),
      ...[6, 3, 2, 1].map((men) => ['arrival', men, null] as const)
    ],
    draft,
    databases: {
      letterbox: await readDump(letterbox.name),
      vault: await readDump(vault.name),
      library: await readDump(library.name),
      testimonies: await readDump(testimonies.name)
    }
  }
}

const file = new URL(`storage-${process.argv[2] ?? ''}.json`, import.meta.url)
if (existsSync(file)) throw new Error('That version is frozen already')
writeFileSync(file, `${JSON.stringify(await freeze(), undefined, 2)}\n`)
process.exit()
