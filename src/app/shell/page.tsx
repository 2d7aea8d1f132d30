// What every screen stands in: its title, the state of what is saved, the language, and Hide, always in the same place.
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { LanguagePicker } from '#app/language/language-picker.tsx'
import { usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { LetterboxPill } from '#app/shell/letterbox-pill.tsx'
import { showTitle } from '#app/shell/windows.ts'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Screen } from '#app/ui/screen.tsx'
import { TopBar } from '#app/ui/top-bar.tsx'

type PageProps = {
  title: string
  detail?: ReactNode
  /** Where the way back leads. */
  back?: string
  footer?: ReactNode
  width?: 'reading' | 'wide'
  children: ReactNode
}

export const Page = ({ title, detail, back, footer, width = 'reading', children }: PageProps) => {
  const t = useWords('common')
  const phone = usePhone()
  const { desk } = usePhoneView()
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(title)
  useFocusOnArrival(heading)
  return (
    <Screen
      width={width}
      footer={footer}
      header={
        <TopBar
          title={title}
          detail={detail}
          titleRef={heading}
          {...(back !== undefined && { back: { href: back, label: t('actions.back') } })}
        >
          {desk && <LetterboxPill isTight={back !== undefined} />}
          <LanguagePicker />
          {desk && <IconButton icon="hide" label={t('actions.hide')} onClick={phone.lock} />}
        </TopBar>
      }
    >
      {children}
    </Screen>
  )
}

const useTitle = (title: string) => {
  useEffect(() => {
    document.title = `${title} · Susret`
    return showTitle(document.title)
  }, [title])
}

let isFirstScreen = true

/**
 * A new screen begins at its heading, for eyes and for screen readers; the first one leaves the focus alone. A screen with
 * a field that is typed into at once takes the focus on from there.
 */
const useFocusOnArrival = (heading: { current: HTMLHeadingElement | null }) => {
  const { pathname } = useLocation()
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus({ preventScroll: true })
    isFirstScreen = false
  }, [heading, pathname])
}
