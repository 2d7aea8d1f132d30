// What the person agreed to tell this organisation: sealed on the team's phone, opened on this one, kept nowhere in plain.
import { useEffect, useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useReferrals } from '#app/records/use-referrals.ts'
import { Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type SummaryItem, SummaryList } from '#app/ui/summary-list.tsx'
import type { PassedOn } from '#domain/records/passed-on.ts'
import { PEOPLE } from '#domain/records/arrival.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const WhatWasAgreed = ({ referral }: { referral: MergedRecord }) => {
  const t = useWords('partner')
  const read = usePassedOn(referral)
  const record = useWords('record')
  const items = useItems(read?.content)
  if (read === undefined) return null
  return (
    <Section title={t('agreed')}>
      {read.content === undefined ? (
        <Notice tone="needs-you" title={t('otherPhone')} />
      ) : items.length === 0 ? (
        <p>{record('toldNothing')}</p>
      ) : (
        <SummaryList items={items} />
      )}
    </Section>
  )
}

/** Undefined until it has been tried. */
const usePassedOn = (referral: MergedRecord): { content: PassedOn | undefined } | undefined => {
  const { passedOn } = useReferrals()
  const [read, setRead] = useState<{ id: string; content: PassedOn | undefined }>()
  useEffect(() => {
    let isShown = true
    void passedOn(referral).then((content) => {
      if (isShown) setRead({ id: referral.id, content })
    })
    return () => {
      isShown = false
    }
  }, [passedOn, referral])
  return read?.id === referral.id ? read : undefined
}

const useItems = (content: PassedOn | undefined): SummaryItem[] => {
  const t = useWords('partner')
  const common = useWords('common')
  const format = useFormat()
  const labels = useLabels()
  if (content === undefined) return []
  const { name, where, note, people, language, country, urgent } = content
  const counted = PEOPLE.flatMap((kind) => {
    const count = people?.[kind] ?? 0
    return count > 0 ? [common(`people.${kind}`, { count })] : []
  })
  const all: readonly (readonly [id: string, label: string, value: string | undefined])[] = [
    ['name', t('name'), name],
    ['where', t('where'), where],
    ['note', t('note'), note],
    ['people', common('codes:tellable.people'), format.list(counted)],
    ['language', common('codes:tellable.language'), language && labels.code('languages', language)],
    ['country', common('codes:tellable.country'), country && labels.country(country)],
    ['urgent', common('codes:tellable.urgent'), format.list((urgent ?? []).map((flag) => labels.code('urgent', flag)))]
  ]
  return all.flatMap(([id, label, value]) => (value ? [{ id, label, value }] : []))
}
