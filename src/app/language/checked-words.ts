import type { InterfaceLanguage } from '#domain/codes/languages.ts'
export const useIsChecked = (_language: InterfaceLanguage | undefined, _key: string): boolean => false
