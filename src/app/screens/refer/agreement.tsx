// What the person is asked to agree to: this organisation, and just these words about them. The worker reads what they ticked
// and typed, "what they need"; the person is spoken to, "what you need". An organisation that reads here sees how soon it is.
import type { ReactNode } from 'react'
import { Trans } from 'react-i18next'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { ReadAloud } from '#app/screens/talk/read-aloud.tsx'
import type { Words } from '#domain/directory/directory.ts'
import type { Tellable } from '#domain/records/referral.ts'

/** What is typed for one organisation and sealed to it. */
export const PASSED_ON = ['name', 'where', 'note'] as const
type PassedOn = (typeof PASSED_ON)[number]

type AgreementProps = {
  /** The organisation as it is called; undefined until one is chosen. */
  organisation: Words | undefined
  told: readonly Tellable[]
  passedOn: readonly PassedOn[]
  isRead: boolean
}

/** All that is said aloud, in this order. */
type Told = Tellable | 'due' | PassedOn

export const Agreement = ({ told, passedOn, organisation, isRead }: AgreementProps) => {
  const all: readonly Told[] = [...told, ...(isRead ? (['due'] as const) : []), ...passedOn]
  const isNothingTold = all.length === 0
  const keys = isNothingTold
    ? ['consent.askOnly', 'told.nothing']
    : ['consent.organisation', 'consent.told', ...all.map((name) => `consent.yours.${name}`)]
  const ask = (onlyThis: ReactNode) => (
    <>
      {isNothingTold ? <AskOnly organisation={organisation} /> : <Tell organisation={organisation}>{onlyThis}</Tell>}
      <IsItOk />
    </>
  )
  return (
    <ReadAloud
      keys={[...keys, 'consent.isItOk'].map((key) => `refer:${key}`)}
      toPerson={organisation ? ask(<OnlyThisOfYou all={all} />) : null}
    >
      {ask(<OnlyThis all={all} />)}
    </ReadAloud>
  )
}

// Each asks for its words where it stands: it is drawn in two languages.

type OrganisationProps = Pick<AgreementProps, 'organisation'>

const AskOnly = ({ organisation }: OrganisationProps) => {
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

const Tell = ({ organisation, children }: OrganisationProps & { children: ReactNode }) => {
  const t = useWords('refer')
  return (
    <>
      <p>
        <Trans
          t={t}
          i18nKey="consent.organisation"
          components={{ organisation: <Organisation called={organisation} /> }}
        />
      </p>
      {children}
    </>
  )
}

const OnlyThis = ({ all }: { all: readonly Told[] }) => {
  const t = useWords('refer')
  const partner = useWords('partner')
  const { list } = useFormat()
  const wordOf = (name: Told) => {
    if (name === 'due') return t('check.due')
    return isPassedOn(name) ? partner(name) : t(`codes:tellable.${name}`)
  }
  return <p>{t('consent.told', { what: list(all.map(wordOf)) })}</p>
}

const isPassedOn = (name: Told): name is PassedOn => PASSED_ON.some((typed) => typed === name)

const OnlyThisOfYou = ({ all }: { all: readonly Told[] }) => {
  const t = useWords('refer')
  const { list } = useFormat()
  return <p>{t('consent.told', { what: list(all.map((name) => t(`consent.yours.${name}`))) })}</p>
}

const IsItOk = () => <p>{useWords('refer')('consent.isItOk')}</p>

const Organisation = ({ called }: { called: Words | undefined }) => {
  const t = useWords('refer')
  return called ? <Said words={called} isName /> : t('check.open')
}
