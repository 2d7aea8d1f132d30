// Vitest: everything that needs no browser window. `npm test -- unit` brings the PostgreSQL that some tests ask for.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { packedWords } from '../src/app/build/packed-words-plugin.ts'

export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  cacheDir: 'node_modules/.cache/vitest',
  plugins: [packedWords()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['tests/setup/seed.ts'],
    setupFiles: ['tests/setup/each-test.ts'],
    maxWorkers: 2,
    expect: { requireAssertions: true },
    // The machine may be busy: these end a test that hangs, they measure nothing.
    testTimeout: 60_000,
    hookTimeout: 180_000
  }
})
