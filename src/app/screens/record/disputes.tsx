// Two people have answered the same question differently. Both answers stand side by side, each with who said it and when,
// until a person says which one holds; until then the more careful one counts.
import { useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { ClaimCard } from '#app/screens/record/claim-card.tsx'
import {
  bothKept,
  claimsOf,
  disputesShown,
  keepWords,
  mayKeep,
  saidBehind,
  settlementOf
} from '#app/screens/record/claims.ts'
import styles from '#app/screens/record/record.module.css'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { SharedFields } from '#domain/code.ts'
import { isProtected } from '#domain/records/careful-reading.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const Disputes = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const desk = useDesk()
  const [outcome, setOutcome] = useState<'saved' | 'full'>()
  const disputed = disputesShown(record)

  const settle = async (fields: SharedFields) => setOutcome((await desk.settle(record, fields)).ok ? 'saved' : 'full')

  return (
    <>
      <LiveRegion>{outcome === 'saved' && t('common:said.saved')}</LiveRegion>
      {disputed.length > 0 && (
        <Section title={t('disputes.title')}>
          <Notice tone="needs-you" title={t('disputes.why')}>
            {disputed.some((name) => isProtected(record.type, name)) && t('disputes.careful')}
          </Notice>
          {outcome === 'full' && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
          {disputed.map((name) => (
            <Dispute key={name} record={record} name={name} onSettle={(fields) => void settle(fields)} />
          ))}
        </Section>
      )}
    </>
  )
}

type DisputeProps = { record: MergedRecord; name: string; onSettle: (fields: SharedFields) => void }

const Dispute = ({ record, name, onSettle }: DisputeProps) => {
  const t = useWords('record')
  const { device, role } = useDesk().identity
  const words = useFieldWords()
  const claims = claimsOf(record, name)
  const both = bothKept(record, name, words.formOf(record))
  const said = (value: (typeof claims)[number]['value']) => words.value(record, name, value) || t('disputes.nothing')
  return (
    <section className={styles.dispute} aria-label={words.label(record, name)}>
      <h3>{words.label(record, name)}</h3>
      <div className={styles.claims}>
        {claims.map((claim) => {
          const settlement = settlementOf(record, name, claim)
          return (
            <ClaimCard
              key={claim.changes.join()}
              claim={claim}
              words={said(claim.value)}
              details={saidBehind(record, name, claim).map(
                (one) => `${words.label(record, one.name)}: ${words.value(record, one.name, one.value)}`
              )}
              keep={t(`disputes.${keepWords(claims, claim, device)}`)}
              {...(mayKeep(record, settlement, role) && { onKeep: () => onSettle(settlement) })}
            />
          )
        })}
      </div>
      {both !== undefined && (
        <Button isWide icon="check" onClick={() => onSettle({ [name]: both })}>
          {t('disputes.keepBoth')}
          <VisuallyHidden>: {said(both)}</VisuallyHidden>
        </Button>
      )}
    </section>
  )
}
