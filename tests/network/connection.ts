// One connection of a browser, and ours to the server for it. Requests follow one another, as browsers send them.
import { createConnection, type Socket } from 'node:net'
import { type Carried, carry, type Exchange } from '#tests/network/exchange.ts'
import type { Lane, SharedLine } from '#tests/network/line.ts'
import type { Fault } from '#tests/network/profile.ts'
import { createRequestReader, type Request } from '#tests/network/requests.ts'

export type Road = {
  readonly server: () => { readonly host: string; readonly port: number }
  readonly up: SharedLine
  readonly down: SharedLine
  /** Before this moment, by `performance.now`, nothing is through: shaking hands takes a way there and a way back. */
  readonly readyAt: () => number
  /** Settles when a request may go on. */
  readonly mayPass: () => Promise<void>
  readonly nextFault: () => Fault | undefined
  readonly note: (exchange: Exchange) => void
  /** The last whole answer at each address. */
  readonly answers: Map<string, Buffer>
}

export type Connection = { readonly cut: () => void; readonly closed: Promise<unknown> }

export const connect = (client: Socket, road: Road): Connection => {
  const server = createConnection({ ...road.server(), allowHalfOpen: true })
  for (const socket of [client, server]) calm(socket)
  const readyAt = road.readyAt()
  const ends = { client, server, up: road.up.openLane(readyAt), down: road.down.openLane(readyAt) }
  let carried: Carried | undefined
  let answer: Buffer[] = []
  let hangsUp = false
  let turn = Promise.resolve()

  const take = async (request: Request) => {
    if (hangsUp) return void client.resetAndDestroy()
    await road.mayPass()
    if (carried) road.answers.set(carried.exchange.path, Buffer.concat(answer))
    answer = []
    const { method, path, body } = request
    const fault = road.nextFault()
    hangsUp = fault?.does === 'hang_up'
    const exchange: Exchange = { method, path, body, isHarmed: fault !== undefined, up: 0, down: 0 }
    road.note(exchange)
    const sendAgain = () => calm(createConnection(road.server())).end(request.bytes)
    carried = carry(ends, { request, exchange, fault, earlier: road.answers.get(path), sendAgain })
  }

  const takeInTurn = createRequestReader((request) => {
    turn = turn.then(() => take(request))
  })
  client.on('data', takeInTurn)
  server.on('data', (chunk: Buffer) => {
    answer.push(chunk)
    carried?.onAnswer(chunk)
  })
  const isSilent = () => carried?.isSilent === true
  tellOfEnd({ from: client, to: server, lane: ends.up, isSilent })
  tellOfEnd({ from: server, to: client, lane: ends.down, isSilent })

  return {
    cut: () => {
      if (carried) carried.exchange.isHarmed = true
      client.resetAndDestroy()
      server.resetAndDestroy()
    },
    closed: new Promise((settle) => client.once('close', settle))
  }
}

/** A reset is what this is about, so it is no fault here. */
const calm = (socket: Socket): Socket => socket.setNoDelay(true).on('error', () => socket.destroy())

/** When one side ends or dies, the other hears of it, after what was on its way. */
const tellOfEnd = ({ from, to, lane, isSilent }: { from: Socket; to: Socket; lane: Lane; isSilent: () => boolean }) => {
  from.on('end', () => void lane.isEmpty().then(() => isSilent() || to.end()))
  from.on('close', (hadError) => {
    if (hadError && !isSilent()) to.resetAndDestroy()
    if (to.destroyed) lane.cut()
  })
}
