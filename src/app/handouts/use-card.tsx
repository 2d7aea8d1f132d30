// A person's card, scanned or typed. What cannot be right is refused in words, and what was typed stays to be mended.
import { useState } from 'react'
import { CameraView } from '#app/handouts/camera-view.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { isolated } from '#app/language/isolated.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import { codeInGroups } from '#domain/card.ts'
import { type CardHash, readPersonCard, readPersonCode } from '#domain/person-card.ts'
import { hashOfCode } from '#protocol/card-hash.ts'

/** `code` is for the screen alone and is kept nowhere. */
export type CardInHand = {
  readonly code: string
  readonly hash: CardHash
  /** Whose it is, where that is known. */
  readonly arrival: string | undefined
  /** As it is printed, where that was read. */
  readonly until: Day | undefined
}

/** Shown as an example; its last letter checks it like any other's. */
export const EXAMPLE = 'K7QM4TXG'

type UseCardProps = { title: string; onCard: (card: CardInHand) => void; onClose: () => void }

export const UseCard = ({ title, onCard, onClose }: UseCardProps) => {
  const t = useWords('handouts')
  const handOuts = useHandOuts()
  const today = dayAt(useClock()())
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [isScanning, setScanning] = useState(false)

  const use = async (code: string, until?: Day) => {
    const hash = await hashOfCode(code)
    const holder = handOuts.holderOf(hash)
    if ((until ?? holder?.until ?? today) < today) return setError(t('cards.ended'))
    onCard({ code, hash, arrival: holder?.arrival, until })
  }
  const useTyped = () => {
    const code = readPersonCode(typed)
    if (code.ok) return void use(code.value)
    const { refusal } = code
    setError(
      refusal.why === 'letters' ? t('cards.letters', { letter: isolated(refusal.letter) }) : t(`cards.${refusal.why}`)
    )
  }
  const useScanned = (text: string) => {
    setScanning(false)
    const card = readPersonCard(text)
    if (card === undefined) return setError(t('cards.notCard'))
    setTyped(codeInGroups(card.code))
    void use(card.code, card.until)
  }

  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      closeLabel={t('ui:close')}
      footer={
        <Button variant="primary" isWide onClick={useTyped}>
          {t('cards.use')}
        </Button>
      }
    >
      {isScanning ? (
        <>
          <p>{t('cards.hold')}</p>
          <CameraView
            label={t('cards.hold')}
            onText={useScanned}
            onFailed={() => {
              setScanning(false)
              setError(t('cards.noCamera'))
            }}
          />
        </>
      ) : (
        <Button
          icon="show"
          isWide
          onClick={() => {
            setError(undefined)
            setScanning(true)
          }}
        >
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
    </Sheet>
  )
}
