// One account as it was told, and its end: deleted for good at the second tap, and only with signal.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { usePhone } from '#app/phone/use-phone.ts'
import { useAccountWords } from '#app/screens/testimony/account-words.ts'
import styles from '#app/screens/testimony/testimony.module.css'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { Testimony } from '#domain/testimony.ts'

/** `told`: undefined where this phone cannot read it. `isAside`: nor any other, as it came. */
export type Account = { readonly id: string; readonly told: Testimony | undefined; readonly isAside: boolean }

export const ReadAccount = ({ account, onDeleted }: { account: Account; onDeleted: () => void }) => {
  const t = useWords('testimony')
  const phone = usePhone()
  const [standing, setStanding] = useState<'kept' | 'asked' | 'no_signal'>('kept')
  const remove = async () => {
    if (standing === 'kept') return setStanding('asked')
    const removed = await (await phone.testimonies()).remove(account.id)
    if (removed.ok) onDeleted()
    else setStanding('no_signal')
  }
  return (
    <>
      {account.told && <Told told={account.told} />}
      {standing === 'asked' && <Notice tone="needs-you" role="alert" title={t('deleteWhat')} />}
      {standing === 'no_signal' && <Notice tone="needs-you" role="alert" title={t('stillHere')} />}
      {/* A double tap asks once. */}
      <Button variant="danger" isWide onClick={({ detail }) => detail < 2 && void remove()}>
        {t('delete')}
      </Button>
    </>
  )
}

const Told = ({ told }: { told: Testimony }) => {
  const t = useWords('testimony')
  const words = useAccountWords()
  const items = [
    { id: 'from', label: t('from'), value: told.from && words.country(told.from) },
    { id: 'to', label: t('to'), value: told.to && words.country(told.to) },
    { id: 'when', label: t('when'), value: told.when && words.when(told.when) },
    { id: 'people', label: t('people'), value: told.people && <bdi>{words.people(told.people)}</bdi> },
    { id: 'what', label: t('what'), value: told.happened?.map((what) => <p key={what}>{words.happened(what)}</p>) },
    {
      id: 'account',
      label: t('account'),
      value: told.account && <bdi className={styles.account}>{told.account}</bdi>
    }
  ]
  return <SummaryList items={items.filter(({ value }) => value !== undefined)} />
}
