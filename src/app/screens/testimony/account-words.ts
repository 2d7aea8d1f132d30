// The answers of an account in the language of the screen.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { type Testimony, UNSAID } from '#domain/testimony.ts'

type Said<Name extends keyof Testimony> = NonNullable<Testimony[Name]>

export type AccountWords = {
  readonly country: (code: Said<'from'>) => string
  readonly when: (when: Said<'when'>) => string
  readonly people: (band: Said<'people'>) => string
  readonly happened: (what: Said<'happened'>[number]) => string
}

export const useAccountWords = (): AccountWords => {
  const t = useWords('testimony')
  const format = useFormat()
  const labels = useLabels()
  const unsaid = t('common:answers.notSaid')
  return {
    country: (code) => {
      if (code === UNSAID) return unsaid
      return code === 'XK' ? t('codes:routes.XK') : labels.country(code)
    },
    when: (when) => {
      if (when === UNSAID) return unsaid
      return when === 'earlier' ? t('codes:arrivedWhen.earlier') : format.monthOf(when)
    },
    people: (band) =>
      band === UNSAID ? unsaid : band.replace('-', '–').replaceAll(/\d+/g, (digits) => format.count(Number(digits))),
    happened: (what) => (what === UNSAID ? unsaid : t(`happened.${what}`))
  }
}
