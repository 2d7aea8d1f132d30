// Where a correction made on this phone stands, in the words every record has.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLibrary, usePhoneView } from '#app/phone/use-phone.ts'
import { StatePill } from '#app/ui/state-pill.tsx'

/** `id`: of the wording or the recording. Nothing for what was not made here. */
export const OwnStanding = ({ id }: { id: string }) => {
  const t = useWords('common')
  const { time } = useFormat()
  const library = useLibrary()
  const { isCarrying } = usePhoneView()
  const row = library.own.get(id)
  switch (row?.standing) {
    case undefined:
      return null
    case 'waiting':
      return isCarrying ? (
        <StatePill standing="sending">{t('standing.sending')}</StatePill>
      ) : (
        <StatePill standing="saved">{t('standing.saved')}</StatePill>
      )
    case 'taken':
      return <StatePill standing="has-it">{t('standing.hasItAt', { time: time(row.takenAt) })}</StatePill>
    case 'twin':
    case 'refused':
      return <StatePill standing="needs-you">{t('standing.needsYou')}</StatePill>
  }
}
