// A child alone: the centre for social work is called before anything else.
import { CallNumber } from '#app/directory/call-number.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { Notice } from '#app/ui/notice.tsx'
import { whoToCall } from '#domain/directory/who-to-call.ts'

export const ChildFirst = () => {
  const t = useWords('refer')
  const services = useWords('services')
  const [callee] = whoToCall(['guardianship'], { directory: useDirectory(), at: useClock()(), limit: 1 })
  const number = callee && 'phone' in callee ? callee.phone : undefined
  return (
    <Notice
      tone="urgent"
      title={t('childFirst')}
      actions={number === undefined ? <p>{services('noNumber')}</p> : <CallNumber phone={number} />}
    />
  )
}
