// All corrections as one file, to be merged into the words that come with the next release.
import { useWords } from '#app/language/language-context.tsx'
import { saveFile } from '#app/phone/save-file.ts'
import { useLibrary } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { toWordsFile } from '#domain/words-file.ts'

export const SaveCorrections = () => {
  const t = useWords('words')
  const { wordings } = useLibrary()
  if (wordings.length === 0) return null
  return (
    <Actions>
      <Button
        icon="note"
        onClick={() => saveFile('susret-words.json', `${JSON.stringify(toWordsFile(wordings), undefined, 2)}\n`)}
      >
        {t('export')}
      </Button>
    </Actions>
  )
}
