// Who has a case, or goes along, in words.
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { NOBODY } from '#domain/records/case.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ownerOf = (record: MergedRecord): string | undefined => {
  const owner = findCode(record.fields, 'owner')
  return owner === NOBODY ? undefined : owner
}

export const Owner = ({ record }: { record: MergedRecord }) => {
  const t = useWords('case')
  const { device } = useDesk().identity
  const phoneName = usePhoneName()
  const owner = ownerOf(record)
  if (record.disputed.includes('owner')) return <p>{t('owner.twice')}</p>
  if (owner === undefined) return <p>{t('owner.nobody')}</p>
  return <p>{owner === device ? t('owner.mine') : t('owner.other', { phone: phoneName(owner) })}</p>
}
