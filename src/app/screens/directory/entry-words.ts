// What the kinds of entries, the fields of the editor and its refusals are called.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { WEEKDAYS } from '#domain/directory/typed-hours.ts'
import type { Flaw } from '#domain/directory/entry-flaws.ts'
import type { EntryKind } from '#domain/directory/typed-entry.ts'

export type EntryWords = {
  readonly kinds: Readonly<Record<EntryKind, string>>
  /** Of a field of the editor; an unknown one is called by its name. */
  readonly label: (field: string) => string
  readonly why: (flaw: Flaw) => string
}

export const useEntryWords = (): EntryWords => {
  const t = useWords('directory')
  const services = useWords('services')
  const handouts = useWords('handouts')
  const words = useWords('words')
  const record = useWords('record')
  const format = useFormat()
  const labels: Readonly<Record<string, string>> = {
    name: t('fields.name'),
    description: t('fields.description'),
    phones: t('fields.phones'),
    address: t('fields.address'),
    city: t('fields.city'),
    zone: record('fields.zone'),
    directions: t('fields.directions'),
    provider: t('fields.provider'),
    status: t('fields.status'),
    minimumAge: t('fields.minimumAge'),
    maximumAge: t('fields.maximumAge'),
    available: t('fields.available'),
    maximum: t('fields.maximum'),
    exceptions: t('fields.exceptions'),
    places: services('where'),
    website: services('website'),
    needs: services('helpsWith'),
    languages: services('spokenThere'),
    hours: services('hours'),
    who: services('who'),
    papersNeeded: services('papers'),
    howToRefer: services('howToRefer'),
    source: services('source'),
    lastChecked: services('checkedLabel'),
    toVerify: services('checkedLabel'),
    caution: services('checkFirstTitle'),
    ...Object.fromEntries(WEEKDAYS.map((day, index) => [`hours.${day}`, format.weekday((index + 1) % 7)]))
  }
  return {
    kinds: { service: services('title'), provider: t('fields.provider'), place: services('where') },
    label: (field) => labels[field] ?? field,
    why: ({ why }) => {
      if (why === 'missing') return words('refused.empty')
      if (why === 'number') return handouts('badNumber')
      return t(`refused.${why}`)
    }
  }
}
