// More or fewer, with its sign: a change without one reads like a count.
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'

/** `written`: the change without its sign, where it is not a whole number. */
export const useChangeSaid = (): ((by: number, written?: string) => string) => {
  const { count } = useFormat()
  const { i18n } = useTranslation()
  // Between letters that run from right to left the sign would go to the other end.
  const mark = directionOf(i18n.language as InterfaceLanguage) === 'rtl' ? LEFT_TO_RIGHT : ''
  return (by, written = count(Math.abs(by))) => (by === 0 ? '±0' : `${mark}${by > 0 ? '+' : '−'}${mark}${written}`)
}

const LEFT_TO_RIGHT = '\u200e'
