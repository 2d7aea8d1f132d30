// Who waits to be registered, and with whom somebody went along already: how far they came, and why they were turned away.
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { RecordRow } from '#app/records/record-row.tsx'
import { List } from '#app/ui/list.tsx'
import { REFUSALS, stateOfAccompaniment } from '#domain/records/accompaniment.ts'
import type { Waiting } from '#domain/review/hand-over.ts'

export const WaitForPolice = ({ waiting }: { waiting: readonly Waiting[] }) => {
  const t = useWords('accompany')
  const board = useWords('board')
  const desk = useDesk()

  const standing = (id: string | undefined): string | undefined => {
    const going = id === undefined ? undefined : desk.findRecord(id)
    if (going === undefined) return undefined
    const state = stateOfAccompaniment(going.fields)
    const reason = REFUSALS.find((known) => known === going.fields['reason'])
    return state === 'refused' && reason !== undefined
      ? `${t('states.refused')}: ${t(`reasons.${reason}`)}`
      : t(`states.${state}`)
  }

  if (waiting.length === 0) return <p>{board('nobodyIn')}</p>
  return (
    <List>
      {waiting.map(({ id, going }) => {
        const record = desk.findRecord(id)
        const note = standing(going)
        return record && <RecordRow key={id} record={record} {...(note !== undefined && { note })} />
      })}
    </List>
  )
}
