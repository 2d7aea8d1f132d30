// Numbers to call: one tap, and the number itself in sight for whoever holds another phone.
import { useWords } from '#app/language/language-context.tsx'
import { Said } from '#app/directory/said.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import type { PhoneNumber } from '#domain/directory/who-to-call.ts'
import styles from '#app/directory/call-number.module.css'

export const CallNumber = ({ phone: { number, note }, isMain }: { phone: PhoneNumber; isMain?: boolean }) => {
  const t = useWords('services')
  return (
    <div className={styles.number}>
      <ButtonLink icon="call" isWide variant={isMain ? 'primary' : 'secondary'} href={telephoneLink(number)}>
        {t('call')} <Ltr>{number}</Ltr>
      </ButtonLink>
      {note && (
        <p className={styles.note}>
          <Said words={note} />
        </p>
      )}
    </div>
  )
}

export const telephoneLink = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`
