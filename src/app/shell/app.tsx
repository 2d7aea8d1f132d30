// The app: what the phone's state lets a person see, and the way between screens.
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { LanguageSheet } from '#app/language/language-sheet.tsx'
import { Nudged } from '#app/phone/nudged.tsx'
import { usePhone, usePhoneView, useClock } from '#app/phone/use-phone.ts'
import { AppNavigation } from '#app/shell/app-navigation.tsx'
import { useAutoLock, useQuickHide } from '#app/shell/auto-lock.ts'
import { forgetInterpreter, forgetInterpreterWithDesk } from '#app/screens/talk/interpreter-said.ts'
import { leaveBy } from '#app/shell/leave-guard.ts'
import { LockedRoutes, OpenRoutes } from '#app/shell/routes.tsx'
import { useStartSigns } from '#app/shell/start-signs.ts'
import { Frame } from '#app/ui/frame.tsx'
import { GoContext } from '#app/ui/link.tsx'
import { useWords } from '#app/language/language-context.tsx'

export const App = () => {
  const t = useWords('common')
  const phone = usePhone()
  const { phase, library } = usePhoneView()
  const isHere = library !== undefined
  const navigate = useNavigate()
  const isOpen = phase === 'open'
  useAutoLock(phone, isOpen, useClock())
  useQuickHide(phone)
  useEffect(() => forgetInterpreterWithDesk(phone), [phone])
  useStartSigns(isHere ? phase : 'starting')
  return (
    <GoContext value={(href) => leaveBy(() => void navigate(href))}>
      <Nudged />
      <LanguageSheet onTheirs={forgetInterpreter}>
        <Frame skipLabel={t('ui:skip')} navigation={isOpen && <AppNavigation />}>
          {isOpen ? <OpenRoutes /> : <LockedRoutes phase={phase} isHere={isHere} />}
        </Frame>
      </LanguageSheet>
    </GoContext>
  )
}
