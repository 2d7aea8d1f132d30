// A built page from its folder, and whatever `answer` takes upon itself.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

export type Served = { readonly url: string; readonly dispose: () => Promise<void> }

/** A page that shares nothing with others is given a clock of 5 and not of 100 µs. */
const ALONE = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin'
}

/** `answer` returns false for what it leaves to the folder. */
export const serveFolder = async (
  folder: string,
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false
): Promise<Served> => {
  const server = createServer((request, response) => {
    if (answer(request, response)) return
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    readFile(join(folder, path)).then(
      (content) =>
        response.writeHead(200, { ...ALONE, 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end()
    )
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    dispose: async () => {
      server.closeAllConnections()
      await new Promise((settle) => server.close(settle))
    }
  }
}
