// That accounts wait here to be handed over, and how many: the phone knows no more of them. "Send now" does not hurry them;
// they go by themselves at an hour of chance, apart from what was logged beside them.
import { useWords } from '#app/language/language-context.tsx'
import { useTestimoniesWaiting } from '#app/phone/use-testimonies-waiting.ts'

export const WaitingAccounts = () => {
  const t = useWords('testimony')
  const count = useTestimoniesWaiting()
  return count > 0 && <p>{t('waiting', { count })}</p>
}
