// Builds the app (`src/app`) into `dist`, and its service worker beside it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { checkedWords } from './src/app/build/checked-words-plugin.ts'
import { createFirstFiles } from './src/app/build/first-files.ts'
import { fonts } from './src/app/build/fonts-plugin.ts'
import { languageOf, packedWords } from './src/app/build/packed-words-plugin.ts'
import { serviceWorker } from './src/app/build/service-worker-plugin.ts'
import { startPage } from './src/app/build/start-page-plugin.ts'

const { version: release } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: fromHere('src/app'),
  publicDir: fromHere('public'),
  cacheDir: fromHere('node_modules/.cache/vite'),
  plugins: [
    react(),
    fonts(),
    packedWords(),
    checkedWords(),
    startPage(),
    serviceWorker({ source: fromHere('src/worker/service-worker.ts'), release })
  ],
  resolve: { alias: [{ find: /^crypto$/, replacement: fromHere('src/app/build/web-crypto.ts') }] },
  worker: { format: 'es' },
  server: { fs: { allow: [fromHere('.')] } },
  build: {
    outDir: fromHere('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Lowers `light-dark()` and nesting for phones that stopped at iOS 16.
    cssTarget: ['chrome105', 'safari16', 'firefox105'],
    // No data: addresses: the content security policy allows files of our own only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              debugName: 'door and phone',
              name: createFirstFiles({
                door: fromHere('src/app/main.tsx'),
                phone: fromHere('src/app/phone/browser-phone.ts')
              }),
              priority: 2
            },
            // What several screens use lies in one file: a phone pays for each of two hundred small ones more than for this.
            { name: 'shared', minShareCount: 2, priority: 1 }
          ]
        },
        // The words of a language are known by their name among the files.
        chunkFileNames: ({ facadeModuleId }) => {
          const language = languageOf(facadeModuleId ?? '')
          return language === undefined ? 'assets/[name]-[hash].js' : `assets/words-${language}-[hash].js`
        }
      }
    }
  }
})
