// The least a server can do: keep the one body it was sent and hand it out again.
import { gunzipSync } from 'node:zlib'
import { serveFolder } from '#tests/benchmarks/serve-folder.ts'

export const startLimitServer = async (folder: string) => {
  let kept: Buffer = Buffer.alloc(0)
  const countOf = () => (JSON.parse(gunzipSync(kept).toString()) as { count: number }).count
  const served = await serveFolder(folder, (request, response) => {
    if (request.url !== '/records') return false
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-length': kept.length }).end(kept)
      return true
    }
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      kept = Buffer.concat(pieces)
      response.end(String(countOf()))
    })
    return true
  })
  return { ...served, count: async () => countOf() }
}
