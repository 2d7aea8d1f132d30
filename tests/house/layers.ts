// Who may import whom. The guard (`guard.ts`) holds every import of `src` against this table.

export type Layer = {
  /** Other layers it knows, through `#layer/…`. */
  readonly knows: readonly string[]
  /** npm packages; a trailing `*` stands for the rest of the name. `node:*` is Node itself. */
  readonly packages: readonly string[]
  /** Only what people see has words. */
  readonly locales?: true
  /** Folders of its own layer that it must not reach into. */
  readonly closed?: readonly string[]
}

/** Keyed by folder under `src`; the longest match counts. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { knows: [], packages: ['zod'] },
  protocol: { knows: ['domain'], packages: ['zod', '@hpke/core', 'fflate'] },
  device: { knows: ['domain', 'protocol'], packages: ['zod', 'dexie', 'fflate', 'hash-wasm', 'comlink'] },
  worker: {
    knows: ['domain', 'protocol', 'device'],
    packages: ['workbox-precaching', 'workbox-routing', 'zod']
  },
  app: {
    knows: ['domain', 'protocol', 'device'],
    packages: ['react', 'react-dom', 'react-router', 'react-i18next', 'i18next', 'fflate', 'qr', 'uqr', 'zod'],
    locales: true,
    closed: ['app/build']
  },
  'app/ui': {
    knows: [],
    packages: ['react', 'react-dom', 'react-router', '@tanstack/react-virtual', 'uqr'],
    closed: ['app/screens', 'app/build']
  },
  /** Plugins of the build: they run on Node when the app is built and never reach a phone. */
  'app/build': {
    knows: ['domain'],
    packages: ['node:*', 'vite', 'rolldown', 'subset-font', '@vitejs/plugin-react', 'zod'],
    locales: true
  },
  server: {
    knows: ['domain', 'protocol'],
    packages: ['node:*', 'hono', '@hono/*', 'pg', 'pino', 'uqr', 'zod']
  }
}
