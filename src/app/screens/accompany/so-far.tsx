// What happened so far: each step with its time, where or why, and the phone that noted it. The newest first.
import { useAccompaniments } from '#app/cases/use-accompaniments.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneName } from '#app/records/phone-name.ts'
import { usePlaces } from '#app/screens/accompany/places.ts'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import type { SharedFields } from '#domain/code.ts'
import { neededFor, stateOfAccompaniment } from '#domain/records/accompaniment.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const SoFar = ({ record }: { record: MergedRecord }) => {
  const t = useWords('accompany')
  const dayAndTime = useDayAndTime()
  const phoneName = usePhoneName()
  const places = usePlaces()
  const happened = useAccompaniments().happenedIn(record).toReversed()

  const besides = (fields: SharedFields): string => {
    const needed = neededFor(stateOfAccompaniment(fields))
    const code = needed && findCode(fields, needed)
    if (code === undefined) return ''
    return needed === 'reason' ? t(`reasons.${code}` as 'reasons.other', { defaultValue: code }) : places.wordOf(code)
  }

  return (
    <Section title={t('soFar')}>
      <List label={t('soFar')}>
        {happened.map(({ fields, at, author }) => (
          <Row
            key={`${author} ${at}`}
            title={t(`states.${stateOfAccompaniment(fields)}`)}
            detail={<Detail besides={besides(fields)} noted={phoneName(author)} />}
            age={dayAndTime.at(at)}
          />
        ))}
      </List>
    </Section>
  )
}

/** The place apart from the phone: it may be called in English only, and is then marked as such. */
const Detail = ({ besides, noted }: { besides: string; noted: string }) =>
  besides === '' ? (
    noted
  ) : (
    <>
      <bdi>{besides}</bdi> · {noted}
    </>
  )
