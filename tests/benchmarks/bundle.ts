// Builds a page of the bench into a folder that can be served. Returns the folder.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** `page` is a folder of `tests/benchmarks` with an index.html. */
export const bundle = async (page: string, hasPeers: boolean): Promise<string> => {
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/benchmarks/${page}/`, import.meta.url))
  await build({
    configFile: false,
    root: fileURLToPath(new URL(`./${page}/`, import.meta.url)),
    logLevel: 'error',
    // Where the peers could not be installed, no page starts this worker.
    worker: { format: 'es', rollupOptions: { external: hasPeers ? [] : ['pouchdb-browser'] } },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_000 }
  })
  return folder
}
