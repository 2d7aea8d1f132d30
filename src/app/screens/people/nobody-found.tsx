// An empty list says what will be here, and offers the one thing that helps now.
import { useWords } from '#app/language/language-context.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'

type NobodyFoundProps = {
  /** Nothing has been logged here at all. */
  isEmptyPhone: boolean
  isSearch: boolean
  /** How many the same question finds on all days together. */
  onOtherDays: number
  onLookInAll: () => void
  onShowEveryone: () => void
}

export const NobodyFound = (props: NobodyFoundProps) => {
  const { isEmptyPhone, isSearch, onOtherDays, onLookInAll, onShowEveryone } = props
  const t = useWords('people')
  if (isEmptyPhone) {
    return (
      <>
        <p>{t('empty.phone')}</p>
        <Actions>
          <ButtonLink variant="primary" icon="plus" href="/new">
            {t('empty.newArrival')}
          </ButtonLink>
        </Actions>
      </>
    )
  }
  return (
    <>
      <p>{isSearch ? t('empty.search') : t('empty.filter')}</p>
      <Actions>
        {onOtherDays > 0 ? (
          <Button icon="search" onClick={onLookInAll}>
            {t('empty.allDays', { count: onOtherDays })}
          </Button>
        ) : (
          <Button icon="people" onClick={onShowEveryone}>
            {t('empty.everyone')}
          </Button>
        )}
      </Actions>
    </>
  )
}
