// Takes the invite out of the address that opened the app. It is a secret, so the address bar and the way back forget it.
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

const FRAGMENT = '#/join/'

/** An invite waits until the phone knows its door: whoever lost what was here reads that first. */
export const bringsInvite = (hash: string): boolean => hash.startsWith(FRAGMENT)

/** What stands after `#/join/` in the address, whole or not; undefined without an invite. */
export const useInviteInAddress = (): string | undefined => {
  const { hash } = useLocation()
  return bringsInvite(hash) ? hash.slice(FRAGMENT.length) : undefined
}

/** The invite as it came with the address or is typed, whole or not. `before`: what is known of it already. */
export const useInviteText = (before = ''): [string, (text: string) => void] => {
  const came = useInviteInAddress()
  const [taken, setTaken] = useState(came)
  const [text, setText] = useState(came ?? before)
  if (came !== undefined && came !== taken) {
    setTaken(came)
    setText(came)
  }
  useForgottenInvite()
  return [text, setText]
}

/** For screens that have no use for an invite: the address forgets it all the same. */
export const useForgottenInvite = (): void => {
  const isThere = useInviteInAddress() !== undefined
  const { pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (isThere) void navigate(pathname, { replace: true })
  }, [isThere, pathname, navigate])
}
