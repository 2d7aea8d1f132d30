// Asking over a link that may be slow or dead: only silence is given up on, and every piece of an answer breaks it. So
// what comes drop by drop comes whole, and a line that died without a word is found out.
import type { Platform } from '#device/platform.ts'

/** Runs `work` after `ms`; returns how to call it off. */
export type Later = (ms: number, work: () => void) => () => void

export type PatientParts = {
  readonly ask: (path: string, init: RequestInit) => Promise<Response>
  readonly later: Later
}

export const createPatientFetch =
  ({ ask, later }: PatientParts): Platform['fetch'] =>
  async (path, { patienceMs, ...init }) => {
    if (patienceMs === undefined) return ask(path, init)
    const silence = breakSilenceAfter(patienceMs, later)
    try {
      const answer = await ask(path, { ...init, signal: silence.signal })
      silence.heard()
      if (answer.body !== null) return new Response(watch(answer.body, silence), answer)
      silence.end()
      return answer
    } catch (error) {
      silence.end()
      throw error
    }
  }

type Silence = ReturnType<typeof breakSilenceAfter>

const breakSilenceAfter = (ms: number, later: Later) => {
  const controller = new AbortController()
  const giveUp = () => controller.abort(new DOMException('Nothing came for too long', 'TimeoutError'))
  let callOff = later(ms, giveUp)
  return {
    signal: controller.signal,
    heard: () => {
      callOff()
      callOff = later(ms, giveUp)
    },
    end: () => callOff()
  }
}

const watch = (body: ReadableStream<Uint8Array>, { heard, end }: Silence): ReadableStream<Uint8Array> =>
  body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, out) => {
        heard()
        out.enqueue(piece)
      },
      flush: end
    })
  )
