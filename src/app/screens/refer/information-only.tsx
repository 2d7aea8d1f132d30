// No, or not now: nothing is told to anybody. Information needs nobody's data.
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { keepSearch, NO_SEARCH } from '#app/screens/services/kept-search.ts'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Need } from '#domain/codes/needs.ts'

type InformationOnlyProps = { why: 'information' | 'later'; arrivalId: string; needs: readonly Need[] }

export const InformationOnly = ({ why, arrivalId, needs }: InformationOnlyProps) => {
  const t = useWords('refer')
  const { desk } = usePhoneView()
  const [need] = needs
  return (
    <Page title={t('title')} back={`/records/${arrivalId}`}>
      <Notice tone="info" role="status" title={t(`${why}.title`)}>
        {t(`${why}.detail`)}
      </Notice>
      <Actions>
        <ButtonLink
          icon="hands"
          variant="primary"
          href="/services"
          onClick={() => keepSearch({ ...NO_SEARCH, need }, desk)}
        >
          {t('information.services')}
        </ButtonLink>
        <ButtonLink icon="people" href={`/records/${arrivalId}`}>
          {t('after.seePerson')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
