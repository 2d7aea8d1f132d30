// One request on its way to the server and its answer on the way back, with what the network does to them.
import type { Socket } from 'node:net'
import type { Lane } from '#tests/network/line.ts'
import type { Fault } from '#tests/network/profile.ts'
import type { Request } from '#tests/network/requests.ts'

/** What a proxy remembers of one request. */
export type Exchange = {
  readonly method: string
  readonly path: string
  readonly body: Buffer
  /** The network did something to it, or its connection was cut. */
  isHarmed: boolean
  /** Bytes that came through, head and body, each way. */
  up: number
  down: number
}

export type Ends = { readonly client: Socket; readonly server: Socket; readonly up: Lane; readonly down: Lane }

export type Carried = {
  readonly exchange: Exchange
  /** Called with what the server says, as it says it. */
  readonly onAnswer: (chunk: Buffer) => void
  /** Not even the end of the connection is heard on the other side. */
  readonly isSilent?: true
}

export type Carriage = {
  readonly request: Request
  readonly exchange: Exchange
  readonly fault: Fault | undefined
  /** An earlier answer from the same address. */
  readonly earlier: Buffer | undefined
  /** Sends the request a second time, on a connection of its own. */
  readonly sendAgain: () => void
}

export const carry = (ends: Ends, carriage: Carriage): Carried => {
  const { request, exchange, fault } = carriage
  const toServer = (piece: Buffer) => {
    exchange.up += piece.length
    ends.server.write(piece)
  }
  const toClient = (piece: Buffer) => {
    exchange.down += piece.length
    ends.client.write(piece)
  }
  const nothing = { exchange, onAnswer: () => {} }
  const pass = (bytes = request.bytes) => {
    ends.up.send(bytes, toServer)
    return { exchange, onAnswer: (chunk: Buffer) => ends.down.send(chunk, toClient) }
  }

  switch (fault?.does) {
    case undefined:
    case 'hang_up':
      return pass()
    case 'repeat':
      carriage.sendAgain()
      return pass()
    case 'say':
      ends.up.send(request.bytes, ({ length }) => (exchange.up += length))
      void ends.up.isEmpty().then(() => ends.down.send(Buffer.from(fault.answer), toClient))
      return nothing
    case 'swallow':
      if (fault.goesThrough) ends.up.send(request.bytes, toServer)
      return { ...nothing, isSilent: true }
    case 'recall':
      if (carriage.earlier === undefined) return pass()
      ends.down.send(carriage.earlier, toClient)
      return nothing
    case 'alter':
      if (fault.in === 'request') return pass(turnOneBit(request.bytes, request.bytes.length - 100))
      ends.up.send(request.bytes, toServer)
      return { exchange, onAnswer: (chunk) => ends.down.send(turnBitOfBody(chunk), toClient) }
    case 'break':
      return carryAndBreak(ends, { ...carriage, fault, toServer, toClient })
  }
}

const carryAndBreak = (
  ends: Ends,
  {
    request,
    exchange,
    fault,
    toServer,
    toClient
  }: Carriage & {
    fault: Fault & { does: 'break' }
    toServer: (piece: Buffer) => void
    toClient: (piece: Buffer) => void
  }
): Carried => {
  const breakOff = () => {
    if (fault.by === 'reset') {
      ends.server.resetAndDestroy()
      ends.client.resetAndDestroy()
    } else {
      ends.server.end()
      ends.client.end()
    }
  }
  if (fault.in === 'request') {
    ends.up.send(request.bytes.subarray(0, fault.after), toServer)
    void ends.up.isEmpty().then(breakOff)
    return { exchange, onAnswer: () => {} }
  }
  ends.up.send(request.bytes, toServer)
  let left = fault.after
  let isBroken = false
  return {
    exchange,
    onAnswer: (chunk) => {
      if (isBroken) return
      ends.down.send(chunk.subarray(0, left), toClient)
      left -= chunk.length
      isBroken = left <= 0
      if (isBroken) void ends.down.isEmpty().then(breakOff)
    }
  }
}

const turnOneBit = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

/** Twenty bytes behind the head, or in the middle of a piece that has no head. */
const turnBitOfBody = (chunk: Buffer): Buffer => {
  const headEnd = chunk.indexOf('\r\n\r\n')
  const at = headEnd < 0 ? chunk.length >> 1 : headEnd + 24
  return at < chunk.length ? turnOneBit(chunk, at) : chunk
}
