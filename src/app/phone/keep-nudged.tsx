// On a phone that is nudged, locked or open: the service worker has the words in the language of the screen, both sides remember where
// the browser is reached, and a tap on a nudge leads to the board.
import { useContext, useEffect } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { endNudges, ensureNudges } from '#app/phone/nudging.ts'
import { usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { GoContext } from '#app/ui/link.tsx'
import { BOARD, leaveNudgeWords, SHOW_BOARD } from '#device/nudge-words.ts'
import { directionOf } from '#domain/codes/languages.ts'
import { mayBeNudged } from '#protocol/nudge.ts'

/** The screen comes first: a slow phone cannot do both at once. */
const AFTER_MS = 3_000

export const KeepNudged = () => {
  const t = useWords('reminders')
  const phone = usePhone()
  const { phase, desk } = usePhoneView()
  const { language } = useLanguage()
  const go = useContext(GoContext)
  const [app, says] = [t('common:app'), t('urgent.says')]
  const isNone = phase === 'wiped' || (desk !== undefined && !mayBeNudged(desk.identity.role))

  useEffect(() => {
    void leaveNudgeWords({ app, says, language, direction: directionOf(language) })
  }, [app, says, language])

  // A restored server may have forgotten this phone, the browser may have another address. Without an answer the next start asks.
  useEffect(() => {
    if (isNone) return void endNudges(phone)
    const timer = setTimeout(() => void ensureNudges(phone), AFTER_MS)
    return () => clearTimeout(timer)
  }, [phone, isNone])

  useEffect(() => {
    const show = ({ data }: MessageEvent<unknown>) => {
      if (data === SHOW_BOARD) go?.(BOARD)
    }
    navigator.serviceWorker.addEventListener('message', show)
    return () => navigator.serviceWorker.removeEventListener('message', show)
  }, [go])

  return null
}
