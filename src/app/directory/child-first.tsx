// A child alone: the centre for social work is called before anything else.
import { CallNumber, numbersOf } from '#app/directory/call-number.tsx'
import { isGuardianship } from '#app/directory/guardianship.ts'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Directory } from '#domain/directory/search.ts'

export const ChildFirst = () => {
  const t = useWords('refer')
  const services = useWords('services')
  const number = guardianshipNumber(useDirectory(), useClock()())
  return (
    <Notice
      tone="urgent"
      title={t('childFirst')}
      actions={number === undefined ? <p>{services('noNumber')}</p> : <CallNumber phone={number} />}
    />
  )
}

const guardianshipNumber = (directory: Directory, at: number) =>
  directory
    .servicesFor({ at, needs: ['child_protection'] })
    .filter(isGuardianship)
    .flatMap(({ service, provider }) => numbersOf(service, provider))[0]
