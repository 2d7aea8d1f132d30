// A bad network on this machine: a TCP proxy between a browser and the server that does what a profile says, counts bytes
// and remembers every request.
import { type AddressInfo, createServer } from 'node:net'
import type { Random } from '#domain/seeded-random.ts'
import { connect, type Connection, type Road } from '#tests/network/connection.ts'
import type { Exchange } from '#tests/network/exchange.ts'
import { createSharedLine } from '#tests/network/line.ts'
import { CLEAR, type Profile } from '#tests/network/profile.ts'

export type Proxy = {
  readonly url: string
  /** Where requests go. */
  readonly lead: (serverUrl: string) => void
  /** The network is like this from now on. What is under way goes on as it began, unless it is cut. */
  readonly use: (profile: Profile) => void
  /** Every request from now on waits in the middle of the network until it is let go. */
  readonly hold: () => void
  readonly letGo: () => void
  readonly held: () => number
  /** Every connection there is, reset. */
  readonly cut: () => void
  /** Since the last `forget`, in the order they came. */
  readonly exchanges: () => readonly Exchange[]
  readonly forget: () => void
  /** How often the profile has done harm since it is in use. */
  readonly strikes: () => number
  readonly dispose: () => Promise<void>
}

export const createProxy = async (random: Random): Promise<Proxy> => {
  let profile = CLEAR
  let server = { host: '127.0.0.1', port: 0 }
  let strikes = 0
  let exchanges: Exchange[] = []
  let isDown = false
  let stopFlapping = () => {}
  let isHolding = false
  const held = new Set<() => void>()
  const connections = new Set<Connection>()

  const road: Road = {
    server: () => server,
    up: createSharedLine(() => profile.up ?? {}, random),
    down: createSharedLine(() => profile.down ?? {}, random),
    readyAt: () => performance.now() + (profile.up?.delayMs ?? 0) + (profile.down?.delayMs ?? 0),
    mayPass: async () => {
      if (isHolding) await new Promise<void>((settle) => held.add(settle))
    },
    nextFault: () => {
      if (profile.fault === undefined || strikes >= (profile.times ?? Infinity)) return undefined
      strikes += 1
      return profile.fault
    },
    note: (exchange) => exchanges.push(exchange),
    answers: new Map()
  }

  const listener = createServer({ allowHalfOpen: true }, (client) => {
    if (isDown) return void client.resetAndDestroy()
    const connection = connect(client, road)
    connections.add(connection)
    void connection.closed.then(() => connections.delete(connection))
  })
  await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', settle))

  const cut = () => connections.forEach((connection) => connection.cut())

  const letGo = () => {
    isHolding = false
    held.forEach((settle) => settle())
    held.clear()
  }

  const flap = (flaps: NonNullable<Profile['flaps']>) => {
    const turnOver = () => {
      isDown = !isDown
      if (isDown) {
        strikes += 1
        cut()
      }
      flap(flaps)
    }
    const timer = setTimeout(turnOver, isDown ? flaps.downMs : flaps.upMs)
    stopFlapping = () => clearTimeout(timer)
  }

  return {
    url: `http://localhost:${(listener.address() as AddressInfo).port}`,
    lead: (serverUrl) => {
      server = { ...server, port: Number(new URL(serverUrl).port) }
    },
    use: (next) => {
      stopFlapping()
      isDown = false
      strikes = 0
      profile = next
      if (next.flaps) flap(next.flaps)
    },
    hold: () => {
      isHolding = true
    },
    letGo,
    held: () => held.size,
    cut,
    exchanges: () => exchanges,
    forget: () => {
      exchanges = []
    },
    strikes: () => strikes,
    dispose: async () => {
      stopFlapping()
      letGo()
      const closed = new Promise((settle) => listener.close(settle))
      cut()
      await closed
    }
  }
}
