// The accounts that were sealed to this organisation, opened with its own key, with signal or without. Nobody is told that one
// was read. What was read can be deleted, on every phone of the organisation.
import { useEffect, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk, usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { useAccountWords } from '#app/screens/testimony/account-words.ts'
import { type Account, ReadAccount } from '#app/screens/testimony/read-account.tsx'
import { Page } from '#app/shell/page.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { isSetAside } from '#device/testimonies/database.ts'
import { Testimony, UNSAID } from '#domain/testimony.ts'

export const ReadAccounts = () => {
  const t = useWords('testimony')
  const words = useAccountWords()
  const [accounts, lookAgain] = useAccounts()
  const [openId, setOpenId] = useState<string>()
  const open = accounts?.find(({ id }) => id === openId)
  const titleOf = ({ told, isAside }: Account) => {
    if (isAside) return t('unreadable')
    return told === undefined ? t('closed') : [told.from, told.to].map((one = UNSAID) => words.country(one)).join(' – ')
  }
  return (
    <Page title={t('accounts')} back="/">
      {accounts?.length === 0 && <Notice tone="info" title={t('none')} />}
      <List label={t('accounts')}>
        {accounts?.map((account) => (
          <Row
            key={account.id}
            icon="note"
            title={titleOf(account)}
            detail={account.told?.when && words.when(account.told.when)}
            onTap={() => setOpenId(account.id)}
          />
        ))}
      </List>
      <Sheet
        title={open === undefined ? t('title') : titleOf(open)}
        isOpen={open !== undefined}
        onClose={() => setOpenId(undefined)}
        closeLabel={t('ui:close')}
      >
        {open && <ReadAccount key={open.id} account={open} onDeleted={lookAgain} />}
      </Sheet>
    </Page>
  )
}

/** Undefined until they have been opened. Asked for when the screen comes, and opened anew when something has come. */
const useAccounts = (): [accounts: readonly Account[] | undefined, lookAgain: () => void] => {
  const phone = usePhone()
  const { testimony } = useDesk()
  const { version } = usePhoneView()
  const [looks, setLooks] = useState(0)
  const [accounts, setAccounts] = useState<readonly Account[]>()
  useEffect(() => phone.carryNow(), [phone])
  useEffect(() => {
    let isShown = true
    const open = async () => {
      const come = await (await phone.testimonies()).come()
      const opened = await Promise.all(
        come.map(async (sealed) => ({
          id: sealed.id,
          isAside: isSetAside(sealed),
          told: Testimony.safeParse(await testimony.openTestimony(sealed)).data
        }))
      )
      if (isShown) setAccounts(opened)
    }
    void open()
    return () => {
      isShown = false
    }
  }, [phone, testimony, version, looks])
  return [accounts, () => setLooks(looks + 1)]
}
