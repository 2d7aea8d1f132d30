// What became of a check, in words, and what the card is for.
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { usePhoneName } from '#app/records/phone-name.ts'
import type { Verdict } from '#app/screens/card/use-check.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { codeInGroups } from '#domain/card-code.ts'
import type { GenuineCard } from '#protocol/card.ts'

export const VerdictShown = ({ verdict }: { verdict: Verdict }) => {
  const t = useWords('card')
  const format = useFormat()
  if (!('card' in verdict)) return <Notice tone="needs-you" role="alert" title={t(`verdict.${verdict.is}`)} />
  const { is, card } = verdict
  return (
    <>
      <Notice
        tone={is === 'genuine' ? 'has-it' : 'needs-you'}
        role="alert"
        title={t(`verdict.${is}`, { day: format.shortDate(card.until) })}
      />
      <CardFacts card={card} />
    </>
  )
}

const CardFacts = ({ card }: { card: GenuineCard }) => {
  const t = useWords('card')
  const phoneName = usePhoneName()
  const service = useDirectory().findService(card.service)
  return (
    <>
      <SummaryList
        items={[
          { id: 'service', label: t('service'), value: service ? <Said words={service.name} /> : t('serviceGone') },
          ...(card.need === 'other' ? [] : [{ id: 'need', label: t('need'), value: t(`codes:needs.${card.need}`) }]),
          { id: 'code', label: t('code'), value: <Ltr>{codeInGroups(card.code)}</Ltr> },
          { id: 'from', label: t('from'), value: phoneName(card.device) }
        ]}
      />
      {service && (
        <ButtonLink icon="hands" href={`/services/${service.id}`}>
          {t('seeService')}
        </ButtonLink>
      )}
    </>
  )
}
