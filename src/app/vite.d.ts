// What the build makes of imports that are not TypeScript. Written here, because Vite's own declarations bring Node's
// globals with them, and the app has none.

declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>
  export default styles
}

declare module '*.css'
declare module 'virtual:fonts.css'

declare module 'virtual:checked-words' {
  /**
   * By language, English apart: keys of the texts a native reader has checked, of those that were changed after the
   * check, and how many texts there are.
   */
  export const CHECKED_WORDS: Readonly<
    Record<string, { readonly checked: readonly string[]; readonly outdated: readonly string[]; readonly all: number }>
  >
}

declare module 'virtual:packed-words' {
  import type { WordKeys } from '#app/language/packed-words.ts'
  import type { InterfaceLanguage } from '#domain/codes/languages.ts'

  /** The same for every language. */
  export const KEYS: WordKeys
  /** By language: its texts as one, squeezed. */
  export const PACKS: Readonly<Record<InterfaceLanguage, () => Promise<{ readonly default: string }>>>
}

declare module '*?worker' {
  const BundledWorker: new (options?: { name?: string }) => Worker
  export default BundledWorker
}

interface ImportMeta {
  readonly env: { readonly PROD: boolean; readonly DEV: boolean }
  glob: <Module>(pattern: string) => Readonly<Record<string, () => Promise<Module>>>
}
