// Browsers open connections before they have anything to ask, and let them lie.
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { createHttpServer } from '#server/http/listener.ts'
import { createLog } from '#server/log.ts'

/** A head is waited for 20 seconds, looked at every five. */
const LONG_ENOUGH_MS = 60_000

it(
  'a connection that nobody used is closed without a word, and half a question is refused',
  async () => {
    const server = createHttpServer(() => new Response('here'), createLog('silent'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
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
