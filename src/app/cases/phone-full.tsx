// What a screen says when nothing more fits on the phone: what was to be saved is still on it.
import { useWords } from '#app/language/language-context.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const PhoneFull = () => {
  const t = useWords('common')
  return <Notice tone="needs-you" role="alert" title={t('trouble.phoneFull')} />
}
