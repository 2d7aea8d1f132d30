// What the person is asked to agree to: this organisation, and just these words about them.
import { Trans } from 'react-i18next'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { ReadAloud } from '#app/screens/talk/read-aloud.tsx'
import type { Words } from '#domain/directory/directory.ts'
import type { Tellable } from '#domain/records/referral.ts'

/** What is typed for one organisation and sealed to it. */
export const PASSED_ON = ['name', 'where', 'note'] as const

type AgreementProps = {
  /** The organisation as it is called; undefined until one is chosen. */
  organisation: Words | undefined
  told: readonly Tellable[]
  passedOn: readonly (typeof PASSED_ON)[number][]
}

export const Agreement = ({ told, passedOn, organisation }: AgreementProps) => {
  const isNothingTold = told.length + passedOn.length === 0
  const keys = isNothingTold
    ? ['refer:consent.askOnly', 'refer:told.nothing']
    : [
        'refer:consent.organisation',
        'refer:consent.told',
        ...told.map((name) => `codes:tellable.${name}`),
        ...passedOn.map((name) => `partner:${name}`)
      ]
  return (
    <ReadAloud keys={[...keys, 'refer:consent.isItOk']}>
      {isNothingTold ? (
        <AskOnly organisation={organisation} />
      ) : (
        <Tell told={told} passedOn={passedOn} organisation={organisation} />
      )}
      <IsItOk />
    </ReadAloud>
  )
}

// Each asks for its words where it stands: it is drawn in two languages.

const AskOnly = ({ organisation }: Pick<AgreementProps, 'organisation'>) => {
  const t = useWords('refer')
  return (
    <>
      <p>
        <Trans t={t} i18nKey="consent.askOnly" components={{ organisation: <Organisation called={organisation} /> }} />
      </p>
      <p>{t('told.nothing')}</p>
    </>
  )
}

const Tell = ({ told, passedOn, organisation }: AgreementProps) => {
  const t = useWords('refer')
  const partner = useWords('partner')
  const { list } = useFormat()
  const what = [...told.map((name) => t(`codes:tellable.${name}`)), ...passedOn.map((name) => partner(name))]
  return (
    <>
      <p>
        <Trans
          t={t}
          i18nKey="consent.organisation"
          components={{ organisation: <Organisation called={organisation} /> }}
        />
      </p>
      <p>{t('consent.told', { what: list(what) })}</p>
    </>
  )
}

const IsItOk = () => <p>{useWords('refer')('consent.isItOk')}</p>

const Organisation = ({ called }: { called: Words | undefined }) => {
  const t = useWords('refer')
  return called ? <Said words={called} isName /> : t('check.open')
}
