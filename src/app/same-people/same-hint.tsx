// After a save, where another phone logged people like these: one way to look, loaded when there was a save.
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { maybeSame } from '#device/same-people.ts'

export const SameHint = ({ id }: { id: string }) => {
  const t = useWords('same-people')
  const desk = useDesk()
  const arrival = desk.findRecord(id)
  if (arrival === undefined || maybeSame(desk, arrival).length === 0) return null
  return (
    <ButtonLink icon="link" href={`/records/${id}`}>
      {t('title')}
    </ButtonLink>
  )
}
