// The way from the review to a file of the same days, for the lead alone.
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { addressOf, type ReviewChoice } from '#app/screens/review/review-period.ts'
import { ButtonLink } from '#app/ui/button.tsx'

export const SaveFiguresLink = ({ choice }: { choice: ReviewChoice }) => {
  const t = useWords('export')
  if (useDesk().identity.role !== 'lead') return null
  return (
    <ButtonLink icon="note" href={`/export?${addressOf(choice)}`}>
      {t('title')}
    </ButtonLink>
  )
}
