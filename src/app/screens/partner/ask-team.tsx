// A question back, from a list: nothing about a person is typed where others could read it. Each is asked once.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { useReferrals } from '#app/records/use-referrals.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { YES_NO_UNSURE } from '#domain/codes/field-codes.ts'
import { type QuestionCode, QUESTIONS } from '#domain/records/question.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const AskTeam = ({ referral }: { referral: MergedRecord }) => {
  const t = useWords('partner')
  const { questionsOf, ask } = useReferrals()
  const now = useClock()
  const [isOpen, setOpen] = useState(false)
  const [isFull, save] = useSaving()
  const asked = questionsOf(referral)
  const left = QUESTIONS.filter((code) => !asked.some(({ fields }) => fields['ask'] === code))
  const choose = async (code: QuestionCode) => {
    if (await save(ask(referral, code, now()))) setOpen(false)
  }
  const replyOf = ({ fields }: MergedRecord) => {
    const reply = YES_NO_UNSURE.find((value) => value === fields['reply'])
    return reply === undefined ? t('noReply') : t(`codes:yesNoUnsure.${reply}`)
  }
  return (
    <Section title={t('ask')}>
      {asked.length > 0 && (
        <SummaryList
          items={asked.map((question) => ({
            id: question.id,
            label: t(`questions.${String(question.fields['ask'])}` as 'questions.call_us'),
            value: replyOf(question)
          }))}
        />
      )}
      {left.length > 0 && (
        <Button icon="speech" isWide onClick={() => setOpen(true)}>
          {t('ask')}
        </Button>
      )}
      <Sheet title={t('ask')} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t('ui:close')}>
        {isFull && <PhoneFull />}
        <List label={t('ask')}>
          {left.map((code) => (
            <Row key={code} title={t(`questions.${code}`)} onTap={() => void choose(code)} />
          ))}
        </List>
      </Sheet>
    </Section>
  )
}
