// The case of an arrival: one tap begins it, and from then on leads to it.
import { useNavigate } from 'react-router'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

export const CaseOfArrival = ({ arrival }: { arrival: MergedRecord }) => {
  const t = useWords('case')
  const act = useWords('act')
  const cases = useCases()
  const navigate = useNavigate()
  const now = useClock()
  const { zone } = usePhoneView()
  const [isFull, save] = useSaving()
  const kase = cases.caseOf(arrival.id)

  const begin = async () => {
    const saved = await cases.grow(arrival, { at: now(), zone })
    if (await save(Promise.resolve(saved))) await navigate(`/records/${saved.ok ? saved.value : ''}`)
  }

  return (
    <>
      {isFull && <PhoneFull />}
      <Actions>
        {kase === undefined ? (
          <Button icon="plus" onClick={() => void begin()}>
            {t('start')}
          </Button>
        ) : (
          <ButtonLink icon="list" href={`/records/${kase.id}`}>
            {t('see')}
          </ButtonLink>
        )}
        {cases.alertsOf(arrival).length > 0 && (
          <ButtonLink icon="urgent" href={`/act/${arrival.id}`}>
            {act('title')}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}
