// Tells where one HTTP/1.1 request ends and the next begins. Browsers say the length of what they send.

export type Request = { readonly method: string; readonly path: string; readonly bytes: Buffer; readonly body: Buffer }

/** Hands `take` each request once it is whole. */
export const createRequestReader = (take: (request: Request) => void) => {
  let waiting: Buffer = Buffer.alloc(0)
  return (chunk: Buffer): void => {
    waiting = Buffer.concat([waiting, chunk])
    for (let request = firstOf(waiting); request !== undefined; request = firstOf(waiting)) {
      waiting = waiting.subarray(request.bytes.length)
      take(request)
    }
  }
}

const firstOf = (bytes: Buffer): Request | undefined => {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const [method = '', path = ''] = head.split(' ')
  const bodyAt = headEnd + 4
  const end = bodyAt + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  if (bytes.length < end) return undefined
  return { method, path, bytes: bytes.subarray(0, end), body: bytes.subarray(bodyAt, end) }
}
