// Connections that never come to the end of what they say, as many as asked for, until they are let go.
import { connect, type Socket } from 'node:net'

const BEGINNINGS = [
  'GET /health HTTP/1.1\r\nHost: a\r\nX: ',
  'POST /v1/parcels HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n',
  'POST /v1/parcels HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'
]
/** Of a long body, so that two hundred of them want more than all bodies together may have. */
const AHEAD_BYTES = 600_000

export const holdOpen = (port: number, count: number): { letGo: () => void } => {
  const sockets: Socket[] = Array.from({ length: count }, (_, at) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => socket.destroy())
    socket.write(BEGINNINGS[at % BEGINNINGS.length] ?? '')
    if (at % BEGINNINGS.length === 1) socket.write(Buffer.alloc(AHEAD_BYTES))
    return socket
  })
  const drip = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write('a')), 500)
  return {
    letGo: () => {
      clearInterval(drip)
      sockets.forEach((socket) => socket.destroy())
    }
  }
}
