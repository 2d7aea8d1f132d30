// The way to the translator's desk, for those whose corrections the team takes.
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { mayCorrect } from '#protocol/words.ts'

export const ToTheWords = () => {
  const t = useWords('words')
  const { role } = useDesk().identity
  if (!mayCorrect(role)) return null
  return (
    <Actions>
      <ButtonLink icon="language" href="/words">
        {t('link')}
      </ButtonLink>
    </Actions>
  )
}
