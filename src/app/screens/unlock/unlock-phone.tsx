// The locked phone: the passphrase opens it, a forgotten one is mended, and public facts stay in reach.
import { useState } from 'react'
import { useForgottenInvite } from '#app/screens/join/invite-in-address.ts'
import { EnterPassphrase } from '#app/screens/unlock/enter-passphrase.tsx'
import { lazyScreen } from '#app/shell/lazy-screen.tsx'

/** Few forget; the others' first screen does not carry it. */
const RecoverPhone = lazyScreen<{ onBack: () => void }>(
  async () => (await import('#app/screens/unlock/recover-phone.tsx')).RecoverPhone
)

export const UnlockPhone = () => {
  const [isForgotten, setForgotten] = useState(false)
  useForgottenInvite()
  return isForgotten ? (
    <RecoverPhone onBack={() => setForgotten(false)} />
  ) : (
    <EnterPassphrase onForgotten={() => setForgotten(true)} />
  )
}
