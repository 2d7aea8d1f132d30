// The same offer, worked out on a thread of its own: a month of a hundred thousand people, told finely, takes minutes, in which
// phones are to be answered all the same.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type Asked, type Offered, type OfferRefusal, offerOf } from '#domain/exports/offer.ts'
import type { Counted } from '#domain/exports/people-count.ts'
import type { Result } from '#domain/result.ts'

type Work = { readonly counted: readonly Counted[]; readonly asked: Asked }

const NAME = 'offer'

export const offerApart = (counted: readonly Counted[], asked: Asked): Promise<Result<Offered, OfferRefusal>> =>
  new Promise((resolve, reject) => {
    const work: Work = { counted, asked }
    const worker = new Worker(new URL(import.meta.url), { workerData: { [NAME]: work } })
    // A server that is asked to stop does not wait for it.
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${code} and no answer`)))
  })

const given = isMainThread ? undefined : (workerData as Record<string, Work | undefined> | null)?.[NAME]
if (given !== undefined) parentPort?.postMessage(offerOf(given.counted, given.asked))
