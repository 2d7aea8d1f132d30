// Said on every legal topic: what it is not, and where advice is free.
import { useNavigate } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { keepSearch, NO_SEARCH } from '#app/screens/services/kept-search.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const NotAdvice = () => {
  const t = useWords('options')
  const { desk } = usePhoneView()
  const navigate = useNavigate()
  const findLawyer = () => {
    keepSearch({ ...NO_SEARCH, need: 'legal_aid' }, desk)
    void navigate('/services')
  }
  return (
    <Notice
      tone="info"
      title={t('notAdvice')}
      actions={
        <Button icon="law" onClick={findLawyer}>
          {t('findLawyer')}
        </Button>
      }
    >
      {t('askLawyer')}
    </Notice>
  )
}
