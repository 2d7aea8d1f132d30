// The storage is to be upgraded, and an older window of Susret keeps its hold on it: which one to close. When it lets go
// the phone goes on by itself.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '#app/shell/page.tsx'
import { findOtherWindows } from '#app/shell/windows.ts'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const UpgradeBlocked = () => {
  const { t } = useTranslation('unlock')
  const [titles, setTitles] = useState<readonly string[]>([])
  useEffect(() => {
    let isGone = false
    void findOtherWindows().then((found) => {
      if (!isGone) setTitles(found)
    })
    return () => {
      isGone = true
    }
  }, [])
  return (
    <Page title={t('blocked.title')}>
      <Notice tone="needs-you" role="alert" title={t('blocked.what')}>
        {t('blocked.todo')}
      </Notice>
      {titles.length > 0 && (
        <List label={t('blocked.windows')}>
          {titles.map((title, at) => (
            <Row key={`${at} ${title}`} title={<bdi>{title}</bdi>} />
          ))}
        </List>
      )}
    </Page>
  )
}
