// The other side of a webhook: a real HTTP server that checks the signature as a partner would, and answers as it is told.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = {
  readonly path: string
  readonly body: Record<string, unknown>
  readonly seconds: number
  readonly isSigned: boolean
}

/** `silent`: takes the call and never answers. */
type Answer = number | 'silent' | { readonly redirect: string }

export const createHookReceiver = async () => {
  const heard: Heard[] = []
  let [secret, answer] = ['', 204 as Answer]
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => (text += part))
    request.on('end', () => {
      const { 'susret-timestamp': at, 'susret-signature': signature = '' } = request.headers
      const right = Buffer.from(
        `v1=${createHmac('sha256', secret)
          .update(`${String(at)}.${text}`)
          .digest('hex')}`
      )
      const given = Buffer.from(String(signature))
      const isSigned = given.length === right.length && timingSafeEqual(given, right)
      heard.push({ path: request.url ?? '', body: JSON.parse(text) as Heard['body'], seconds: Number(at), isSigned })
      if (answer === 'silent') return
      if (typeof answer === 'number') response.writeHead(answer).end('<h1>what the other side says</h1>')
      else response.writeHead(307, { location: answer.redirect }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/told`,
    heard,
    expectSecret: (given: string) => {
      secret = given
    },
    answerWith: (given: Answer) => {
      answer = given
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }
}
