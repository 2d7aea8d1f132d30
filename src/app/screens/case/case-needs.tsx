// Each need of the people, and what came of it.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useCases } from '#app/cases/use-cases.ts'
import { useSaving } from '#app/cases/use-saving.ts'
import { OTHER_NEEDS, PICTURED_NEEDS } from '#app/directory/need-pictures.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { NEED_OUTCOMES, type NeedOutcome } from '#domain/codes/case-codes.ts'
import { type Need, NEED_CODES } from '#domain/codes/needs.ts'
import { familyIn } from '#domain/records/case.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const CaseNeeds = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const [opened, setOpened] = useState<{ seen: MergedRecord; need?: Need }>()
  const [isFull, save] = useSaving()
  const needs = familyIn(kase.fields, 'need', NEED_CODES)
  const absent = [...PICTURED_NEEDS, ...OTHER_NEEDS].filter((code) => !needs.some(({ name }) => name === code))

  const note = async (need: Need, outcome: NeedOutcome) => {
    if (opened && (await save(cases.note(opened.seen, { [`need_${need}`]: outcome })))) setOpened(undefined)
  }
  const outcomeWords = (value: string) =>
    t(`codes:needOutcomes.${value}` as 'codes:needOutcomes.open', { defaultValue: value })

  return (
    <Section title={t('needs.title')}>
      {isFull && <PhoneFull />}
      {needs.length === 0 && <p>{t('needs.none')}</p>}
      {needs.length > 0 && (
        <List label={t('needs.title')}>
          {needs.map(({ name, value }) => (
            <Row
              key={name}
              title={t(`codes:needs.${name}`)}
              detail={outcomeWords(value)}
              onTap={() => setOpened({ seen: kase, need: name })}
            />
          ))}
        </List>
      )}
      <Button icon="plus" onClick={() => setOpened({ seen: kase })}>
        {t('needs.add')}
      </Button>
      <Sheet
        title={opened?.need === undefined ? t('needs.add') : t('needs.what')}
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
        closeLabel={t('ui:close')}
      >
        {opened?.need === undefined ? (
          <List label={t('needs.add')}>
            {absent.map((need) => (
              <Row key={need} title={t(`codes:needs.${need}`)} onTap={() => void note(need, 'open')} />
            ))}
          </List>
        ) : (
          <List label={t('needs.what')}>
            {NEED_OUTCOMES.map((outcome) => (
              <Row
                key={outcome}
                title={outcomeWords(outcome)}
                isCurrent={opened.seen.fields[`need_${opened.need}`] === outcome}
                onTap={() => {
                  if (opened.need !== undefined) void note(opened.need, outcome)
                }}
              />
            ))}
          </List>
        )}
      </Sheet>
    </Section>
  )
}
