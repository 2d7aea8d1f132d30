// Bugs to plant, one at a time, in the real source: a simulation that catches none of them would prove nothing.
import type { Patch } from '#tests/simulation/modules.ts'

const ROUND = 'src/device/letterbox/round.ts'
const NO_DURABLE_RECEIPT = `accept({ kind: 'receipt', device: credentials.device, parcel: parcel.parcel, hash: '', epoch: 'portalportal', at: 0, aside: [] } as Receipt)`

export const PLANTS: Readonly<Record<string, readonly Patch[]>> = {
  'a status of 200 is believed': [
    {
      file: 'src/device/letterbox/post.ts',
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
    { file: ROUND, find: `.modify({ state: 'closed' })`, put: '.count()' }
  ],
  'a receipt of an earlier epoch is believed': [
    { file: ROUND, find: 'if (pastEpochs.includes(receipt.epoch)) return\n', put: '\n' }
  ],
  'the cursor moves without its delivery': [
    { file: ROUND, find: /await letterbox\.deliveries\.add\(\{[^}]*\}\)/, put: 'await Promise.resolve()' }
  ],
  'a parcel grows after it was handed out': [
    {
      file: ROUND,
      find: `if (open === next.parcel) await letterbox.numbers`,
      put: 'if (open === -1) await letterbox.numbers'
    }
  ],
  'an order to forget is not obeyed': [
    { file: ROUND, find: `if (trouble?.why === 'wiped') await obeyWipe(carrier)`, put: '' }
  ],
  'two tabs take the same counter': [
    { file: 'src/device/letterbox/outbox.ts', find: /if \(!areSame\([^\n]*\) callOff\(\)/, put: 'void areSame' }
  ],
  'a note is kept in the open': [
    {
      file: 'src/device/vault/keeper.ts',
      find: 'vault.notes.put({ name, sealed })',
      put: 'vault.notes.put({ name, sealed, value } as never)'
    }
  ],
  'a delivery is forgotten before it is folded': [
    {
      file: 'src/device/vault/shelf.ts',
      find: 'await fold(fresh)',
      put: 'await letterbox.deliveries.delete(arrived); await fold(fresh)'
    }
  ],
  'the later answer silences the other': [
    {
      file: 'src/protocol/merge.ts',
      find: 'if (replaced.has(`${dot} ${name}`)) continue',
      put: 'if (replaced.has(`${dot} ${name}`) || standing[name] !== undefined) continue'
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
      file: 'src/server/store/parcels.ts',
      find: `if (device === undefined || device.revokedAt !== null) return 'revoked'`,
      put: `if (device === undefined) return 'revoked'`
    },
    {
      file: 'src/server/http/parcels.ts',
      find: 'if (sender.revokedAt !== null) return revoked(context, sender.id, parts)',
      put: ''
    }
  ]
}
