// A card, scanned or typed. What cannot be right is refused in words, and what was typed stays to be mended.
import { type ReactNode, useState } from 'react'
import { CameraView } from '#app/handouts/camera-view.tsx'
import { isolated } from '#app/language/isolated.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { codeInGroups, readCardCode } from '#domain/card-code.ts'

/** Shown as an example; its last letter checks it like any other's. */
const EXAMPLE = 'K7QM4TXG'

type CardEntryProps = {
  title: string
  /** On the button: what becomes of the card. */
  action: string
  /** Both answer with what is wrong, in words, or with nothing. */
  onCode: (code: string) => Promise<ReactNode>
  onText: (text: string) => Promise<ReactNode>
  onClose: () => void
  /** Under the field, and of the last card: not shown when something was wrong with it. */
  children?: ReactNode
}

export const CardEntry = ({ title, action, onCode, onText, onClose, children }: CardEntryProps) => {
  const t = useWords('handouts')
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<ReactNode>()
  const [isScanning, setScanning] = useState(false)

  const takeTyped = () => {
    const code = readCardCode(typed)
    if (code.ok) return void onCode(code.value).then(setError)
    const { refusal } = code
    setError(
      refusal.why === 'letters' ? t('cards.letters', { letter: isolated(refusal.letter) }) : t(`cards.${refusal.why}`)
    )
  }
  const takeScanned = (text: string) => {
    setScanning(false)
    void onText(text).then(setError)
  }
  const scan = () => {
    setError(undefined)
    setScanning(true)
  }

  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      closeLabel={t('ui:close')}
      footer={
        <Button variant="primary" isWide onClick={takeTyped}>
          {action}
        </Button>
      }
    >
      {isScanning ? (
        <>
          <p>{t('cards.hold')}</p>
          <CameraView
            label={t('cards.hold')}
            onText={takeScanned}
            onFailed={() => {
              setScanning(false)
              setError(t('cards.noCamera'))
            }}
          />
        </>
      ) : (
        <Button icon="show" isWide onClick={scan}>
          {t('cards.scan')}
        </Button>
      )}
      <Field
        label={t('cards.code')}
        hint={
          <>
            {t('cards.hint')} <Ltr>{codeInGroups(EXAMPLE)}</Ltr>
          </>
        }
        error={error}
      >
        {(input) => (
          <TextInput
            {...input}
            dir="ltr"
            autoCapitalize="characters"
            spellCheck={false}
            value={typed}
            onChange={setTyped}
          />
        )}
      </Field>
      {error === undefined && children}
    </Sheet>
  )
}
