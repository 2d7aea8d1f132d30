// Which languages were wanted and who could speak them: groups met by language, beside how often somebody interpreted and
// how often nobody could.
import { NOT_KNOWN } from '#domain/form/choices.ts'
import { compare, type DatedRecord, findCode } from '#domain/review/dated-record.ts'

export type LanguageDemand = {
  readonly language: string
  /** Newly arrived groups that speak it. */
  readonly groups: number
  readonly interpreted: number
  readonly missing: number
}

/** Most often missing first, then most wanted. A group whose language is not known wants none. */
export const languageDemand = (
  arrivals: readonly DatedRecord[],
  interpretations: readonly DatedRecord[]
): LanguageDemand[] => {
  const rows = new Map<string, { groups: number; interpreted: number; missing: number }>()
  const add = (language: string | undefined, what: 'groups' | 'interpreted' | 'missing') => {
    if (language === undefined || language === NOT_KNOWN) return
    const row = rows.get(language) ?? { groups: 0, interpreted: 0, missing: 0 }
    rows.set(language, { ...row, [what]: row[what] + 1 })
  }
  for (const { fields } of arrivals) add(findCode(fields, 'language'), 'groups')
  for (const { fields } of interpretations) {
    add(findCode(fields, 'language'), fields['outcome'] === 'missing' ? 'missing' : 'interpreted')
  }
  return [...rows]
    .map(([language, row]) => ({ language, ...row }))
    .sort((a, b) => b.missing - a.missing || b.groups - a.groups || compare(a.language, b.language))
}
