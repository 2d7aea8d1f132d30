// Refer: consent first, then one question a step. Nothing is kept before the first yes, nothing leaves before the second.
import { useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { ChildFirst } from '#app/directory/child-first.tsx'
import { isChildAlone } from '#domain/child-alone.ts'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useDraft } from '#app/form/use-draft.ts'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { AfterSending } from '#app/screens/refer/after-sending.tsx'
import { InformationOnly } from '#app/screens/refer/information-only.tsx'
import { freshDraft, needsTold, passedOnOf, ReferralDraft, type Step } from '#app/screens/refer/referral-draft.ts'
import { ReferralSteps } from '#app/screens/refer/referral-steps.tsx'
import { usePartners } from '#app/directory/use-partners.ts'
import { NotHere } from '#app/shell/not-here.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { buzz } from '#app/ui/buzz.ts'
import { Notice } from '#app/ui/notice.tsx'
import { isRemoved } from '#domain/records/record.ts'
import { ReferralFields } from '#domain/records/referral.ts'
import type { MergedRecord } from '#protocol/merge.ts'

/** Where a worker is about to ask or to tell: two answers, and the guardianship authority, come before both. */
const BEFORE_TELLING: readonly Step[] = ['ask', 'check']

export const ReferPerson = () => {
  const t = useWords('refer')
  const { id = '' } = useParams()
  const arrival = useDesk().findRecord(id)
  if (arrival?.type === 'arrival' && !isRemoved(arrival)) return <Referring key={id} arrival={arrival} />
  return <NotHere title={t('title')} what={t('nobodyHere')} />
}

type Ending =
  | { readonly kind: 'information' | 'later' }
  | { readonly kind: 'saved'; readonly id: string; readonly draft: ReferralDraft }

const Referring = ({ arrival }: { arrival: MergedRecord }) => {
  const t = useWords('refer')
  const record = useWords('record')
  const desk = useDesk()
  const directory = useDirectory()
  const { partnerOf, isReader } = usePartners()
  const checkIn = useCheckIn()
  const now = useClock()
  const { zone } = usePhoneView()
  const { title } = useRecordWords()(arrival)
  const [address] = useSearchParams()
  const chosen = address.get('service') ?? undefined
  const fresh = useMemo(() => freshDraft(arrival.fields, chosen), [arrival, chosen])
  const draft = useDraft({ name: `refer ${arrival.id}`, schema: ReferralDraft, fresh })
  const [ending, setEnding] = useState<Ending>()
  const [isFull, setFull] = useState(false)
  const [isSaving, setSaving] = useState(false)

  const send = async () => {
    const service = directory.findService(draft.value.service ?? '')
    if (service === undefined || isSaving) return
    const { due, told, consent, bestInterest } = draft.value
    const partner = partnerOf(service.id)
    setSaving(true)
    const saved = await desk.refer(
      ReferralFields.parse({
        arrival: arrival.id,
        provider: service.providerId,
        service: service.id,
        needs: needsTold(draft.value, service),
        due,
        consent,
        ...(bestInterest && { bestInterest }),
        told,
        state: 'made'
      }),
      { at: now(), zone, draft: draft.id },
      partner && { to: partner, content: passedOnOf(draft.value, arrival.fields) }
    )
    setSaving(false)
    setFull(!saved.ok)
    if (!saved.ok) return document.getElementById('main')?.scrollTo({ top: 0 })
    buzz('save')
    // The referral stands, with or without them: the organisation also finds it in its list, and the next start catches up.
    await checkIn.noteCardsOf(arrival.id, now(), isReader)
    setEnding({ kind: 'saved', id: saved.value, draft: draft.value })
    await draft.clear()
  }

  const leave = async (kind: 'information' | 'later', keep: boolean) => {
    if (!keep) await draft.clear()
    setEnding({ kind })
  }

  const takeBack = async (saved: { id: string; draft: ReferralDraft }) => {
    const removed = await desk.takeBack(saved.id)
    setFull(!removed.ok)
    if (!removed.ok) return
    draft.change(saved.draft)
    setEnding(undefined)
  }

  if (ending?.kind === 'saved') {
    return <AfterSending id={ending.id} arrivalId={arrival.id} onUndo={() => void takeBack(ending)} isFull={isFull} />
  }
  if (ending !== undefined) {
    return <InformationOnly why={ending.kind} arrivalId={arrival.id} needs={draft.value.needs} />
  }
  return (
    <ReferralSteps
      arrival={arrival}
      who={title}
      draft={draft.value}
      onChange={draft.change}
      onLeave={(kind, keep) => void leave(kind, keep)}
      onSend={() => void send()}
      notices={
        <>
          {(isFull || draft.refusal) && (
            <Notice tone="needs-you" role="alert" title={t('phoneFull')}>
              {t('nothingLost')}
            </Notice>
          )}
          {draft.isPickedUp && <Notice tone="info" role="status" title={t('common:said.pickedUp')} />}
          {arrival.disputed.length > 0 && BEFORE_TELLING.includes(draft.value.step) && (
            <Notice
              tone="needs-you"
              title={record('disputes.title')}
              actions={<ButtonLink href={`/records/${arrival.id}`}>{record('seePerson')}</ButtonLink>}
            >
              {record('disputes.careful')}
            </Notice>
          )}
          {isChildAlone(arrival.fields) && BEFORE_TELLING.includes(draft.value.step) && <ChildFirst />}
        </>
      }
    />
  )
}
