// The way between a phone and the server, with everything that happens to messages on it.
import type { Asking } from '#device/platform.ts'
import type { Chance } from '#tests/simulation/chance.ts'
import type { Faults } from '#tests/simulation/faults.ts'
import type { Deadline } from '#tests/simulation/ports.ts'
import { NOBODY, type Owner, type Scheduler } from '#tests/simulation/scheduler.ts'
import type { Answer, Question, Server } from '#tests/simulation/server.ts'

export const PORTALS = ['html', 'empty', 'not_found', 'json', 'redirect', 'echo'] as const
export type Portal = (typeof PORTALS)[number]

/** Where a phone is, as far as signal goes. */
export type Reach = { isOffline: boolean; portal: Portal | undefined; readonly earlier: Heard[] }

/** An answer that was on its way once, and the question it was meant for. */
export type Heard = { readonly question: string; readonly answer: Answer }

export type NetworkFault =
  | 'lost'
  | 'half_open'
  | 'unheard'
  | 'replayed'
  | 'portal'
  | 'stale'
  | 'cut_request'
  | 'cut_answer'
  | 'offline'
  | 'server_down'
  | 'busy'

export type NetworkParts = {
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly server: Server
  readonly faults: () => Faults | undefined
  /** What the server answers there, nobody hears. */
  readonly isUnheard: (path: string) => boolean
  readonly counted: (fault: NetworkFault | 'exchange') => void
  readonly seen: (bytes: Uint8Array, path: string) => void
}

export const createNetwork = ({ scheduler, chance, server, faults, isUnheard, counted, seen }: NetworkParts) => {
  const is = (name: 'loss' | 'replay' | 'halfOpen' | 'stale' | 'truncation' | 'busy') =>
    chance.is(faults()?.[name] ?? 0)
  const way = () => 50 + chance.next() ** 3 * (faults()?.longestDelayMs ?? 150)

  /** Asks the server itself; `answered` is left out when nobody is to hear the answer. */
  const ask = (question: Question, answered?: (answer: Answer | undefined) => void) => {
    const owner = server.owner()
    if (owner === undefined) {
      counted('server_down')
      answered?.(undefined)
      return
    }
    if (is('busy')) {
      counted('busy')
      const headers = new Map([['retry-after', String(chance.between(1, 40))]])
      answered?.({ status: 503, headers, bytes: text('{"problem":"busy"}') })
      return
    }
    scheduler.become(owner)
    void server.answer(question).then((answer) => answered?.(answer))
  }

  const exchange = ({ owner, reach }: { owner: Owner; reach: Reach }, path: string, init: Asking): Promise<Response> =>
    new Promise((resolve, reject) => {
      const ms = init.patienceMs ?? (init.signal as unknown as Deadline).ms
      const question = toQuestion(path, init)
      const fail = () => reject(new TypeError('Failed to fetch'))
      const later = (label: string, delay: number, work: () => void) => scheduler.after(delay, { owner, label }, work)
      const callOff = later('deadline', ms, () => reject(new DOMException('Timed out', 'TimeoutError')))
      const settle = (answer: Answer) => {
        callOff()
        resolve(new SimulatedResponse(answer) as unknown as Response)
      }
      counted('exchange')
      if (question.body) seen(question.body, path)
      if (reach.isOffline) {
        counted('offline')
        later('no signal', 5, fail)
        return
      }
      if (reach.portal !== undefined) {
        counted('portal')
        const answer = portalAnswer(reach.portal, question)
        later(`portal says ${reach.portal}`, way(), () => (answer ? settle(answer) : fail()))
        return
      }
      if (is('stale') && reach.earlier.length > 0) {
        counted('stale')
        const answer = pickEarlier(reach.earlier, question)
        later('an earlier answer', way(), () => settle(answer))
        return
      }
      if (is('replay')) replay(question)
      if (is('loss')) return counted('lost')
      const sent = is('truncation') ? cutQuestion(question) : question
      if (sent !== question) counted('cut_request')
      scheduler.after(way(), { owner: NOBODY, label: `${path} arrives (${sent.body?.length ?? 0})` }, () =>
        ask(sent, (answer) => {
          if (answer === undefined) return void later('connection refused', 20, fail)
          seen(answer.bytes, path)
          if (answer.status === 200) remember(reach, question, answer)
          if (isUnheard(path)) return counted('unheard')
          if (is('halfOpen')) return counted('half_open')
          if (is('loss')) return counted('lost')
          const heard = is('truncation') ? cutAnswer(answer) : answer
          if (heard !== answer) counted('cut_answer')
          later(`answer ${heard.status} to ${path} (${heard.bytes.length})`, way(), () => settle(heard))
        })
      )
    })

  /** Nearly always, where there is one, the answer this very question had before: something on the way keeps what it saw. */
  const pickEarlier = (earlier: readonly Heard[], question: Question): Answer => {
    const same = earlier.filter((one) => one.question === toKey(question))
    const from = same.length > 0 && chance.is(0.9) ? same : earlier
    return (from[chance.between(0, from.length - 1)] as Heard).answer
  }

  const replay = (question: Question) => {
    for (let copies = chance.between(1, 2); copies > 0; copies -= 1) {
      const delay = chance.is(0.5) ? way() : chance.next() ** 4 * 5 * 86_400_000
      scheduler.after(delay, { owner: NOBODY, label: `${question.path} arrives again` }, () => {
        if (faults() === undefined) return
        counted('replayed')
        ask(question)
      })
    }
  }

  const cutQuestion = (question: Question): Question =>
    question.body
      ? { ...question, body: question.body.slice(0, chance.between(0, question.body.length - 1)) }
      : question

  const cutAnswer = (answer: Answer): Answer => ({
    ...answer,
    bytes: answer.bytes.slice(0, chance.between(0, Math.max(0, answer.bytes.length - 1)))
  })

  return { exchange }
}

