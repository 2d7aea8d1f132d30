// Browsers open connections before they have anything to ask, let them lie, and ask the next question on the one they have.
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { createHttpServer } from '#server/http/listener.ts'
import { createLog } from '#server/log.ts'

/** A head is waited for 20 seconds, looked at every five. */
const LONG_ENOUGH_MS = 60_000
/** Node's own patience is five seconds; a question may be under way as long on a bad line. */
const QUIET_MS = 12_000

const aServer = async () => {
  const server = createHttpServer(() => new Response('here'), createLog('silent'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

it(
  'a connection that nobody used is closed without a word, and half a question is refused',
  async () => {
    const { server, port } = await aServer()
    const heardAfter = async (said: string): Promise<string> => {
      const socket = connect(port, '127.0.0.1')
      let heard = ''
      socket.on('data', (bytes) => (heard += bytes.toString()))
      if (said !== '') socket.write(said)
      await once(socket, 'close')
      return heard
    }
    const [unused, half] = await Promise.all([heardAfter(''), heardAfter('GET /health HTTP/1.1\r\nHost: a\r\n')])
    expect(unused).toBe('')
    expect(half).toMatch(/^HTTP\/1\.1 400 .*"altered"/s)
    server.close()
  },
  LONG_ENOUGH_MS
)

it(
  'a connection that was quiet for a while carries the next question, which would go twice if it were closed meanwhile',
  async () => {
    const { server, port } = await aServer()
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (bytes) => (heard += bytes.toString()))
    const answers = () => heard.match(/HTTP\/1\.1 200 /g)?.length ?? 0
    const ask = async () => {
      const before = answers()
      socket.write('GET /health HTTP/1.1\r\nHost: a\r\n\r\n')
      while (answers() === before && !socket.closed) await Promise.race([once(socket, 'data'), once(socket, 'close')])
    }
    await ask()
    await new Promise((settle) => setTimeout(settle, QUIET_MS))
    await ask()
    expect(answers()).toBe(2)
    socket.destroy()
    server.close()
  },
  LONG_ENOUGH_MS
)
