// Bugs to plant, one at a time, in the real source: a simulation that catches none of them would prove nothing.
import type { Patch } from '#tests/simulation/modules.ts'

const EPOCH = 'src/device/letterbox/epoch.ts'
const ROUND = 'src/device/letterbox/round.ts'
const POST = 'src/device/letterbox/post.ts'
const TAKING = 'src/server/store/parcels.ts'
const STRICT_WRITE = 'src/device/letterbox/strict-write.ts'
const FRESH = `('take' in verdict ? [verdict] : [])`
const NO_DURABLE_RECEIPT = `accept({ kind: 'receipt', device: credentials.device, parcel: parcel.parcel, hash: '', epoch: 'portalportal', at: 0, aside: [] } as Receipt)`

export const PLANTS: Readonly<Record<string, readonly Patch[]>> = {
  'a status of 200 is believed': [
    {
      file: POST,
      find: `return receipt && isOurs ? accept(receipt) : refuse({ why: 'no_answer' })`,
      put: `return receipt && isOurs ? accept(receipt) : ${NO_DURABLE_RECEIPT}`
    }
  ],
  'handed out counts as received': [
    { file: ROUND, find: `{ state: 'closed', tries: next.tries + 1 }`, put: `{ state: 'received', tries: 1 }` }
  ],
  'three tries and no more': [
    {
      file: ROUND,
      find: 'waiting.filter(({ parcel }) => parcel > last)',
      put: 'waiting.filter(({ parcel, tries }) => parcel > last && tries < 3)'
    }
  ],
  'a restored server is offered nothing again': [
    { file: EPOCH, find: `.modify({ state: 'closed' })`, put: '.count()' }
  ],
  'a receipt of an earlier epoch is believed': [
    {
      file: ROUND,
      find: /if \(isOfThePast\(before, receipt\)\) return false\n\s*if \(before/,
      put: 'if (!isOfThePast(before, receipt) && before'
    }
  ],
  'the cursor moves without its delivery': [
    { file: ROUND, find: /letterbox\.deliveries\.add\(\{[^}]*\}\)/, put: 'Promise.resolve()' }
  ],
  'a parcel grows after it was handed out': [
    {
      file: ROUND,
      find: `if (open === next.parcel) await changeNumbers`,
      put: 'if (open === -1) await changeNumbers'
    }
  ],
  'what is handed out is forgotten': [
    {
      file: ROUND,
      find: `await letterbox.parcels.update(next.parcel, { state: 'closed', tries: next.tries + 1 })`,
      put: 'await letterbox.parcels.delete(next.parcel)'
    }
  ],
  'nobody minds the epoch': [
    {
      file: ROUND,
      find: 'if (before.epoch !== receipt.epoch) await beginEpoch',
      put: 'if (before.epoch === undefined) await beginEpoch'
    },
    { file: ROUND, find: 'if (before.epoch !== header.epoch)', put: 'if (before.epoch === undefined)' }
  ],
  'a parcel that comes again is taken again': [
    {
      file: TAKING,
      find: 'const before = await findTaken(query, parcel)',
      put: `const before = undefined as Awaited<ReturnType<typeof findTaken>>`
    },
    { file: TAKING, find: 'insert into parcel (', put: 'insert or ignore into parcel (' },
    { file: TAKING, find: /counter,\n *take,/, put: 'counter + now * 1_000, take,' }
  ],
  'records that look alike are one': [
    {
      file: TAKING,
      find: 'const fresh =',
      put: `const alike = new Set((await query('select content from change', [])).map((row) => JSON.stringify((JSON.parse(String(row['content'])) as Change).fields)))\n  const fresh =`
    },
    {
      file: TAKING,
      find: FRESH,
      put: `('take' in verdict && !alike.has(JSON.stringify((JSON.parse(verdict.take) as Change).fields)) ? [verdict] : [])`
    }
  ],
  'a clock that is days off is turned away': [
    {
      file: TAKING,
      find: FRESH,
      put: `('take' in verdict && Math.abs(Number(/\\d{12,}/.exec(JSON.stringify((JSON.parse(verdict.take) as Change).clock))?.[0] ?? now) - now) < 86_400_000 ? [verdict] : [])`
    }
  ],
  'a cursor skips what is appended next': [
    {
      file: 'src/server/store/cursor.ts',
      find: '[epoch, after, ',
      put: '[epoch, after + 1, '
    }
  ],
  'nobody notices that the data was put back': [
    {
      file: 'src/server/http/deliveries.ts',
      find: 'if (page.isBehind)',
      put: `if (page.epoch === '')`
    }
  ],
  'only numbers tell that the data was put back': [
    {
      file: TAKING,
      find: 'if (mark !== undefined && !(await isStillThere(query, organisation, mark))) return true',
      put: 'if (mark !== undefined) return false'
    }
  ],
  'a note is not kept': [
    { file: 'src/device/letterbox/outbox.ts', find: '...(entry.aside && { aside: entry.aside })', put: '' }
  ],
  'a note goes when the change comes back': [
    {
      file: 'src/device/vault/shelf.ts',
      find: 'before === undefined ? stored : { ...before, ...stored }',
      put: 'stored'
    }
  ],
  'a draft is not kept': [
    {
      file: 'src/device/vault/keeper.ts',
      find: 'if ((await vault.keyring.count()) > 0) await vault.notes.put(note)',
      put: ''
    }
  ],
  'any receipt is a receipt for this parcel': [
    {
      file: POST,
      find: 'receipt && isOurs ? accept(receipt)',
      put: 'receipt ? accept({ ...receipt, parcel: parcel.parcel })'
    }
  ],
  'a cursor outlives the restore': [
    { file: EPOCH, find: `epoch, pastEpochs, cursor: '',`, put: 'epoch, pastEpochs,' },
    { file: 'src/server/store/cursor.ts', find: 'if (of !== epoch) return { after: 0 }', put: '' }
  ],
  'what is set aside is thrown away': [
    {
      file: TAKING,
      find: 'rows: aside.map(({ counter, reason }) => [parcel.device, parcel.parcel, parcel.hash, counter, reason, now])',
      put: 'rows: []'
    }
  ],
  'the directory keeps what a restored server never had': [
    {
      file: 'src/device/library/database.ts',
      find: `if ((known?.cursor ?? '') === '') await database.items.clear()`,
      put: ''
    }
  ],
  'a gap in the counters is overlooked': [
    { file: TAKING, find: 'from, from + count - 1)', put: 'from, from + count)' }
  ],
  'a round that failed is not tried again': [
    {
      file: 'src/device/letterbox/courier.ts',
      find: 'callOff = later(atOnce ? 0 : waitAfter(report), begin)',
      put: 'if (!report.trouble) callOff = later(atOnce ? 0 : waitAfter(report), begin)'
    }
  ],
  'a full phone says saved': [
    {
      file: STRICT_WRITE,
      find: `if (isPhoneFull(error)) return 'full'`,
      put: `if (isPhoneFull(error)) return 'done'`
    }
  ],
  'saved before it is kept': [
    {
      file: STRICT_WRITE,
      find: `transaction.oncomplete = () => settle('done')`,
      put: `transaction.oncomplete = () => settle('done')\n    queueMicrotask(() => settle('done'))`
    }
  ],
  'each try to join makes other keys': [
    {
      file: 'src/device/vault/begin.ts',
      find: `state === 'joining' && keys === 'as_begun' ?`,
      put: `state === 'new' && keys === 'as_begun' ?`
    }
  ],
  'an upgrade of the storage drops what is in it': [
    {
      file: 'tests/simulation/phone.ts',
      find: `.stores({ later: '++id' })`,
      put: `.stores({ later: '++id', blocks: null })`
    }
  ],
  'a phone the server does not know throws its parcels away': [
    {
      file: ROUND,
      find: `if (trouble?.why === 'wiped') await obeyWipe(carrier)`,
      put: `if (trouble?.why === 'refused' && trouble.problem === 'unknown_device') await carrier.letterbox.contents.clear()\n    if (trouble?.why === 'wiped') await obeyWipe(carrier)`
    }
  ],
  // The next round would empty it too: the order fails only where both do.
  'an order to forget spares the second copy': [
    { file: 'src/device/vault/wipe.ts', find: 'await lifeboat?.empty()', put: '' },
    { file: ROUND, find: 'if (revoked) await carrier.lifeboat?.empty()', put: '' }
  ],
  'a second copy made after the order to forget stays': [
    { file: ROUND, find: 'if (revoked) await carrier.lifeboat?.empty()', put: '' }
  ],
  'a tab that was open before stays at the door to a team': [
    {
      file: 'src/app/phone/phone.ts',
      find: 'if (isAtDoor() && isNews) show({ phase })',
      put: 'void isNews'
    }
  ],
  'an order to forget is not obeyed': [
    { file: ROUND, find: `if (trouble?.why === 'wiped') await obeyWipe(carrier)`, put: '' }
  ],
  'two tabs take the same counter': [
    { file: 'src/device/letterbox/outbox.ts', find: 'stores.numbers.add(', put: 'stores.numbers.put(' }
  ],
  'a note is kept in the open': [
    {
      file: 'src/device/vault/keeper.ts',
      find: '=> putNote({ name, sealed })',
      put: '=> putNote({ name, sealed, value } as never)'
    }
  ],
  'a delivery is forgotten before it is folded': [
    {
      file: 'src/device/vault/shelf.ts',
      find: 'await fold(changes)',
      put: 'await letterbox.deliveries.bulkDelete([...arrived]); await fold(changes)'
    }
  ],
  'the later answer silences the other': [
    {
      file: 'src/protocol/merge.ts',
      find: 'if (replaced.has(`${dot} ${name}`)) continue',
      put: 'if (replaced.has(`${dot} ${name}`) || standing.has(name)) continue'
    }
  ],
  'a delivery come too early locks a phone that is joining': [
    {
      file: 'src/device/vault/vault-state.ts',
      find: `(await countRows(savedIn(letterbox, vault))) === 0 ? 'joining'`,
      put: `(await countRows(allOf(letterbox, vault))) === 0 ? 'joining'`
    }
  ],
  'what one tab has opened stays hidden from the other': [
    {
      file: 'src/device/vault/shelf.ts',
      find: `vault.blocks.where('block').above(seenBlock).toArray()`,
      put: `seenBlock > 0 ? [] : vault.blocks.where('block').above(seenBlock).toArray()`
    }
  ],
  'a correction replaces nothing': [
    {
      file: 'src/protocol/merge.ts',
      find: 'if (replaced.has(`${dot} ${name}`)) continue',
      put: 'if (replaced.has(`${dot} ${name}`) && dot.length === 0) continue'
    }
  ],
  'what the browser cut off counts as kept': [
    {
      file: STRICT_WRITE,
      find: 'if (!isConnectionGone(error) || tries === TRIES) throw error\n      database.close',
      put: `if (isConnectionGone(error)) return 'done'\n      database.close`
    }
  ],
  'what was kept unheard is kept again': [
    {
      file: 'src/device/letterbox/outbox.ts',
      find: `if (written === 'called_off' && !(await isThere(sealed.rows)))`,
      put: `if (written === 'called_off')`
    }
  ],
  'a phone that lost its storage begins anew without a word': [
    { file: 'src/device/vault/vault-state.ts', find: ' && !hasJoined && ', put: ' && ' }
  ],
  'a tab that was open before goes on saying what was lost': [
    { file: 'src/app/phone/phone.ts', find: `['new', 'joining', 'lost']`, put: `['new', 'joining']` }
  ],
  'nobody hands over what a lost phone left': [
    {
      file: 'src/device/letterbox/rescue.ts',
      find: 'papers.device !== own?.device)',
      put: 'papers.device === undefined)'
    }
  ],
  'what a lost phone left goes before it was handed over': [
    {
      file: 'src/device/letterbox/rescue.ts',
      find: 'if (own?.device !== undefined && isOver(castaway, own))',
      put: 'if (own?.device !== undefined)'
    }
  ],
  'who is given no deliveries never hears of a restore': [
    { file: ROUND, find: 'await hearOfRestore(carrier, credentials, answer.value.epoch)', put: '' }
  ],
  'who is given no deliveries never tells what was confirmed': [
    { file: 'src/server/http/library.ts', find: 'confirmed: confirmedTo(asker.value, query.data, epoch)', put: '' }
  ],
  'any change counts as the one that was given': [
    { file: TAKING, find: '!(await isStillThere(query, organisation, mark))', put: 'false' }
  ],
  'a page goes on that a later version has overtaken': [
    {
      file: 'src/app/phone/phone.ts',
      find: `if ((await readPhase()) !== 'outdated') return`,
      put: 'return'
    }
  ],
  'a receipt before the flush': [
    {
      file: 'src/server/store/line.ts',
      find: 'settled.push({ outcome })',
      put: 'settled.push({ outcome }); sorted.find((one) => one.item === item)?.resolve(outcome)'
    }
  ],
  'a phone that was taken off goes on adding': [
    {
      file: TAKING,
      find: `if (device.revokedAt !== null) return 'revoked'`,
      put: ''
    },
    {
      file: 'src/server/http/parcels.ts',
      find: 'if (sender.revokedAt !== null) return revoked(context, sender.id, parts)',
      put: ''
    }
  ]
}
