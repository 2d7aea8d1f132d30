// Joining the team: language, invite, passphrase, then the phone makes its keys and asks. What is typed stays, whatever
// goes wrong.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAttempt } from '#app/phone/use-attempt.ts'
import { usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { ChoosePassphrase } from '#app/screens/join/choose-passphrase.tsx'
import { useInviteText } from '#app/screens/join/invite-in-address.ts'
import { findInvite } from '#app/screens/join/invite-text.ts'
import { JoinProgress } from '#app/screens/join/join-progress.tsx'
import { JoinTrouble } from '#app/screens/join/join-trouble.tsx'
import { passphraseIn, usePassphraseChoice } from '#app/screens/join/passphrase-draft.ts'
import { ProvePassphrase } from '#app/screens/join/prove-passphrase.tsx'
import { Welcome } from '#app/screens/join/welcome.tsx'
import type { JoinKeys } from '#device/vault/begin.ts'
import type { JoinRefusal } from '#device/vault/join.ts'

type Step = 'welcome' | 'passphrase' | 'proof'

/** `inviteBefore`: came with the address before another screen spoke first. */
export const JoinTeam = ({ inviteBefore = '' }: { inviteBefore?: string }) => {
  const phone = usePhone()
  const { phase } = usePhoneView()
  const navigate = useNavigate()
  // Keys made in an earlier visit are used again with the same words, so asking twice joins once.
  const [goesOn] = useState(phase === 'joining')
  const [keys, setKeys] = useState<JoinKeys>('as_begun')
  const [step, setStep] = useState<Step>('welcome')
  const [inviteText, setInviteText] = useInviteText(inviteBefore)
  const choice = usePassphraseChoice(goesOn)
  const [proof, setProof] = useState('')
  const [attempt, begin, forget] = useAttempt<JoinRefusal>()

  const join = () => {
    const invite = findInvite(inviteText)
    if (invite === undefined) return
    // The phone opens at this address, so that nothing else is shown in between.
    void navigate('/ready', { replace: true })
    begin(() => phone.join(invite, passphraseIn(choice.draft), keys))
  }

  const chooseWords = (next: JoinKeys) => {
    setKeys(next)
    setProof('')
    choice.beginAgain(next === 'as_begun')
    setStep('passphrase')
    forget()
  }

  switch (attempt.is) {
    case 'under_way':
    case 'done':
      return <JoinProgress areKeysMade={phase === 'joining'} />
    case 'failed':
    case 'refused':
      return (
        <JoinTrouble
          trouble={attempt.is === 'refused' ? attempt.refusal : attempt.is}
          inviteText={inviteText}
          onInviteText={setInviteText}
          onAgain={join}
          onWords={chooseWords}
        />
      )
    case 'not_begun':
      break
  }
  switch (step) {
    case 'welcome':
      return (
        <Welcome
          goesOn={goesOn}
          inviteText={inviteText}
          onInviteText={setInviteText}
          onNext={() => setStep('passphrase')}
        />
      )
    case 'passphrase':
      return (
        <ChoosePassphrase
          choice={choice}
          goesOn={goesOn && keys === 'as_begun'}
          onBack={() => setStep('welcome')}
          onChosen={() => setStep('proof')}
        />
      )
    case 'proof':
      return (
        <ProvePassphrase
          draft={choice.draft}
          proof={proof}
          onProof={setProof}
          onBack={() => setStep('passphrase')}
          onProved={join}
          isLast
        />
      )
  }
}
