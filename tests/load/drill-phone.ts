// A phone of the drill: a load phone whose parcels lie in a real letterbox, carried by the device's own rounds.
import 'fake-indexeddb/auto'
import { openLetterbox } from '#device/letterbox/database.ts'
import { runRound } from '#device/letterbox/round.ts'
import { openLibrary } from '#device/library/database.ts'
import type { LoadPhone } from '#tests/load/phone.ts'

export type DrillPhone = ReturnType<typeof createDrillPhone>

const MOST_ROUNDS = 20

export const createDrillPhone = (phone: LoadPhone) => {
  const letterbox = openLetterbox(`letterbox-${phone.device}`)
  const library = openLibrary(`library-${phone.device}`)
  const fate = { wiped: false }
  const carrier = {
    letterbox,
    library,
    platform: phone.platform,
    wipe: async () => {
      fate.wiped = true
    }
  }
  return {
    phone,
    isWiped: () => fate.wiped,
    join: () =>
      letterbox.state.put({ key: 'state', cursor: '', pastEpochs: [], credentials: phone.joined.credentials }),
    /** Saves records: sealed, signed, and waiting for a round. */
    save: async (records: number, perParcel: number) => {
      await phone.prepare(records, perParcel)
      for (const { bytes, ...parcel } of phone.waiting.splice(0)) {
        await letterbox.parcels.put({ ...parcel, state: 'closed', tries: 0, bytes: bytes.length })
        await letterbox.contents.put({ parcel: parcel.parcel, bytes })
      }
    },
    round: () => runRound(carrier),
    /** As many rounds as it takes: a busy machine may let one run out of time. */
    handOverAll: async () => {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        if ((await letterbox.parcels.where('state').notEqual('received').count()) === 0) return
        await runRound(carrier)
      }
      throw new Error(`Phone ${phone.number} still has parcels after ${MOST_ROUNDS} rounds`)
    },
    epoch: async () => (await letterbox.state.get('state'))?.epoch,
    /** Notes for the audit what the phone shows as with the team. */
    noteAcknowledged: async () => {
      const received = await letterbox.parcels.where('state').equals('received').toArray()
      phone.acknowledged.splice(0, Infinity, ...received)
    }
  }
}
