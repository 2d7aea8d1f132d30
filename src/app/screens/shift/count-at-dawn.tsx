// Who slept outside, counted in one area: what is typed stays on the phone through a lock, and is saved as one record.
import { useId, useState } from 'react'
import * as z from 'zod/mini'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { useDraft } from '#app/form/use-draft.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { countIn } from '#app/screens/handouts/typed-count.ts'
import { ZoneChoice } from '#app/screens/today/zone-choice.tsx'
import { Page } from '#app/shell/page.tsx'
import { SleptOutRows } from '#app/shift/slept-out-rows.tsx'
import { useShifts } from '#app/shift/use-shifts.ts'
import { buzz } from '#app/ui/buzz.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { type DawnCount, type Sleeper, SLEEPERS } from '#domain/records/dawn-count.ts'
import { sleptOut } from '#domain/review/slept-out.ts'

const Typed = z.object({ men: z.string(), women: z.string(), children: z.string(), unseen: z.string() })
type Typed = z.infer<typeof Typed>
const FRESH: Typed = { men: '', women: '', children: '', unseen: '' }

export const CountAtDawn = () => {
  const t = useWords('shift')
  const form = useWords('form')
  const handouts = useWords('handouts')
  const desk = useDesk()
  const shifts = useShifts()
  const now = useClock()
  const { zone } = usePhoneView()
  const formId = useId()
  const draft = useDraft({ name: 'dawn-count', schema: Typed, fresh: FRESH })
  const [wrong, setWrong] = useState<readonly Sleeper[]>([])
  const [isSaved, setSaved] = useState(false)
  const [isFull, save] = useSaving()
  const before = shifts.ownCount(zone, now())
  const labels = { men: form('men'), women: form('women'), children: t('children'), unseen: t('unseen') }

  const keep = async () => {
    const unreadable = wrongIn(draft.value)
    setWrong(unreadable)
    setSaved(false)
    if (unreadable.length > 0 || !(await save(shifts.countAtDawn(countedIn(draft.value), { at: now(), zone })))) return
    buzz('save')
    setSaved(true)
    await draft.clear()
  }

  return (
    <Page
      title={t('count')}
      back="/shift"
      footer={
        <Button variant="primary" type="submit" form={formId} isWide>
          {t('common:actions.save')}
        </Button>
      }
    >
      {(isFull || draft.refusal) && <PhoneFull />}
      {isSaved && <Notice isDense tone="has-it" role="status" title={t('common:said.saved')} />}
      {draft.isPickedUp && <Notice isDense tone="info" role="status" title={t('common:said.pickedUp')} />}
      <p>{t('countHow')}</p>
      <ZoneChoice />
      {before && !isSaved && <Notice isDense tone="info" title={t('countAgain')} />}
      <Form id={formId} onSubmit={() => void keep()}>
        {SLEEPERS.map((name) => (
          <Field key={name} label={labels[name]} error={wrong.includes(name) && handouts('badNumber')}>
            {(input) => (
              <TextInput
                {...input}
                inputMode="numeric"
                dir="ltr"
                value={draft.value[name]}
                onChange={(text) => {
                  setSaved(false)
                  draft.change({ ...draft.value, [name]: text })
                }}
              />
            )}
          </Field>
        ))}
      </Form>
      <Section title={t('sleptOut')}>
        <SleptOutRows {...sleptOut(desk.records(), dayAt(now()))} />
      </Section>
    </Page>
  )
}

/** What is left empty is nobody; where all of it is, nothing was counted yet. */
const wrongIn = (typed: Typed): readonly Sleeper[] => {
  if (SLEEPERS.every((name) => typed[name].trim() === '')) return [SLEEPERS[0]]
  return SLEEPERS.filter((name) => typed[name].trim() !== '' && countIn(typed[name]) === undefined)
}

const countedIn = (typed: Typed): DawnCount => ({
  men: countIn(typed.men) ?? 0,
  women: countIn(typed.women) ?? 0,
  children: countIn(typed.children) ?? 0,
  unseen: countIn(typed.unseen) ?? 0
})
