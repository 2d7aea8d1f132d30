// Why words cannot be taken, with the part that is meant.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import type { TranslationFlaw } from '#domain/translation.ts'
import { WORDING_LETTERS } from '#domain/wording.ts'

export type WordsFlaw = TranslationFlaw | { kind: 'tooLong' } | { kind: 'full' }

export const RefusedWords = ({ flaw }: { flaw: WordsFlaw }) => {
  const t = useWords('words')
  const { count } = useFormat()
  switch (flaw.kind) {
    case 'full':
      return t('common:trouble.phoneFull')
    case 'tooLong':
      return t('refused.tooLong', { most: count(WORDING_LETTERS) })
    case 'empty':
      return t('refused.empty')
    default:
      return (
        <>
          {t(`refused.${flaw.kind}`)} <Ltr>{flaw.mark}</Ltr>
        </>
      )
  }
}
