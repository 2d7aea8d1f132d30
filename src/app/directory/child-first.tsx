// A child alone: the centre for social work is called before anything else, because only it appoints a guardian
// (Instruction of 12 April 2018 on the accommodation of unaccompanied children).
import { CallNumber, numbersOf } from '#app/directory/call-number.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { SharedFields } from '#domain/code.ts'
import type { Directory } from '#domain/directory/search.ts'
import { childrenAlone } from '#domain/records/arrival.ts'
import { codesIn } from '#domain/review/dated-record.ts'

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

export const isChildAlone = (arrival: SharedFields): boolean =>
  childrenAlone(arrival) > 0 || codesIn(arrival, 'urgent').includes('child_alone')

/** The short name by which the directory knows the guardianship authority. */
const GUARDIANSHIP = 'CSW'

const guardianshipNumber = (directory: Directory, at: number) =>
  directory
    .servicesFor({ at, needs: ['child_protection'] })
    .filter(({ provider }) => provider?.shortName === GUARDIANSHIP)
    .flatMap(({ service, provider }) => numbersOf(service, provider))[0]
