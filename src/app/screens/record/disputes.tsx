// Two people have answered the same question differently. Both answers stay until a person says which one holds.
import { useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { type Claim, claimsOf, companionsOf, disputesShown } from '#app/screens/record/claims.ts'
import { usePhoneName } from '#app/screens/record/phone-name.ts'
import styles from '#app/screens/record/record.module.css'
import { Button } from '#app/ui/button.tsx'
import { Card, Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const Disputes = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const desk = useDesk()
  const words = useFieldWords()
  const [isFull, setFull] = useState(false)
  const disputed = disputesShown(record)
  if (disputed.length === 0) return null

  const keep = async (name: string, claim: Claim) => {
    const settled = await desk.settle(record.id, name, claim.value)
    for (const companion of companionsOf(record, name, claim)) {
      await desk.settle(record.id, companion.name, companion.value)
    }
    setFull(!settled.ok)
  }

  return (
    <Section title={t('disputes.title')}>
      <Notice tone="needs-you">{t('disputes.why')}</Notice>
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      {disputed.map((name) => (
        <section key={name} className={styles.dispute} aria-label={words.label(record, name)}>
          <h3>{words.label(record, name)}</h3>
          {claimsOf(record, name).map((claim) => (
            <ClaimCard
              key={claim.changes.join()}
              claim={claim}
              words={words.value(record, name, claim.value) || t('disputes.nothing')}
              onKeep={() => void keep(name, claim)}
            />
          ))}
        </section>
      ))}
    </Section>
  )
}

type ClaimCardProps = { claim: Claim; words: string; onKeep: () => void }

const ClaimCard = ({ claim, words, onKeep }: ClaimCardProps) => {
  const t = useWords('record')
  const format = useFormat()
  const phoneName = usePhoneName()
  const now = useClock()()
  const day = dayAt(claim.at)
  return (
    <Card>
      <p className={styles.claim}>{words}</p>
      <p>
        {format.list(claim.authors.map(phoneName))} · {day !== dayAt(now) && `${format.shortDate(day)}, `}
        {format.time(claim.at)}
      </p>
      <Button isWide icon="check" onClick={onKeep} aria-label={t('disputes.keepThis', { value: words })}>
        {t('disputes.keep')}
      </Button>
    </Card>
  )
}
