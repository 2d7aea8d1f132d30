// The two endpoints RxDB's guide asks for, keeping in memory, which favours it; answers are gzipped.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { serveFolder } from '../../serve-folder.ts'

type Pushed = { readonly newDocumentState: { readonly id: string } }

export const startRxServer = async (folder: string) => {
  const documents = new Map<string, object>()

  const takePush = (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const pushed = JSON.parse(Buffer.concat(pieces).toString()) as Pushed[]
      for (const { newDocumentState } of pushed) documents.set(newDocumentState.id, newDocumentState)
      say(response, [])
    })
  }

  const givePull = (url: URL, response: ServerResponse) => {
    const [after, limit] = ['after', 'limit'].map((name) => Number(url.searchParams.get(name)))
    const found = [...documents.values()].slice(after, (after ?? 0) + (limit ?? 0))
    say(response, { documents: found, checkpoint: { after: (after ?? 0) + found.length } })
  }

  const served = await serveFolder(folder, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/push') takePush(request, response)
    else if (url.pathname === '/pull') givePull(url, response)
    else return false
    return true
  })
  return { ...served, count: async () => documents.size }
}

const say = (response: ServerResponse, answer: unknown) => {
  const body = gzipSync(JSON.stringify(answer))
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', 'content-length': body.length }
  response.writeHead(200, headers).end(body)
}
