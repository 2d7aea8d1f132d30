// One service: where it is, when, for whom and how to get someone in. Ready to be shown, called or passed on.
import { useParams } from 'react-router'
import { CallNumber } from '#app/directory/call-number.tsx'
import { CheckFirst, Reported } from '#app/directory/check-first.tsx'
import { numbersOf } from '#domain/directory/who-to-call.ts'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said, useSaid } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { CheckHere } from '#app/screens/services/check-here.tsx'
import { Facts } from '#app/screens/services/facts.tsx'
import { OpeningHours } from '#app/screens/services/opening-hours.tsx'
import { PassOn } from '#app/screens/services/pass-on.tsx'
import { Where } from '#app/screens/services/where.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { mayWriteEntries } from '#protocol/words.ts'
import type { ServiceRow } from '#domain/directory/search.ts'

export const ServiceDetails = () => {
  const t = useWords('services')
  const { id = '' } = useParams()
  const at = useClock()()
  const directory = useDirectory()
  const service = directory.findService(id)
  if (service !== undefined) return <Details row={directory.rowOf(service, at)} at={at} />
  return (
    <Page title={t('title')} back="/services">
      <Notice tone="info" title={t('unknown')} />
    </Page>
  )
}

const Details = ({ row, at }: { row: ServiceRow; at: number }) => {
  const t = useWords('services')
  const words = useDirectoryWords()
  const said = useSaid()
  const { desk } = usePhoneView()
  const { service, provider, places } = row
  const numbers = numbersOf(service, provider)
  const mayCheck = desk !== undefined && desk.identity.role !== 'partner'
  const canRefer = desk !== undefined && row.standing === 'current'

  return (
    <Page
      title={said(service.name)}
      detail={provider && <Said words={provider.name} isName />}
      back="/services"
      footer={
        canRefer && (
          <ButtonLink variant="primary" icon="send" href={`/people?refer=${service.id}`}>
            {t('refer')}
          </ButtonLink>
        )
      }
    >
      <CheckFirst row={row} at={at} />
      <Reported row={row} at={at} />
      {service.description && (
        <p>
          <Said words={service.description} />
        </p>
      )}
      <Section title={t('phones')}>
        {numbers.length === 0 && <p>{t('noNumber')}</p>}
        {numbers.map((phone) => (
          <CallNumber key={phone.number} phone={phone} />
        ))}
      </Section>
      <Section title={t('hours')}>
        <p>{words.opening(row, at)}</p>
        <OpeningHours hours={service.hours} {...(service.exceptions && { exceptions: service.exceptions })} />
      </Section>
      {canRefer && (
        <ButtonLink icon="papers" href={`/card/${service.id}`}>
          {t('common:actions.giveCard')}
        </ButtonLink>
      )}
      <Where places={places} />
      {mayCheck && <CheckHere key={service.id} service={service.id} />}
      <Facts row={row} at={at} />
      <PassOn row={row} at={at} />
      {desk && mayWriteEntries(desk.identity.role) && (
        <ButtonLink icon="edit" href={`/directory/service/${service.id}`}>
          {t('common:actions.change')}
        </ButtonLink>
      )}
    </Page>
  )
}