export type Network = ReturnType<typeof createNetwork>

/** More than one shift's: what was confirmed before a restore is heard again after it. */
const EARLIER_KEPT = 60

const remember = ({ earlier }: Reach, question: Question, answer: Answer) => {
  earlier.push({ question: toKey(question), answer })
  if (earlier.length > EARLIER_KEPT) earlier.shift()
}

const toKey = ({ method, path, body }: Question) => `${method} ${path} ${Buffer.from(body ?? []).toString('base64')}`

const toQuestion = (path: string, { method = 'GET', headers = {}, body }: RequestInit): Question => ({
  path,
  method,
  headers,
  body: typeof body === 'string' ? text(body) : body instanceof Uint8Array ? body.slice() : undefined
})

const text = (words: string) => new TextEncoder().encode(words)

const portalAnswer = (portal: Portal, { body }: Question): Answer | undefined => {
  const answers: Record<Portal, Answer | undefined> = {
    html: { status: 200, headers: new Map(), bytes: text('<html>Welcome. Accept our terms.</html>') },
    empty: { status: 204, headers: new Map(), bytes: text('') },
    not_found: { status: 404, headers: new Map(), bytes: text('{"problem":"not_found"}') },
    json: { status: 200, headers: new Map(), bytes: text('{"status":"ok"}') },
    redirect: undefined,
    echo: { status: 200, headers: new Map(), bytes: body ?? text('{}') }
  }
  return answers[portal]
}

/** As much of a Response as anybody reads. */
class SimulatedResponse {
  readonly status: number
  readonly headers: { get: (name: string) => string | null }
  readonly #bytes: Uint8Array
  constructor({ status, headers, bytes }: Answer) {
    this.status = status
    this.headers = { get: (name) => headers.get(name.toLowerCase()) ?? null }
    this.#bytes = bytes
  }
  get ok() {
    return this.status >= 200 && this.status < 300
  }
  async json(): Promise<unknown> {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(this.#bytes))
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return Uint8Array.from(this.#bytes).buffer
  }
}
