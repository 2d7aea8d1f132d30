// What speaks against sending somebody there unasked: how old an entry is, what is uncertain about it, what a worker found.
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ServiceRow } from '#domain/directory/search.ts'

export const CheckFirst = ({ row, at }: { row: ServiceRow; at: number }) => {
  const t = useWords('services')
  const words = useDirectoryWords()
  const { service, standing } = row
  const caution = cautionOf(row)
  const checked = words.checked(service.lastChecked, at)
  if (standing === 'history') {
    return (
      <Notice tone="needs-you" title={t('pastTitle')}>
        {checked}
      </Notice>
    )
  }
  if (!isUncertain(row)) return null
  return (
    <Notice tone="needs-you" title={t('checkFirstTitle')}>
      {caution && (
        <p>
          <Said words={caution} />
        </p>
      )}
      <p>{checked}</p>
      {service.toVerify && <p>{t('toVerify')}</p>}
    </Notice>
  )
}

/** Then nobody is sent there, or given its number, without a word of it. */
export const isUncertain = (row: ServiceRow): boolean =>
  row.freshness !== 'fresh' || cautionOf(row) !== undefined || row.service.toVerify

const cautionOf = ({ service, provider }: ServiceRow) => service.caution ?? provider?.caution

/** What a worker found wrong there, until somebody finds it right or writes the entry with a check of that day. */
export const Reported = ({ row: { report }, at }: { row: ServiceRow; at: number }) => {
  const t = useWords('directory')
  const words = useDirectoryWords()
  if (report === undefined) return null
  return (
    <Notice tone="needs-you" title={t(`found.${report.found}`)}>
      {words.checked(report.day, at)}
    </Notice>
  )
}
