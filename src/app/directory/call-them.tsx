// Help is needed now and the message has not left the phone: a call is faster than any message.
import { CallNumber } from '#app/directory/call-number.tsx'
import { numbersOf } from '#domain/directory/who-to-call.ts'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const CallThem = ({ serviceId }: { serviceId: string }) => {
  const t = useWords('refer')
  const directory = useDirectory()
  const service = directory.findService(serviceId)
  const numbers = service === undefined ? [] : numbersOf(service, directory.findProvider(service.providerId))
  return (
    <Notice
      tone="urgent"
      title={t('callThem')}
      actions={numbers.map((phone) => (
        <CallNumber key={phone.number} phone={phone} isMain />
      ))}
    >
      {numbers.length === 0 ? t('goAlong') : t('callWhy')}
    </Notice>
  )
}
