// For a phone whose storage is gone or does not open: what had not been sent is handed over from the second copy, believed
// to have arrived by the same receipts as ever, or saved to a file for the team. After a restore it is handed over again.
import type { LetterboxDatabase, LetterboxState } from '#device/letterbox/database.ts'
import { readState } from '#device/letterbox/database.ts'
import type { BoatParcel, Castaway, Lifeboat } from '#device/letterbox/lifeboat.ts'
import { RECEIVED_KEPT_MS, withReceipt } from '#device/letterbox/papers.ts'
import { handOver } from '#device/letterbox/post.ts'
import { type Carrier, concernsOneParcel, runRound } from '#device/letterbox/round.ts'
import { areAlike, type Bytes } from '#protocol/bytes.ts'
import type { DeviceId } from '#protocol/ids.ts'
import { writeRescueFile } from '#protocol/rescue-file.ts'

/** `handedOver`, `left`: changes. `trouble`: why some are left. */
export type RescueReport = {
  readonly handedOver: number
  readonly left: number
  readonly trouble?: 'no_answer' | 'refused'
}

export type Rescue = {
  /** Changes without a receipt that are still here, in the letterbox if it opens, else in the second copy. */
  readonly countWaiting: () => Promise<number>
  readonly handOver: () => Promise<RescueReport>
  /** What phones that this one was before left behind. Nothing of the phone it is now. */
  readonly handOverCastaways: () => Promise<RescueReport>
  readonly toFile: () => Promise<string>
}

export const createRescue = (carrier: Carrier, lifeboat: Lifeboat): Rescue => {
  const { letterbox, platform } = carrier

  /** A letterbox that does not open, or has forgotten whose it is, may be what has brought us here. */
  const readOwn = async (): Promise<Own | undefined> => {
    const own = await readWaiting(letterbox).catch(() => undefined)
    if (own === undefined || own.device !== undefined) return own
    const copies = await lifeboat.copies()
    return { parcels: own.parcels.filter((one) => !copies.some((copy) => areAlike(copy.bytes, one.bytes))) }
  }

  const findCastaways = async (own: Own | undefined): Promise<Castaway[]> =>
    (await lifeboat.castaways(own?.epoch)).filter(({ papers }) => papers.device !== own?.device)

  const handOverCastaways = async (): Promise<RescueReport> => {
    const own = await readOwn()
    let report: RescueReport = { handedOver: 0, left: 0 }
    for (const castaway of await findCastaways(own)) {
      report = addReports(report, await platform.alone('letterbox', () => handOverParcels(castaway)))
      if (own?.device !== undefined && isOver(castaway, own)) await lifeboat.forget(castaway.papers.device)
    }
    return report
  }

  const handOverParcels = async (castaway: Castaway): Promise<RescueReport> => {
    const { parcels } = castaway
    let [{ papers }, handedOver, trouble]: [Castaway, number, RescueReport['trouble']] = [castaway, 0, undefined]
    for (const { parcel, count, bytes } of parcels) {
      const answer = await handOver(platform, papers, { parcel, bytes })
      if (answer.ok && !papers.pastEpochs.includes(answer.value.epoch)) {
        papers = withReceipt(papers, answer.value)
        await lifeboat.keepPapers(papers)
        handedOver += count
        continue
      }
      const isRefused = !answer.ok && answer.refusal.why !== 'no_answer'
      trouble = isRefused ? 'refused' : 'no_answer'
      if (answer.ok || !concernsOneParcel(answer.refusal)) break
    }
    return { handedOver, left: countOf(parcels) - handedOver, ...(trouble && { trouble }) }
  }

  /** The letterbox hands over its own, as in any round. */
  const handOverOwn = async (before: Own | undefined): Promise<RescueReport> => {
    if (before === undefined) return { handedOver: 0, left: 0 }
    const { trouble } = await runRound(carrier)
    const left = countOf((await readOwn())?.parcels ?? [])
    const why = trouble?.why === 'no_answer' ? 'no_answer' : 'refused'
    return { handedOver: countOf(before.parcels) - left, left, ...(left > 0 && { trouble: why }) }
  }

  return {
    countWaiting: async () => {
      const own = await readOwn()
      const others = await findCastaways(own)
      return countOf([...(own?.parcels ?? []), ...others.flatMap(({ parcels }) => parcels)])
    },
    handOver: async () => addReports(await handOverOwn(await readOwn()), await handOverCastaways()),
    handOverCastaways,
    toFile: async () => {
      const own = await readOwn()
      const others = await findCastaways(own)
      const parcels: readonly { bytes: Bytes }[] = [...(own?.parcels ?? []), ...others.flatMap((one) => one.parcels)]
      const file = writeRescueFile(parcels.map(({ bytes }) => bytes))
      const kept = (own?.parcels ?? []).map(({ parcel }) => parcel)
      if (kept.length > 0) await letterbox.parcels.where('parcel').anyOf(kept).modify({ inFile: true })
      return file
    }
  }
}

/** `epoch`, `lastContact`: of the server, as the letterbox has last heard of it. */
type Own = Pick<LetterboxState, 'epoch' | 'lastContact'> & {
  readonly device?: DeviceId
  readonly parcels: readonly BoatParcel[]
}

/** By the server's clock on both sides: that of a phone is wrong oftener. */
const isOver = ({ papers: { received }, parcels }: Castaway, { lastContact = 0 }: Own): boolean =>
  parcels.length === 0 && (received === undefined || lastContact - received.at > RECEIVED_KEPT_MS)

/** Undefined when the letterbox is empty. */
const readWaiting = async (letterbox: LetterboxDatabase): Promise<Own | undefined> => {
  const { credentials, epoch, lastContact } = await readState(letterbox)
  const waiting = await letterbox.parcels.where('state').notEqual('received').sortBy('parcel')
  const contents = await letterbox.contents.bulkGet(waiting.map(({ parcel }) => parcel))
  const parcels = waiting.flatMap(({ parcel, count }, at) => {
    const content = contents[at]
    return content ? [{ parcel, count, bytes: content.bytes }] : []
  })
  if (credentials === undefined) return parcels.length > 0 ? { parcels } : undefined
  return { device: credentials.device, parcels, ...(epoch && { epoch }), ...(lastContact && { lastContact }) }
}

const countOf = (parcels: readonly { count: number }[]) => parcels.reduce((sum, { count }) => sum + count, 0)

const addReports = (a: RescueReport, b: RescueReport): RescueReport => {
  const trouble = a.trouble ?? b.trouble
  return { handedOver: a.handedOver + b.handedOver, left: a.left + b.left, ...(trouble && { trouble }) }
}
